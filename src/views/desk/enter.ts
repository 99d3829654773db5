import type { AnyForm } from '#src/forms/field.ts';
import { filesFields } from '#src/forms/files.ts';
import { channelWords } from '#src/i18n/desk.ts';
import { enterWords as words } from '#src/i18n/desk-case.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { errorSummary, fieldsView } from '../form.ts';
import { type FormPage, headOf } from '../form-page.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { type DeskField, deskField, deskProblems, noticeView, type Typed } from './fields.ts';

const { web: _, ...others } = channelWords;

/** What is recorded beside the form: how it came, who asked, and their consent. Names begin with `_`: they are no field of a form. */
export const aboutFields = (lang: Lang): readonly DeskField[] => [
  { name: '_channel', kind: 'radios', label: words.channel, required: true, options: Object.entries(others) },
  { name: '_who', kind: 'line', label: words.who, required: true, max: 60 },
  {
    name: '_consent',
    kind: 'radios',
    label: words.consent,
    required: true,
    help: {
      'zh-Hans': say(words.consentHelp, 'zh-Hans', { text: words.consentText['zh-Hans'] }),
      en: say(words.consentHelp, 'en', { text: words.consentText[lang] }),
    },
    options: [
      ['phone', words.consentPhone],
      ['present', words.consentPresent],
    ],
  },
];

/** The forms that can be filled in for somebody. */
export const enterListView = (lang: Lang, forms: readonly AnyForm[]): View =>
  html`<h1>${words.title[lang]}</h1><p class="lead">${words.lead[lang]}</p><h2>${words.choose[lang]}</h2><ul class="form-list">${forms.map(form => html`<li data-row><a href="${deskAt(lang, `enter/${form.id}/`)}">${form.title[lang]}</a><span class="sub">${form.lead[lang]}</span></li>`)}</ul>`;

export type EnterPage = FormPage & {
  readonly csrf: string;
  readonly key: string;
  readonly about: Typed;
  /** The problem of a daily report that it is entered for; ''. */ readonly problem: string;
};

/** The same form as the public one, with what is recorded of how it came. The officer's record stands for the tick of consent. */
export const enterView = (page: EnterPage): View => {
  const { form, lang, handler, csrf, key, about } = page;
  const { title } = headOf(form, handler);
  const fields = Object.fromEntries(Object.entries(form.fields).filter(([, { kind }]) => kind !== 'consent'));
  const files = filesFields(form.fields).length > 0;
  const asked = aboutFields(lang).map(field => deskField(field, 'e', about, lang));
  return html`<h1>${say(words.titleOf, lang, { form: title[lang] })}</h1>${page.notice ? noticeView(page.notice) : nothing}${deskProblems('e', about.problems, lang)}${errorSummary(page)}<form class="form" method="post"${files ? html` enctype="multipart/form-data"` : nothing} action="${deskAt(lang, `enter/${form.id}/`, { problem: page.problem })}" novalidate><button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true">${words.submit[lang]}</button><input type="hidden" name="_csrf" value="${csrf}"><input type="hidden" name="_key" value="${key}"><fieldset class="group"><legend>${words.about[lang]}</legend>${asked}</fieldset>${fieldsView(fields, page.typed, '', page)}<div class="button-row"><button class="button" type="submit">${words.submit[lang]}</button></div></form>`;
};

export type EnteredPage = {
  readonly lang: Lang;
  readonly form: string;
  /** Null where another officer issued a new one since. */ readonly pin: string | null;
  readonly cases: readonly {
    readonly number: string;
    readonly shown: string;
    readonly handler: string;
    readonly due: string;
  }[];
};

/** The receipt to read out or print: numbers and password large. */
export const enteredView = ({ lang, form, pin, cases }: EnteredPage): View => {
  const [first] = cases;
  const spoken = say(words.say, lang, {
    number: first?.shown ?? '',
    pin: pin ?? '',
    handler: first?.handler ?? '',
    due: first?.due ?? '',
  });
  const codes = cases.map(
    one =>
      html`<div><dt>${one.handler}</dt><dd class="receipt-number"><a href="${deskAt(lang, `cases/${one.number}/`)}">${one.shown}</a></dd></div>`,
  );
  const several = cases.length > 1 ? html`<p>${say(words.several, lang, { n: cases.length })}</p>` : nothing;
  return html`<section class="receipt"><h1 role="status">${words.receiptTitle[lang]}</h1><p class="lead">${words.readOut[lang]}</p>${several}<dl class="receipt-codes">${codes}<div><dt>${words.pin[lang]}</dt><dd class="receipt-pin">${pin ?? ''}</dd></div></dl><blockquote class="spoken"><p>${spoken}</p></blockquote><p class="button-row"><button class="button" type="button" data-print hidden>${words.print[lang]}</button><a class="button-quiet" href="${deskAt(lang, `cases/${first?.number ?? ''}/`)}">${words.openCase[lang]}</a><a class="button-quiet" href="${deskAt(lang, `enter/${form}/`)}">${words.another[lang]}</a></p></section>`;
};
