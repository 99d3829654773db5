import { bedWords as words } from '#src/i18n/desk-beds.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { changeFields, type SiteLine } from './beds.ts';
import { type DeskField, deskField, deskProblems, hidden, type Typed, untyped } from './fields.ts';
import { barView, ledgerTabs } from './ledger-parts.ts';
import { pagingView } from './paging.ts';

/** What may happen to a stay. */
export const bedActs = ['in', 'out', 'cancelled'] as const;
export type BedAct = (typeof bedActs)[number];

/** A stay in words. */
export type StayLine = {
  readonly id: string;
  /** The case's number, as stored and shown; ''. */ readonly number: string;
  readonly shown: string;
  readonly what: string;
  readonly over: string;
  readonly course: string;
  /** How many each act may move; those of none are left out. */ readonly acts: readonly {
    readonly act: BedAct;
    readonly most: number;
  }[];
  readonly mayAct: boolean;
};

export type SitePage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly site: SiteLine;
  readonly capacity: number;
  readonly state: string;
  readonly stays: readonly StayLine[];
  readonly older: string;
  readonly mayKeep: boolean;
  readonly mayPlace: boolean;
  readonly draft: string;
  readonly today: string;
  /** What the form that keeps beds begins with. */ readonly begin: Readonly<Record<string, string>>;
  readonly typed: Typed & { readonly form: string };
  readonly told: View;
};

/** What is filled in to keep beds. */
export const reserveFields: readonly DeskField[] = [
  { name: 'number', label: words.number, kind: 'line', max: 20, help: words.numberHelp },
  { name: 'persons', label: words.persons, kind: 'line', max: 6, required: true },
  { name: 'fromDay', label: words.fromDay, kind: 'day', required: true },
  { name: 'plannedTo', label: words.plannedTo, kind: 'day', help: words.plannedHelp },
];

const action = ({ lang, site }: SitePage): string => deskAt(lang, `beds/${site.id}/`);

const actView = (page: SitePage, stay: StayLine, { act, most }: StayLine['acts'][number]): View => {
  const { lang, csrf, today } = page;
  const id = `${act}-${stay.id}`;
  const label = say(words.actFor, lang, { act: words[act][lang] });
  const more = hidden({ _csrf: csrf, _act: act, stay: stay.id, open: String(most) });
  return html`<form class="inline-form" method="post" action="${action(page)}">${more}<div class="field"><label for="${id}">${label}</label><input id="${id}" name="persons" inputmode="numeric" autocomplete="off" maxlength="6" value="${most}" required></div><div class="field"><label for="${id}-day">${words.day[lang]}</label><input id="${id}-day" name="day" type="date" value="${today}" required></div><button class="button-quiet" type="submit">${words[act][lang]}</button></form>`;
};

const stayView = (page: SitePage, stay: StayLine): View => {
  const { lang } = page;
  const from =
    stay.number === ''
      ? html`${words.noCase[lang]}`
      : html`<a href="${deskAt(lang, `cases/${stay.number}/`)}">${stay.shown}</a>`;
  const over = stay.over === '' ? nothing : html`<strong class="late">${stay.over}</strong>`;
  const acts = stay.mayAct ? stay.acts.map(one => actView(page, stay, one)) : nothing;
  return html`<li class="allocation"><p>${from} · ${stay.what}${over}</p><p class="sub">${stay.course}</p><div class="settles">${acts}</div></li>`;
};

const formView = (
  page: SitePage,
  form: 'reserve' | 'change',
  texts: { readonly title: string; readonly submit: string },
  fields: readonly DeskField[],
  begin: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>>,
): View => {
  const { lang, csrf, typed } = page;
  const isBack = typed.form === form;
  const isOpen = isBack || (form === 'reserve' && (begin.number ?? '') !== '');
  const values = isBack ? typed : { ...untyped, values: begin };
  const problems = isBack ? deskProblems(form, typed.problems, lang) : nothing;
  const inputs = fields.map(field => deskField(field, form, values, lang));
  return html`<details class="deed"${isOpen ? html` open` : nothing}><summary>${texts.title}</summary><form method="post" action="${action(page)}">${hidden({ _csrf: csrf, _act: form, ...more })}${problems}<div class="lot-fields">${inputs}</div><button class="button" type="submit">${texts.submit}</button></form></details>`;
};

/** One site: its free beds, who lives there by number, what may be done. */
export const siteView = (page: SitePage): View => {
  const { lang, site, stays, older, capacity, state } = page;
  const free = site.open ? say(words.free, lang, { free: site.free }) : words.closed[lang];
  const list =
    stays.length === 0
      ? html`<p class="empty">${words.noStays[lang]}</p>`
      : html`<ul class="allocations">${stays.map(stay => stayView(page, stay))}</ul>`;
  const reserve =
    page.mayPlace && site.free > 0
      ? formView(
          page,
          'reserve',
          { title: words.reserveTitle[lang], submit: words.reserve[lang] },
          reserveFields,
          page.begin,
          { id: page.draft },
        )
      : nothing;
  const change = page.mayKeep
    ? formView(
        page,
        'change',
        { title: words.changeTitle[lang], submit: words.change[lang] },
        changeFields,
        { capacity: String(capacity), state },
        { was: String(capacity) },
      )
    : nothing;
  const more = pagingView(lang, older === '' ? '' : deskAt(lang, `beds/${site.id}/`, { before: older }));
  return html`${ledgerTabs(lang, 'beds')}<h1>${site.name}</h1>${page.told}<p class="lead">${site.facts}</p><section class="need-card"><p class="need-missing"><strong>${free}</strong></p>${barView(site.shares)}<p class="sub">${site.sums}</p></section><div class="ledger-acts">${reserve}</div><h2 class="ledger-part">${words.stays[lang]}</h2><p class="hint">${words.movements[lang]}</p>${list}${more}<div class="ledger-acts">${change}</div>`;
};
