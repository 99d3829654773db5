import { samplesB } from '../forms/samples-b.ts';
import { textOf } from './knock.ts';

export const codes = [
  '91220101MA1ABCDE04',
  '91220101MA2BCDEF1M',
  '91220101MA3CDEFG27',
  '91350100M000100Y43',
] as const;
export const enterprise = (name: string, creditCode = '', area = 'east', line = 'industry') => ({
  ...samplesB.filing.least.enterprise,
  name,
  creditCode,
  area,
  line,
});
export const lead = (html: string): string => textOf(/<p class="lead">(.*?)<\/p>/.exec(html)?.[1] ?? '');
/** The list alone, without figures and filters. */
export const listed = (html: string): string =>
  textOf(/<ul class="needs returns">(.*?)<\/ul>/s.exec(html)?.[1] ?? '');
