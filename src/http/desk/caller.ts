import type { Ask } from '#src/http/ask.ts';
import type { Place } from '#src/staff/passkeys.ts';
import type { Caller } from '#src/staff/room.ts';
import { originOf, readCookie } from './cookies.ts';

/** The first name that a browser's own description holds: others put their makers' names after theirs. */
const browsers = [
  [/MicroMessenger\//, '微信 WeChat'],
  [/Edg[A-Z]*\//i, 'Edge'],
  [/HuaweiBrowser\//, 'Huawei'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

const firstIn = (text: string, names: readonly (readonly [RegExp, string])[]): string =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? '';

/** `Chrome · Windows`: enough to know a device again, and no more than that. */
const agentIn = (text: string): string =>
  [firstIn(text, browsers), firstIn(text, systems)].filter(Boolean).join(' · ');

export const callerOf = (ask: Ask): Caller => ({
  address: ask.address,
  agent: agentIn(ask.request.headers.get('user-agent') ?? ''),
  device: readCookie(ask, 'desk-device').slice(0, 300),
});

export const tokenIn = (ask: Ask): string => readCookie(ask, 'desk');

export const placeOf = (ask: Ask): Place => ({ origin: originOf(ask), host: ask.url.hostname });
