import { resolve } from 'node:path';

/** The environment, read here and nowhere else. Every variable has a default: a fresh clone runs with none set. */
export type Config = {
  readonly host: string;
  readonly port: number;
  /** Folder of database, key and files. */ readonly data: string;
  /** The master key in base64 or hex, 32 bytes; null: a key file in the data folder, made on first start. */ readonly key:
    | string
    | null;
  /** `postgres://…`; null: SQLite in the data folder. */ readonly databaseUrl: string | null;
  /** Behind a proxy that sets X-Forwarded-For: its last entry is the sender. */ readonly trustProxy: boolean;
  readonly logLevel: 'info' | 'error' | 'silent';
  /** Off for benchmarks only. */ readonly rateLimit: boolean;
  /** Bytes that all attachments together may come to. */ readonly uploadsTotal: number;
  /** The virus scanner that looks at attachments (clamd over TCP); null: none. */ readonly clamd: {
    readonly host: string;
    readonly port: number;
  } | null;
  /** Where readers find the site, for feeds and the site map: `https://…`. */ readonly siteUrl: string;
  /** How people are told; what is not set up goes to `outbox.log` in the data folder. */ readonly notify: Notify;
  /** The directory that officers may sign in with (OpenID Connect); null: none. */ readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
  } | null;
  /** What a Prometheus shows at /api/metrics to be answered; null: there is no such page. */ readonly metricsToken:
    | string
    | null;
  /** On Netlify there is no lasting disk. */ readonly netlify: boolean;
  /** Netlify's attachments, for backups made on another machine; null: they are not reached from here. */
  readonly netlifyBlobs: { readonly siteID: string; readonly token: string } | null;
};

type Notify = {
  /** `body` is the gateway's JSON with `{id}`, `{phone}` and `{text}` in it. */
  readonly sms: { readonly url: string; readonly key: string; readonly body: string } | null;
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly wecom: { readonly url: string } | null;
  readonly dingtalk: Signed | null;
  readonly feishu: Signed | null;
  /** `isPrivate`: may stand at an address that only the own network reaches. */
  readonly webhook: (Signed & { readonly isPrivate: boolean }) | null;
  /** Mobiles of those on duty. */ readonly dutyPhones: readonly string[];
};
type Signed = { readonly url: string; readonly secret: string };

type Environment = Readonly<Record<string, string | undefined>>;

const port = (text = '4321'): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65535)
    throw new Error(`PORT must be a number from 0 to 65535, not “${text}”`);
  return value;
};

/** `5GB`, `500 MB`: in bytes. */
const bytes = (name: string, text: string): number => {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?(MB|GB)$/.exec(text) ?? [];
  if (number === undefined) throw new Error(`${name} must be a size such as 500MB or 5GB, not “${text}”`);
  return Math.round(Number(number) * 1024 ** (unit === 'GB' ? 3 : 2));
};

const scanner = (text: string | undefined): Config['clamd'] => {
  if (text === undefined) return null;
  const [, host, digits] = /^([^\s:]+|\[[0-9a-f:]+\]):(\d{1,5})$/i.exec(text) ?? [];
  if (host === undefined || Number(digits) > 65535)
    throw new Error(`REOPENDESK_CLAMD must be host:port, for instance 127.0.0.1:3310, not “${text}”`);
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(digits) };
};

const siteUrl = (text = 'http://127.0.0.1:4321'): string => {
  if (!/^https?:\/\/[^/?#\s]+\/?$/.test(text))
    throw new Error(`REOPENDESK_URL must be an address such as https://example.gov.cn, not “${text}”`);
  return text;
};

const oneOf = <T extends string>(
  name: string,
  text: string | undefined,
  allowed: readonly T[],
  usual: T,
): T => {
  const found = allowed.find(value => value === (text ?? usual));
  if (!found) throw new Error(`${name} must be one of ${allowed.join(', ')}, not “${text}”`);
  return found;
};

const address = (name: string, text: string | undefined, protocols = /^https?:$/): string | null => {
  if (text === undefined) return null;
  if (!URL.canParse(text) || !protocols.test(new URL(text).protocol))
    throw new Error(`${name} must be a whole address such as https://example.com/send`);
  return text;
};

const dutyPhones = (text = ''): readonly string[] => {
  const phones = text.split(/[,\s]+/).filter(Boolean);
  const wrong = phones.find(phone => !/^1[3-9]\d{9}$/.test(phone));
  if (wrong) throw new Error(`DUTY_PHONES must be mobiles parted by commas, not “${wrong}”`);
  return phones;
};

const smsBody = (text = '{"id":"{id}","phone":"{phone}","text":"{text}"}'): string => {
  try {
    JSON.parse(text);
    if (text.includes('{phone}') && text.includes('{text}')) return text;
  } catch {}
  throw new Error('SMS_BODY must be JSON with {phone} and {text} in it');
};

/** Addresses are secrets where they carry a key, so that none is repeated in a message. */
const notify = (env: Environment): Notify => {
  const at = (name: string): { url: string } | null => {
    const url = address(name, env[name]);
    return url === null ? null : { url };
  };
  const signed = (name: string): Signed | null => {
    const found = at(`${name}_URL`);
    return found && { ...found, secret: env[`${name}_SECRET`] ?? '' };
  };
  const [sms, mail, webhook] = [
    at('SMS_URL'),
    address('SMTP_URL', env.SMTP_URL, /^smtps?:$/),
    signed('WEBHOOK'),
  ];
  if (sms && !env.SMS_KEY) throw new Error('SMS_URL needs SMS_KEY, which signs what is sent');
  if (webhook && !webhook.secret)
    throw new Error('WEBHOOK_URL needs WEBHOOK_SECRET, which signs what is sent');
  if (mail && !env.MAIL_FROM) throw new Error('SMTP_URL needs MAIL_FROM, the address that letters come from');
  return {
    sms: sms && { ...sms, key: env.SMS_KEY ?? '', body: smsBody(env.SMS_BODY) },
    mail: mail === null ? null : { url: mail, from: env.MAIL_FROM ?? '' },
    wecom: at('WECOM_URL'),
    dingtalk: signed('DINGTALK'),
    feishu: signed('FEISHU'),
    webhook: webhook && {
      ...webhook,
      isPrivate: oneOf('WEBHOOK_PRIVATE', env.WEBHOOK_PRIVATE, ['on', 'off'], 'off') === 'on',
    },
    dutyPhones: dutyPhones(env.DUTY_PHONES),
  };
};

const token = (text: string | undefined): string | null => {
  if (text !== undefined && text.length < 16)
    throw new Error('METRICS_TOKEN must have at least 16 characters');
  return text ?? null;
};

/** All three, or none. */
const directory = (env: Environment): Config['oidc'] => {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  const isLocal = /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(issuer ?? '');
  if (!clientId || !clientSecret || !(isLocal || /^https:\/\/[^/]/.test(issuer ?? '')))
    throw new Error(
      'OIDC_ISSUER (https://…), OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three or none',
    );
  return { issuer: issuer ?? '', clientId, clientSecret };
};

const netlifyBlobs = (env: Environment): Config['netlifyBlobs'] => {
  const { NETLIFY_SITE_ID: siteID, NETLIFY_AUTH_TOKEN: token } = env;
  if (siteID === undefined && token === undefined) return null;
  if (siteID === undefined || token === undefined)
    throw new Error('NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN go together: set both or none');
  return { siteID, token };
};

/** `NAME=` in a file of variables means what no line for it means. */
const withoutEmpty = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

/** Reads a table of environment variables; throws one clear line where a value cannot be. */
export const config = (given: Environment = process.env): Config => {
  const env = withoutEmpty(given);
  return {
    host: env.HOST ?? '127.0.0.1',
    port: port(env.PORT),
    data: resolve(env.REOPENDESK_DATA ?? 'var'),
    key: env.REOPENDESK_KEY ?? null,
    databaseUrl: env.DATABASE_URL ?? env.NETLIFY_DATABASE_URL ?? null,
    trustProxy: oneOf('TRUST_PROXY', env.TRUST_PROXY, ['on', 'off'], 'off') === 'on',
    logLevel: oneOf('LOG_LEVEL', env.LOG_LEVEL, ['info', 'error', 'silent'], 'info'),
    rateLimit: oneOf('RATE_LIMIT', env.RATE_LIMIT, ['on', 'off'], 'on') === 'on',
    uploadsTotal: bytes('REOPENDESK_UPLOADS_TOTAL', env.REOPENDESK_UPLOADS_TOTAL ?? '5GB'),
    clamd: scanner(env.REOPENDESK_CLAMD),
    siteUrl: siteUrl(env.REOPENDESK_URL ?? (env.NETLIFY === 'true' ? env.URL : undefined)),
    notify: notify(env),
    oidc: directory(env),
    metricsToken: token(env.METRICS_TOKEN),
    netlify: env.NETLIFY === 'true' || env.AWS_LAMBDA_FUNCTION_NAME !== undefined,
    netlifyBlobs: netlifyBlobs(env),
  };
};
