import { w } from './words.ts';

/** The privacy notice (PIPL 17): what is told before anything personal is taken in. The rows come from the form. */
export const noticeWords = {
  field: w(
    '{why}。依据：{basis}。存{days}天。谁能看到：{seenBy}。',
    '{why}. Basis: {basis}. Kept for {days} days. Seen by: {seenBy}.',
  ),
  texts: w(
    '其他文字说明也加密存放，存{days}天。编码、数量和日期用于统计，不含个人信息。',
    'Other free text is stored encrypted too, for {days} days. Codes, quantities and dates are kept for figures; they say nothing about a person.',
  ),
  rights: w(
    '信息由{zone}管委会处理。您随时可以用登记编号和查询密码查看、修改、撤回、删除。删除后，备份里最多再留{backup}天。有疑问打{phone}。',
    'The administration of {zone} handles this information. With your number and password you may see, correct, withdraw or delete this at any time. After deletion it stays in backups for at most {backup} days. Questions: {phone}.',
  ),
  version: w('告知文本编号：{hash}', 'Version of this notice: {hash}'),
} as const;
