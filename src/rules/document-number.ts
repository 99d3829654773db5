/**
 * Document numbers of Chinese official papers, GB/T 9704-2012 §7.2.5: issuer's code, year in hexagonal brackets, serial, 号;
 * no 第, no leading zero. Announcements (公告) are numbered by year: `财政部 税务总局公告2020年第8号`.
 */
const open = '[〔［[（(【﹝]';
const close = '[〕］\\]）)】﹞]';
const bracketed = new RegExp(`${open}\\s*((?:19|20)\\d{2})\\s*年?\\s*${close}`, 'g');

const halfWidth = (text: string): string =>
  text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** The standard form, whatever bracket, width or blank the editor typed: `人社部发 [2020] 第011号` gives `人社部发〔2020〕11号`. */
export const standardNumber = (typed: string): string =>
  halfWidth(typed)
    .trim()
    .replace(bracketed, '〔$1〕')
    .replace(/\s*〔(\d{4})〕\s*第?\s*0*(\d+)\s*号/g, '〔$1〕$2号')
    .replace(/((?:19|20)\d{2})\s*年\s*第\s*0*(\d+)\s*号/g, '$1年第$2号')
    .replace(/通告\s*[(（]\s*第?\s*0*(\d+)\s*号\s*[)）]/g, '通告第$1号');

const letterForm = /^[\p{Script=Han}A-Za-z、·]+〔(19|20)\d{2}〕[1-9]\d*号$/u;
const announcementForm = /^[\p{Script=Han}、· ]+(公告|令|通告)((19|20)\d{2}年)?第[1-9]\d*号$/u;

/** Whether the text is a document number in the standard form. */
export const isStandardNumber = (text: string): boolean =>
  letterForm.test(text) || announcementForm.test(text);
