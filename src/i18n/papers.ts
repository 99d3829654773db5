import { type Lang, type Words, w } from './words.ts';

/** Official papers by their kinds. */
export const paperNames = {
  pass: w('车辆通行证', 'Vehicle pass'),
  notice: w('复工告知书', 'Reopening notice'),
  certificate: w('证明', 'Certificate'),
  letter: w('协调函', 'Letter to another region'),
} as const;

/** Steps of a paper, as officers and the course of a case name them. */
export const paperStepWords = {
  draft: w('拟稿', 'drafted'),
  edit: w('改稿', 'edited'),
  return: w('退回改稿', 'sent back to be edited'),
  check: w('核稿', 'checked'),
  sign: w('签发', 'signed'),
  number: w('编号', 'numbered'),
  seal: w('用印', 'sealed'),
  issue: w('发出', 'issued'),
  revoke: w('撤销', 'revoked'),
  void: w('作废', 'given up'),
  follow: w('改了催问日期', 'given another day to ask after it'),
  answer: w('收到回函', 'answered by the other side'),
} as const;

/** Why a paper is revoked. */
export const revokeWords = {
  mistake: w('内容有误', 'It holds a mistake'),
  changed: w('情况变了，不再符合条件', 'Things changed and it no longer applies'),
  misused: w('没有按用途使用', 'It was not used for its purpose'),
  lost: w('遗失，另发', 'It was lost and is issued anew'),
  asked: w('企业申请撤销', 'The enterprise asked for it'),
} as const;

const inTable = (table: Readonly<Record<string, Words>>, code: unknown, lang: Lang): string =>
  typeof code === 'string' && Object.hasOwn(table, code) ? (table[code]?.[lang] ?? '') : '';

/** A kind, a step or a reason in words; '' for a code that there is not. */
export const paperIn = (code: unknown, lang: Lang): string => inTable(paperNames, code, lang);
export const paperStepIn = (code: unknown, lang: Lang): string => inTable(paperStepWords, code, lang);
export const revokedFor = (code: unknown, lang: Lang): string => inTable(revokeWords, code, lang);

/** What an enterprise reads beside its case. */
export const ownPaperWords = {
  title: w('发给您的文书', 'Papers issued to you'),
  valid: w('有效期：{from}至{to}', 'Valid from {from} to {to}'),
  since: w('{from}起有效', 'Valid from {from}'),
  open: w('打开、打印', 'Open and print'),
  back: w('回到办理进度', 'Back to the case'),
  revoked: w('已撤销，不能再用', 'Revoked: it can no longer be used'),
  expired: w('已过期', 'Expired'),
  gone: w('没有这份文书', 'There is no such paper'),
  goneText: w(
    '它可能已经到期删除。有疑问请打{phone}。',
    'It may have been deleted. Call {phone} if in doubt.',
  ),
  print: w(
    '打印：用浏览器的“打印”，选A4纸。盖了章的原件由工作人员发给您。',
    'To print it use your browser’s Print on A4. Officers hand you the sealed original.',
  ),
  qr: w('扫码核对真伪', 'Scan to check'),
} as const;

/** The page where anybody checks a paper. */
export const verifyWords = {
  title: w('核对通行证、证明', 'Check a pass or certificate'),
  lead: w(
    '扫文书上的二维码，或者照着文书填编号和核验码。只显示种类、是否有效和日期。',
    'Scan the QR code on the paper, or type its number and code. Only its kind, whether it is valid, and its dates are shown.',
  ),
  serial: w('编号', 'Number'),
  serialHelp: w(
    '照着文书填，例如：复工通〔2020〕12号',
    'As on the paper: the words, the year and the number',
  ),
  code: w('核验码', 'Code'),
  codeHelp: w(
    '二维码下面的26位字母和数字，横线可以不写',
    'The 26 letters and digits under the QR code; dashes may be left out',
  ),
  check: w('核对', 'Check'),
  again: w('再核对一份', 'Check another'),
  unknownTitle: w('没有核对上', 'It could not be confirmed'),
  unknown: w(
    '编号和核验码对不上，或者文书还没有生效。请照着文书再填一次；还是对不上，不要当作有效文书，可以打{phone}问。',
    'Number and code do not fit, or the paper is not in force. Type them again as on the paper. If that fails do not take it as valid; you may call {phone}.',
  ),
  wait: w('试的次数太多，请{minutes}分钟以后再试', 'Too many tries: wait {minutes} minutes'),
  kind: w('种类', 'Kind'),
  state: w('状态', 'State'),
  from: w('有效期开始', 'Valid from'),
  to: w('有效期到', 'Valid to'),
  open: w('没有截止日期', 'No end'),
  compare: w(
    '请把这里的种类和日期同文书对一对；车牌、单位以盖章的文书为准。',
    'Compare kind and dates with the paper. Plate and enterprise are on the sealed paper itself.',
  ),
} as const;

/** What somebody who checks a paper is told of its state. */
export const verifiedStates = {
  valid: w('有效', 'Valid'),
  early: w('有效期还没开始', 'Not valid yet'),
  expired: w('已过期', 'Expired'),
  revoked: w('已撤销', 'Revoked'),
} as const;
