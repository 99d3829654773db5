import { randomInt, timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { site } from '#src/i18n/site.ts';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, half a minute. */
const period = 30;
const totpOf = (login: string, secret: Secret): TOTP =>
  new TOTP({
    issuer: site.desk['zh-Hans'],
    label: login,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret,
  });

/** A new secret of 160 bits, as it is typed into an app, and as an address that an app reads off a picture. */
export const newTotp = (login: string): { readonly secret: string; readonly uri: string } => {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, uri: totpOf(login, secret).toString() };
};

/** The same secret's address again. */
export const totpUri = (login: string, secret: string): string =>
  totpOf(login, Secret.fromBase32(secret)).toString();

/** The step that a code is of: the present one, or one beside it for a clock that is off; null for a wrong code. */
export const totpStep = (login: string, secret: string, code: string, at: Date): number | null => {
  const delta = totpOf(login, Secret.fromBase32(secret)).validate({
    token: code,
    timestamp: at.getTime(),
    window: 1,
  });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / period) + delta;
};

/** Letters and digits that nobody mistakes for another when read from paper. */
const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';
const recoveryLength = 10;

const draw = (): string =>
  Array.from({ length: recoveryLength }, () => alphabet[randomInt(alphabet.length)]).join('');

/** Ten codes of 49 bits, as they are written down: `k7m2p-9xqrt`. */
export const newRecovery = (): readonly string[] =>
  Array.from({ length: 10 }, draw).map(code => `${code.slice(0, 5)}-${code.slice(5)}`);

/** What was typed as a code, without what people put between; '' where it is neither kind. */
export const foldCode = (
  typed: string,
): { readonly kind: 'totp' | 'recovery' | ''; readonly code: string } => {
  const code = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
  if (/^\d{6}$/.test(code)) return { kind: 'totp', code };
  return { kind: code.length === recoveryLength ? 'recovery' : '', code };
};

/** The hashes without the one that was used; null where it is none of them. */
export const without = (hashes: readonly string[], used: string): readonly string[] | null => {
  const wanted = Buffer.from(used);
  const isUsed = (hash: string) => {
    const bytes = Buffer.from(hash);
    return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
  };
  const left = hashes.filter(hash => !isUsed(hash));
  return left.length < hashes.length ? left : null;
};
