import { sizePageWords as words } from '#src/i18n/size.ts';
import { type Lang, langs } from '#src/i18n/words.ts';
import { explain, measuresOf } from '#src/rules/size.ts';
import { type IndustryCode, industries, type Measure, measures } from '#src/rules/size-table.ts';

/** Works out the size while somebody types; what is typed stays in the page. */
const form = document.querySelector<HTMLFormElement>('[data-size]');
const told = document.querySelector<HTMLElement>('[data-size-told]');
const lang: Lang = langs.find(one => one === document.documentElement.lang) ?? 'zh-Hans';

const isIndustry = (code: string): code is IndustryCode => Object.hasOwn(industries, code);

const inputOf = (measure: Measure): HTMLInputElement | null =>
  form?.querySelector<HTMLInputElement>(`[name="${measure}"]`) ?? null;

/** Digits with separators, as people write them; full-width digits too. Null where nothing, NaN where no number was typed. */
const numberIn = (typed: string): number | null => {
  const text = typed.normalize('NFKC').replace(/[,\s，]/g, '');
  if (text === '') return null;
  return /^\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
};

const askOnly = (industry: IndustryCode): void => {
  const asked = measuresOf(industry);
  for (const measure of measures) {
    const field = inputOf(measure)?.closest<HTMLElement>('.field');
    if (field) field.hidden = !asked.has(measure);
  }
};

const paragraph = (text: string, className = ''): HTMLElement =>
  Object.assign(document.createElement('p'), { textContent: text, className });

const answer = (): readonly Node[] => {
  const industry = String(new FormData(form ?? undefined).get('industry') ?? '');
  if (!isIndustry(industry)) return [];
  askOnly(industry);
  const figures = { staff: numberIn(''), revenue: numberIn(''), assets: numberIn('') };
  for (const measure of measures) {
    const input = inputOf(measure);
    const figure = numberIn(input?.value ?? '');
    const isBad = Number.isNaN(figure);
    input?.setAttribute('aria-invalid', String(isBad));
    if (isBad) return [paragraph(words.badNumber[lang], 'field-error')];
    figures[measure] = figure;
  }
  if (measures.every(measure => figures[measure] === null)) return [];
  const steps = explain(industry, figures, lang);
  const end = lang === 'en' ? '.' : '。';
  const list = document.createElement('ul');
  list.append(
    ...steps
      .slice(0, -1)
      .map(step => Object.assign(document.createElement('li'), { textContent: step + end })),
  );
  return [paragraph((steps.at(-1) ?? '') + end, 'size-outcome'), paragraph(words.why[lang], 'meta'), list];
};

form?.addEventListener('input', () => told?.replaceChildren(...answer()));
form?.addEventListener('submit', event => event.preventDefault());
if (form) form.hidden = false;
told?.replaceChildren(...answer());
