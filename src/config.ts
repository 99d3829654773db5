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
  /** On Netlify there is no lasting disk. */ readonly netlify: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

const port = (text = '4321'): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65535)
    throw new Error(`PORT must be a number from 0 to 65535, not “${text}”`);
  return value;
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
    netlify: env.NETLIFY === 'true' || env.AWS_LAMBDA_FUNCTION_NAME !== undefined,
  };
};
