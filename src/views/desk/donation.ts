import { donationCaseWords as words } from '#src/i18n/desk-donations.ts';
import { type Lang, prefix } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { type DeskField, deskField, deskProblems, hidden, type Typed, untyped } from './fields.ts';
import { ledgerTabs } from './ledger-parts.ts';

/** Fields that stand together under a legend; '' for none. */
export type Group = { readonly legend: string; readonly fields: readonly DeskField[] };

/** A form of the page: what is filled in, and with what it begins. */
export type GiftForm = {
  readonly name: string;
  readonly title: string;
  readonly help: string;
  readonly submit: string;
  readonly groups: readonly Group[];
  readonly start: Typed['values'];
  /** Whether it stands open: what is usually next. */ readonly open: boolean;
};

/** A line of goods, or a lot of it, in words. */
export type GiftLine = { readonly title: string; readonly sub: readonly string[]; readonly href: string };

export type DonationPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  readonly shown: string;
  readonly enterprise: string;
  readonly facts: string;
  readonly stage: string;
  /** What was received of money, for whom, the receipt. */ readonly notes: readonly string[];
  readonly named: boolean;
  readonly onRoll: boolean;
  readonly erased: boolean;
  /** The newest event of the donation, which a form sends back. */ readonly at: number;
  readonly goodsTitle: string;
  readonly goods: readonly GiftLine[];
  readonly lots: readonly GiftLine[];
  readonly trail: readonly {
    readonly at: string;
    readonly who: string;
    readonly what: string;
    readonly note: string;
  }[];
  readonly forms: readonly GiftForm[];
  readonly told: View;
  /** The form that came back, with what was typed. */ readonly typed: Typed & { readonly form: string };
};

const groupView = ({ legend, fields }: Group, form: string, typed: Typed, lang: Lang): View => {
  const inputs = fields.map(field => deskField(field, form, typed, lang));
  return legend === ''
    ? html`${inputs}`
    : html`<fieldset class="gift-line"><legend>${legend}</legend><div class="lot-fields">${inputs}</div></fieldset>`;
};

const formView = (page: DonationPage, form: GiftForm): View => {
  const { lang, csrf, number, at, typed } = page;
  const isBack = typed.form === form.name;
  const values = isBack ? typed : { ...untyped, values: form.start };
  const problems = isBack ? deskProblems(form.name, typed.problems, lang) : nothing;
  const isOpen = isBack || (form.open && typed.form === '');
  const help = form.help === '' ? nothing : html`<p class="hint">${form.help}</p>`;
  return html`<details class="deed"${isOpen ? html` open` : nothing}><summary>${form.title}</summary><form method="post" action="${deskAt(lang, `donations/${number}/`)}">${hidden({ _csrf: csrf, _at: String(at), _form: form.name })}${problems}${help}${form.groups.map(group => groupView(group, form.name, values, lang))}<button class="button" type="submit">${form.submit}</button></form></details>`;
};

const lineView = ({ title, sub, href }: GiftLine): View =>
  html`<li class="suggestion"><p><strong>${href === '' ? title : html`<a href="${href}">${title}</a>`}</strong></p>${sub.map(one => html`<p class="sub">${one}</p>`)}</li>`;

const listView = (title: string, lines: readonly GiftLine[]): View =>
  lines.length === 0
    ? nothing
    : html`<h2 class="ledger-part">${title}</h2><ul class="suggestions">${lines.map(lineView)}</ul>`;

const trailView = ({ lang, trail }: DonationPage): View => {
  const list =
    trail.length === 0
      ? html`<p class="empty">${words.noTrail[lang]}</p>`
      : html`<ol class="movements">${trail.map(one => html`<li><p><strong>${one.what}</strong></p><p class="sub">${one.at} · ${one.who}</p>${one.note === '' ? nothing : html`<p>${one.note}</p>`}</li>`)}</ol>`;
  return html`<h2 class="ledger-part">${words.trail[lang]}</h2>${list}`;
};

const namingView = ({ lang, named, onRoll, erased }: DonationPage): View => {
  if (erased) return html`<p class="late">${words.erased[lang]}</p>`;
  const said = named ? words.namedNow[lang] : words.unnamedNow[lang];
  return onRoll
    ? html`<p class="sub"><a href="${prefix(lang)}/donations/">${said}</a></p>`
    : html`<p class="sub">${said}</p>`;
};

/** One donation: where it stands, what came and where it went, what may be done, what was done. */
export const donationView = (page: DonationPage): View => {
  const { lang } = page;
  const notes = page.notes.map(note => html`<p>${note}</p>`);
  const acts =
    page.forms.length === 0
      ? nothing
      : html`<div class="ledger-acts">${page.forms.map(form => formView(page, form))}</div>`;
  return html`${ledgerTabs(lang, 'donations')}<h1>${page.enterprise}</h1>${page.told}<p class="lead">${page.facts} · <a href="${deskAt(lang, `cases/${page.number}/`)}">${words.see[lang]} ${page.shown}</a></p><section class="need-card"><p class="need-missing"><strong>${page.stage}</strong></p>${notes}${namingView(page)}</section>${listView(page.goodsTitle, page.goods)}${listView(words.lots[lang], page.lots)}${acts}${trailView(page)}`;
};
