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
    [{ NETLIFY_DATABASE_URL: 'postgres://b' }, { databaseUrl: 'postgres://b' }],
    [{ DATABASE_URL: 'postgres://a', NETLIFY_DATABASE_URL: 'postgres://b' }, { databaseUrl: 'postgres://a' }],
    [{ TRUST_PROXY: 'on' }, { trustProxy: true }],
    [{ TRUST_PROXY: 'off' }, { trustProxy: false }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    [{ LOG_LEVEL: 'error' }, { logLevel: 'error' }],
    [{ RATE_LIMIT: 'off' }, { rateLimit: false }],
    [{ NETLIFY: 'true' }, { netlify: true }],
    [{ AWS_LAMBDA_FUNCTION_NAME: 'cases' }, { netlify: true }],
  ])('%j', (env, changed) => {
    expect(config(env)).toEqual({ ...usual, ...changed });
  });

  test.each([
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
