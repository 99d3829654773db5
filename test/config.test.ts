import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { config } from '#src/config.ts';

const usual = {
  host: '127.0.0.1',
  port: 4321,
  data: resolve('var'),
  key: null,
  databaseUrl: null,
  trustProxy: false,
  logLevel: 'info',
  rateLimit: true,
  uploadsTotal: 5 * 1024 ** 3,
  clamd: null,
  notify: {
    sms: null,
    mail: null,
    wecom: null,
    dingtalk: null,
    feishu: null,
    webhook: null,
    dutyPhones: [],
  },
  siteUrl: 'http://127.0.0.1:4321',
  oidc: null,
  netlifyBlobs: null,
  metricsToken: null,
  netlify: false,
};

describe('config', () => {
  test('every variable has a default', () => {
    expect(config({})).toEqual(usual);
  });

  test('an empty variable is one that is not set', () => {
    const names = [
      'HOST',
      'PORT',
      'REOPENDESK_DATA',
      'REOPENDESK_KEY',
      'DATABASE_URL',
      'NETLIFY_DATABASE_URL',
      'REOPENDESK_UPLOADS_TOTAL',
      'REOPENDESK_CLAMD',
      'REOPENDESK_URL',
    ];
    const others = ['TRUST_PROXY', 'LOG_LEVEL', 'RATE_LIMIT', 'NETLIFY', 'AWS_LAMBDA_FUNCTION_NAME'];
    expect(config(Object.fromEntries([...names, ...others].map(name => [name, ''])))).toEqual(usual);
  });

  test.each([
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ PORT: '8080' }, { port: 8080 }],
    [{ PORT: '0' }, { port: 0 }],
    [{ REOPENDESK_DATA: '/srv/desk' }, { data: '/srv/desk' }],
    [{ REOPENDESK_DATA: 'there' }, { data: resolve('there') }],
    [{ REOPENDESK_KEY: 'abc' }, { key: 'abc' }],
    [{ DATABASE_URL: 'postgres://a' }, { databaseUrl: 'postgres://a' }],
    [{ NETLIFY_SITE_ID: 'a', NETLIFY_AUTH_TOKEN: 'b' }, { netlifyBlobs: { siteID: 'a', token: 'b' } }],
    [{ NETLIFY_DATABASE_URL: 'postgres://b' }, { databaseUrl: 'postgres://b' }],
    [{ DATABASE_URL: 'postgres://a', NETLIFY_DATABASE_URL: 'postgres://b' }, { databaseUrl: 'postgres://a' }],
    [{ TRUST_PROXY: 'on' }, { trustProxy: true }],
    [{ TRUST_PROXY: 'off' }, { trustProxy: false }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    [{ LOG_LEVEL: 'error' }, { logLevel: 'error' }],
    [{ RATE_LIMIT: 'off' }, { rateLimit: false }],
    [{ REOPENDESK_UPLOADS_TOTAL: '500MB' }, { uploadsTotal: 500 * 1024 ** 2 }],
    [{ REOPENDESK_UPLOADS_TOTAL: '1.5 GB' }, { uploadsTotal: 1.5 * 1024 ** 3 }],
    [{ REOPENDESK_CLAMD: '127.0.0.1:3310' }, { clamd: { host: '127.0.0.1', port: 3310 } }],
    [{ REOPENDESK_CLAMD: '[::1]:3310' }, { clamd: { host: '::1', port: 3310 } }],
    [{ NETLIFY: 'true' }, { netlify: true }],
    [{ AWS_LAMBDA_FUNCTION_NAME: 'cases' }, { netlify: true }],
  ])('%j', (env, changed) => {
    expect(config(env)).toEqual({ ...usual, ...changed });
  });

  test.each([
    ['REOPENDESK_UPLOADS_TOTAL', '5'],
    ['REOPENDESK_UPLOADS_TOTAL', '-5GB'],
    ['REOPENDESK_CLAMD', '127.0.0.1'],
    ['REOPENDESK_CLAMD', 'host:99999'],
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', ' '],
    ['PORT', '0x50'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', 'ON'],
    ['LOG_LEVEL', 'debug'],
    ['RATE_LIMIT', 'false'],
  ])('%s=%s: one clear line that names both', (name, value) => {
    const told = () => config({ [name]: value });
    expect(told).toThrow(name);
    expect(told).toThrow(`“${value}”`);
    expect(told).not.toThrow('\n');
  });
});

describe('config: how people are told', () => {
  const url = 'https://gateway.example/send';

  test.each([
    [
      { SMS_URL: url, SMS_KEY: 'k' },
      { sms: { url, key: 'k', body: '{"id":"{id}","phone":"{phone}","text":"{text}"}' } },
    ],
    [
      { SMS_URL: url, SMS_KEY: 'k', SMS_BODY: '{"to":"{phone}","p":["{text}"]}' },
      { sms: { url, key: 'k', body: '{"to":"{phone}","p":["{text}"]}' } },
    ],
    [
      { SMTP_URL: 'smtp://u:p@mail.example:587', MAIL_FROM: 'desk@zone.example' },
      { mail: { url: 'smtp://u:p@mail.example:587', from: 'desk@zone.example' } },
    ],
    [{ WECOM_URL: url }, { wecom: { url } }],
    [{ DINGTALK_URL: url }, { dingtalk: { url, secret: '' } }],
    [{ FEISHU_URL: url, FEISHU_SECRET: 's' }, { feishu: { url, secret: 's' } }],
    [{ WEBHOOK_URL: url, WEBHOOK_SECRET: 's' }, { webhook: { url, secret: 's', isPrivate: false } }],
    [
      { WEBHOOK_URL: url, WEBHOOK_SECRET: 's', WEBHOOK_PRIVATE: 'on' },
      { webhook: { url, secret: 's', isPrivate: true } },
    ],
    [{ DUTY_PHONES: '13800138000, 13900139000' }, { dutyPhones: ['13800138000', '13900139000'] }],
  ])('%j', (env, changed) => {
    expect(config(env).notify).toEqual({ ...usual.notify, ...changed });
  });

  test.each([
    ['SMS_URL', { SMS_URL: 'gateway', SMS_KEY: 'k' }],
    ['SMS_KEY', { SMS_URL: url }],
    ['SMS_BODY', { SMS_URL: url, SMS_KEY: 'k', SMS_BODY: 'to={phone}' }],
    ['SMS_BODY', { SMS_URL: url, SMS_KEY: 'k', SMS_BODY: '{"to":"{phone}"}' }],
    ['SMTP_URL', { SMTP_URL: url, MAIL_FROM: 'a@b.example' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example' }],
    ['WECOM_URL', { WECOM_URL: 'file:///etc/passwd' }],
    ['WEBHOOK_SECRET', { WEBHOOK_URL: url }],
    ['WEBHOOK_PRIVATE', { WEBHOOK_URL: url, WEBHOOK_SECRET: 's', WEBHOOK_PRIVATE: 'yes' }],
    ['DUTY_PHONES', { DUTY_PHONES: '0431-87019189' }],
  ])('%s: one clear line for %j', (name, env) => {
    expect(() => config(env)).toThrow(name);
    expect(() => config(env)).not.toThrow('\n');
  });
});
