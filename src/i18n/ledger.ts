import { type Lang, w } from './words.ts';

/** Why a need stays unmet, as its enterprise reads it too. */
export const unmetWords = {
  'no-stock': w('库里没有货', 'nothing is in stock'),
  'no-source': w('暂时找不到货源', 'no supplier was found so far'),
  spec: w('没有要的规格，可以换一种的请补充说明', 'not in this specification; tell us if another would do'),
  quantity: w('货不够，先保障更急的企业', 'there is not enough; more urgent needs come first'),
  unreachable: w(
    '联系不上，数量或规格没问清',
    'you could not be reached to clear up quantity or specification',
  ),
} as const;

/** What an enterprise reads of a supplier, who agreed to have it shown. */
export const sourceWords = {
  text: w(
    '{name}：{spec}，可供{amount}，从{from}发货。联系人{contact}，电话{phone}。先验货后付款，本区不担保。',
    '{name}: {spec}, {amount} available, sent from {from}. Contact {contact}, phone {phone}. Inspect before you pay; the zone gives no guarantee.',
  ),
} as const;

/** The words of a reason; '' for none. */
export const unmetIn = (code: string, lang: Lang): string =>
  Object.hasOwn(unmetWords, code) ? unmetWords[code as keyof typeof unmetWords][lang] : '';
