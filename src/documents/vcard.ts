/** What goes into somebody's contacts. */
export type Card = {
  /** Stable: importing twice changes the contact instead of adding one. */ readonly uid: string;
  readonly name: string;
  readonly organization: string;
  /** E.164 where there is one, else as it is dialled. */ readonly phones: readonly CardPhone[];
  readonly fax: CardPhone | null;
  /** '' for nothing to say. */ readonly note: string;
  /** The page of the number. */ readonly url: string;
  /** `2026-11-22`, when it was checked last; null where nobody says. */ readonly checkedOn: string | null;
};
export type CardPhone = { readonly number: string; readonly extension: string };

/** A value of text: RFC 6350, 3.4. */
const escaped = (text: string): string =>
  text.replace(/[\\,;]/g, sign => `\\${sign}`).replace(/\r\n|[\r\n]/g, '\\n');

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** No more than 75 octets a line, and never inside a character: RFC 6350, 3.2. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let now = '';
  for (const character of line) {
    if (bytesOf(now) + bytesOf(character) > 75) {
      lines.push(now);
      now = ' ';
    }
    now += character;
  }
  return [...lines, now].join('\r\n');
};

const telLine = (type: string, { number, extension }: CardPhone): string =>
  extension === ''
    ? `TEL;TYPE=${type}:${escaped(number)}`
    : `TEL;VALUE=uri;TYPE=${type}:tel:${number};ext=${extension}`;

/** One contact as vCard 4.0 (RFC 6350): lines end in CRLF, UTF-8. */
export const vcard = ({ uid, name, organization, phones, fax, note, url, checkedOn }: Card): string =>
  [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `UID:${escaped(uid)}`,
    `FN:${escaped(name)}`,
    `ORG:${escaped(organization)}`,
    ...phones.map(phone => telLine('"voice,work"', phone)),
    ...(fax ? [telLine('"fax,work"', fax)] : []),
    ...(note === '' ? [] : [`NOTE:${escaped(note)}`]),
    `URL:${url}`,
    ...(checkedOn === null ? [] : [`REV:${checkedOn.replaceAll('-', '')}T000000Z`]),
    'END:VCARD',
    '',
  ]
    .map(folded)
    .join('\r\n');
