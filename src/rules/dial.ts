import { phone } from '#src/rules/phone.ts';

/** A published number as it is dialled. */
export type Dial = {
  /** As people read it: `0431-85530623转801`, `12366`. */ readonly shown: string;
  /** What a tap dials, RFC 3966 with a pause before an extension, which phones know better than `;ext=`. */ readonly href: string;
  /** E.164; null for what can be dialled from within the country only: a short number, 400, 800. */
  readonly e164: string | null;
  /** '' without one. */ readonly extension: string;
};

/** Short numbers of services: 110, 12345, 95598. */
const short = /^(1[0-2]\d|1[02]\d{3}|9[56]\d{3,4})$/;

const withExtension = /^(.+?)转(\d{1,6})$/;

/**
 * Reads a published number: a short one, a landline with area code, a mobile, 400 or 800, with an extension after 转. Null where it is
 * none of them.
 */
export const dial = (published: string): Dial | null => {
  if (short.test(published)) return { shown: published, href: `tel:${published}`, e164: null, extension: '' };
  const read = phone(published);
  if (!read) return null;
  const { national, e164, extension } = read;
  return {
    shown: extension ? `${national}转${extension}` : national,
    href: `tel:${national}${extension ? `,${extension}` : ''}`,
    e164: /^\+86[48]00/.test(e164) ? null : e164,
    extension,
  };
};

/** As people give a number whose shape nobody checks, such as a sample's: dialled as it stands. */
export const dialled = (published: string): Dial => {
  const [, number = published, extension = ''] = withExtension.exec(published) ?? [];
  return (
    dial(published) ?? {
      shown: published,
      href: `tel:${number}${extension ? `,${extension}` : ''}`,
      e164: null,
      extension,
    }
  );
};
