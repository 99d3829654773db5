import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** scrypt as OWASP advises it: 128 MB and a third of a second a try. What a hash was made with stands in it. */
const cost = { N: 2 ** 17, r: 8, p: 1 };
const saltLength = 16;
const hashLength = 32;

/** At once: 256 MB at most. More wait their turn; a crowd is sent away before it fills the memory with requests. */
const most = 2;
const patience = 40;

const shortest = 12;
/** ASVS 6.2.9 asks for 64 at least. */
const longest = 128;

/** Too many passwords are being looked at. Doors know it by its name and answer 503. */
class Crowded extends Error {
  override name = 'StoreUnavailable';
}

let busy = 0;
const waiting: (() => void)[] = [];

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (busy >= most) {
    if (waiting.length >= patience) throw new Crowded('too many sign-ins at once');
    await new Promise<void>(resolve => waiting.push(resolve));
  } else busy++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
};

/** The same letters typed on another keyboard are the same password (NIST SP 800-63B, 3.1.1.2). */
const fold = (typed: string): string => typed.normalize('NFKC');

type Cost = typeof cost;

const derive = (password: string, salt: Uint8Array, { N, r, p }: Cost): Promise<Buffer> =>
  inTurn(
    () =>
      new Promise((resolve, reject) => {
        const maxmem = 128 * N * r + 2 ** 20;
        scrypt(fold(password), salt, hashLength, { N, r, p, maxmem }, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );

/** `scrypt$131072$8$1$<salt>$<hash>`, the last two in base64url. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(saltLength);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
};

/** What is compared with where there is no account: nobody's password, found out as slowly. */
const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Whether the password is the one of the hash; without a hash it never is, and takes as long to say so. */
export const isPassword = async (password: string, hash: string): Promise<boolean> => {
  const [, N = '', r = '', p = '', salt = '', wanted = ''] = (hash || nobody).split('$');
  const bytes = Buffer.from(salt, 'base64url');
  const found = await derive(password, bytes, { N: Number(N), r: Number(r), p: Number(p) });
  const isSame = timingSafeEqual(found, Buffer.from(wanted, 'base64url'));
  return isSame && hash !== '';
};

/** Of the passwords most often found in stolen lists, those of twelve characters and more, and what this desk invites to. */
const commonest = new Set(
  `password1234 password12345 password123456 passw0rd1234 p@ssw0rd1234 p@ssword1234 passwordpassword qwertyuiop12 qwertyuiop123
  qwertyuiopasdfghjkl qwerty123456 qwerty1234567 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i9o0p q1w2e3r4t5y6 1qaz2wsx3edc
  1qaz2wsx3edc4rfv qazwsxedcrfv zaq12wsxcde3 asdfghjkl123 zxcvbnm12345 abcd12345678 abc123456789 a12345678910 aa1234567890
  a1234567890b admin1234567 admin12345678 admin@123456 admin@1234567 administrator administrator1 root12345678 test12345678
  welcome12345 welcome123456 letmein12345 changeme1234 changemenow1 iloveyou1234 iloveyou12345 woaini123456 woaini5201314
  woaini1314520 5201314woaini wang123456789 zhang12345678 123456789abc 12345678910a 123456abcdef 1234qwerasdf 1234qwer5678
  0987654321qwe 147258369000 147852369000 159357456852 741852963000 789456123000 123698745000 zhongguo1234 zhongguo2020
  fugong202020 fugongfuwutai reopendesk2020 reopendesk123 kaifaqu12345 guanweihui123`.split(/\s+/),
);

/** One short piece over and over, or a run along the digits or the alphabet. */
const isPattern = (text: string): boolean => {
  const repeats = /^(.{1,4})\1+.{0,3}$/u.test(text);
  const runs = ['01234567890123456789012345678901', 'abcdefghijklmnopqrstuvwxyzabcdefghijkl'];
  return repeats || runs.some(run => run.includes(text) || [...run].reverse().join('').includes(text));
};

export type PasswordFault = 'short' | 'long' | 'common' | 'login';

/** What is wrong with a new password; null for a good one. Nothing is said of what kinds of characters it has (ASVS 6.2.5). */
export const passwordFault = (password: string, login: string): PasswordFault | null => {
  const typed = fold(password);
  const length = [...typed].length;
  if (length < shortest) return 'short';
  if (length > longest) return 'long';
  const plain = typed.toLowerCase();
  if (commonest.has(plain) || isPattern(plain)) return 'common';
  return login.length >= 4 && plain.includes(login) ? 'login' : null;
};
