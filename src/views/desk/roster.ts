import { rosterColumns as columns, rosterHelp as help, rosterWords as words } from '#src/i18n/desk-roster.ts';
import { sheetWords } from '#src/i18n/desk-sheets.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { dayInWords } from '#src/rules/day.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { timeInWords } from '../time.ts';
import { deskAt } from './address.ts';
import { deskForm, doneView, listWords } from './entry.ts';
import {
  type Choice,
  type DeskField,
  deskField,
  deskProblems,
  hidden,
  noticeView,
  type Typed,
} from './fields.ts';

/** An officer in words; days as `YYYY-MM-DD`, '' where there is none. */
export type OfficerLine = {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly department: string;
  readonly phone: string;
  readonly areas: readonly string[];
  readonly enterprises: number;
  readonly since: string;
  readonly until: string;
  /** Their time is over. */ readonly past: boolean;
  /** Planned absences, the next one first. */ readonly away: readonly AwayLine[];
  /** Those that are over, the last one first. */ readonly gone: readonly AwayLine[];
};

/** Days away, and the name of who stands in. */
type AwayLine = { readonly from: string; readonly until: string; readonly standIn: string };

/** A change of the roster: who, when, how many officers. */
export type RosterLog = {
  readonly at: string;
  readonly actor: string;
  readonly what: string;
  readonly counts: string;
};

type Entered = {
  readonly lang: Lang;
  readonly csrf: string;
  /** The version of the roster that the page shows. */ readonly was: number;
  readonly departments: readonly Choice[];
  readonly areas: readonly Choice[];
  readonly typed: Typed;
  /** Why nothing was saved, where no field is to blame; '' otherwise. */ readonly notice: string;
};

const dayWords = (day: string, lang: Lang): string => (lang === 'zh-Hans' ? dayInWords(day) : day);

/** How the names of the fields of an absence end: planned ones are numbered, one more has no number. */
export const absenceSlots: readonly string[] = [...Array.from({ length: 12 }, (_, n) => String(n + 1)), ''];

const away = ['awayFrom', 'awayUntil', 'standIn'] as const;

/** Every planned absence in a box of its own, then an empty one. */
const absencesView = ({ typed, lang }: Entered): View => {
  const isThere = (slot: string) =>
    slot === '' || away.some(name => Object.hasOwn(typed.values, `${name}${slot}`));
  const field = (one: DeskField): View => deskField(one, 's', typed, lang);
  const box = (slot: string): View => {
    const title = slot === '' ? words.awayNew[lang] : say(words.awayOne, lang, { n: slot });
    const [from, until] = (['awayFrom', 'awayUntil'] as const).map(name =>
      field({ name: `${name}${slot}`, label: columns[name], kind: 'day' }),
    );
    return html`<fieldset class="roster-absence"><legend>${title}</legend><div class="roster-days">${from}${until}${field({ name: `standIn${slot}`, label: columns.standIn, kind: 'line', max: 64, ...(slot === '' && { help: help.standIn }) })}</div></fieldset>`;
  };
  const slots = absenceSlots.filter(isThere);
  return html`<fieldset class="roster-away"><legend>${words.awayTitle[lang]}</legend><p class="hint">${help.away[lang]}</p>${slots.map(box)}</fieldset>`;
};

const fieldsOf = (page: Entered, act: string): View => {
  const { departments, areas, typed, lang, was } = page;
  const field = (one: DeskField): View => deskField(one, 's', typed, lang);
  const days = ['since', 'until'] as const;
  return html`${hidden({ _act: act, _was: String(was) })}${field({ name: 'name', label: columns.name, kind: 'line', max: 40, required: true })}${field({ name: 'department', label: columns.department, kind: 'choice', options: departments, required: true })}${field({ name: 'phone', label: columns.phone, kind: 'line', max: 40, required: true, help: help.phone })}${field({ name: 'login', label: columns.login, kind: 'line', max: 64, help: help.login })}${field({ name: 'areas', label: columns.areas, kind: 'ticks', options: areas })}${field({ name: 'enterprises', label: columns.enterprises, kind: 'lines', max: 4000, help: help.enterprises })}<div class="roster-days">${days.map(name => field({ name, label: columns[name], kind: 'day', ...(name === 'since' ? { required: true } : { help: help.until }) }))}</div>${absencesView(page)}`;
};

const toldView = ({ notice, typed, lang }: Entered): View =>
  notice ? noticeView(notice) : deskProblems('s', typed.problems, lang);

const awayWords = ({ from, until, standIn }: AwayLine, lang: Lang) => ({
  from: dayWords(from, lang),
  until: dayWords(until, lang),
  name: standIn,
});

const goneView = ({ gone }: OfficerLine, lang: Lang): View =>
  gone.length === 0
    ? nothing
    : html`<details class="roster-fold"><summary>${words.awayPast[lang]}</summary><ul>${gone.map(one => html`<li>${say(words.awayGone, lang, awayWords(one, lang))}</li>`)}</ul></details>`;

const rowView = (row: OfficerLine, lang: Lang): View => {
  const { away, since, until } = row;
  const firms = row.enterprises > 0 ? [say(words.firms, lang, { n: row.enterprises })] : [];
  const span = until
    ? say(words.span, lang, { from: dayWords(since, lang), until: dayWords(until, lang) })
    : say(words.from, lang, { day: dayWords(since, lang) });
  const past = row.past ? html` <span class="flag">${words.past[lang]}</span>` : nothing;
  const absent = away.map(
    one => html`<span class="sub">${say(words.away, lang, awayWords(one, lang))}</span>`,
  );
  return html`<tr><th scope="row"><a href="${deskAt(lang, `roster/officers/${row.id}/`)}">${row.name}</a><span class="sub">${row.login}</span></th><td>${row.department}<span class="sub">${row.phone}</span></td><td>${listWords([...row.areas, ...firms], lang)}</td><td>${span}${past}${absent}</td></tr>`;
};

export type RosterListPage = Entered & {
  readonly rows: readonly OfficerLine[];
  /** The id after which the next page begins; '' for none. */ readonly next: string;
  readonly isFirst: boolean;
  readonly done: string;
  readonly log: readonly RosterLog[];
};

const tableView = ({ rows, next, isFirst, lang }: RosterListPage): View => {
  if (rows.length === 0) return html`<p>${words.empty[lang]}</p>`;
  const heads = [columns.name, columns.department, words.looksAfter, words.days];
  const more = next
    ? html`<a class="button-quiet" href="${deskAt(lang, 'roster/', { after: next })}">${words.next[lang]}</a>`
    : nothing;
  const first = isFirst ? nothing : html`<a href="${deskAt(lang, 'roster/')}">${words.first[lang]}</a>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.title[lang]}"><table class="staff roster"><thead><tr>${heads.map(head => html`<th scope="col">${head[lang]}</th>`)}</tr></thead><tbody>${rows.map(row => rowView(row, lang))}</tbody></table></div><p class="button-row">${more}${first}</p>`;
};

const logView = ({ log, lang }: RosterListPage): View =>
  log.length === 0
    ? nothing
    : html`<h2>${words.log[lang]}</h2><ul class="events">${log.map(
        ({ at, actor, what, counts }) =>
          html`<li><time datetime="${at}">${timeInWords(at, lang)}</time> ${what} <span class="hint">${actor} · ${counts}</span></li>`,
      )}</ul>`;

/** Everybody on the roster, a page at a time; import, download, a form for one more. */
export const rosterListView = (page: RosterListPage): View => {
  const { lang, csrf, rows, typed, notice } = page;
  const isTyped = notice !== '' || Object.keys(typed.values).length > 0;
  const download =
    rows.length > 0
      ? html`<a class="button-quiet" href="${deskAt(lang, 'roster/sheets/roster.xlsx')}" download>${words.export[lang]}</a>`
      : html`<a class="button-quiet" href="${deskAt(lang, 'roster/sheets/template.xlsx')}" download>${sheetWords.template[lang]}</a>`;
  const form = deskForm(
    { action: deskAt(lang, 'roster/'), csrf, submit: words.add[lang] },
    fieldsOf(page, 'add'),
  );
  return html`<h1>${words.title[lang]}</h1>${doneView(page.done)}${toldView(page)}<p class="lead">${words.lead[lang]}</p><p class="button-row"><a class="button" href="${deskAt(lang, 'roster/import/')}">${words.import[lang]}</a>${download}</p>${tableView(page)}<details class="roster-fold" id="add"${flag('open', isTyped)}><summary>${words.addTitle[lang]}</summary>${form}</details><p class="hint">${words.note[lang]}</p>${logView(page)}`;
};

export type RosterOnePage = Entered & { readonly row: OfficerLine };

/** One officer: what may be changed of them, stand-ins, and taking them off. */
export const rosterOneView = (page: RosterOnePage): View => {
  const { lang, csrf, row, was } = page;
  const action = deskAt(lang, `roster/officers/${row.id}/`);
  const save = deskForm({ action, csrf, submit: words.save[lang] }, fieldsOf(page, 'change'));
  const gone = html`${hidden({ _act: 'remove', _was: String(was) })}<p class="hint">${words.removeHelp[lang]}</p>`;
  const remove = deskForm({ action, csrf, submit: words.remove[lang], quiet: true }, gone);
  return html`<h1>${row.name}</h1><p class="lead">${row.department} · ${row.phone}</p>${toldView(page)}${save}${goneView(row, lang)}<details class="roster-fold"><summary>${words.remove[lang]}</summary>${remove}</details><p class="roster-back"><a href="${deskAt(lang, 'roster/')}">${words.back[lang]}</a></p>`;
};
