import { roleHelp, roleWords, staffWords as words } from '#src/i18n/desk-staff.ts';
import { type Lang, say, type Words } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { type EventLine, eventsView } from './account.ts';
import { deskAt } from './address.ts';
import { deskForm, doneView, listWords } from './entry.ts';
import { type Choice, type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';

type RoleName = keyof typeof roleWords;
export type StaffState = 'active' | 'invited' | 'disabled';

export type StaffLine = {
  readonly login: string;
  readonly name: string;
  readonly role: RoleName;
  readonly department: string;
  readonly areas: readonly string[];
  readonly state: StaffState;
};

type Chosen = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly departments: readonly Choice[];
  readonly areas: readonly Choice[];
  readonly typed: Typed;
};

/** Name, role, department, areas; the login too where it is given for the first time. */
const fieldsOf = ({ departments, areas, typed, lang }: Chosen, withLogin: boolean): View => {
  const roleChoices = Object.entries(roleWords).map(([code, name]): Choice => {
    const help = roleHelp[code as RoleName];
    const both: Words = {
      'zh-Hans': `${name['zh-Hans']}（${help['zh-Hans']}）`,
      en: `${name.en} (${help.en})`,
    };
    return [code, both];
  });
  const login: DeskField = {
    name: 'login',
    label: words.login,
    kind: 'line',
    max: 64,
    required: true,
    help: words.loginHelp,
  };
  const fields: readonly DeskField[] = [
    { name: 'name', label: words.name, kind: 'line', max: 40, required: true },
    ...(withLogin ? [login] : []),
    { name: 'role', label: words.role, kind: 'choice', options: roleChoices, required: true },
    { name: 'department', label: words.department, kind: 'choice', options: departments },
    { name: 'areas', label: words.areas, kind: 'ticks', options: areas },
  ];
  return html`${fields.map(field => deskField(field, 's', typed, lang))}`;
};

const nameIn = (choices: readonly Choice[], code: string, lang: Lang): string =>
  choices.find(([one]) => one === code)?.[1][lang] ?? code;

export type StaffListPage = Chosen & {
  readonly rows: readonly StaffLine[];
  /** The login after which the next page begins; '' for none. */ readonly next: string;
};

const rowView = (row: StaffLine, page: StaffListPage): View => {
  const { lang } = page;
  const place = row.department
    ? nameIn(page.departments, row.department, lang)
    : listWords(
        row.areas.map(area => nameIn(page.areas, area, lang)),
        lang,
      );
  return html`<tr><th scope="row"><a href="${deskAt(lang, `staff/${encodeURIComponent(row.login)}/`)}">${row.name}</a> <span class="sub">${row.login}</span></th><td>${roleWords[row.role][lang]}</td><td>${place}</td><td>${words[row.state][lang]}</td></tr>`;
};

/** Everybody who has an account, a page at a time, and a form for one more. */
export const staffListView = (page: StaffListPage): View => {
  const { lang, csrf, typed, next } = page;
  const heads = [words.name, words.role, words.department, words.state];
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="${words.title[lang]}"><table class="staff"><thead><tr>${heads.map(head => html`<th scope="col">${head[lang]}</th>`)}</tr></thead><tbody>${page.rows.map(row => rowView(row, page))}</tbody></table></div>`;
  const more = next
    ? html`<p><a class="button-quiet" href="${deskAt(lang, 'staff/', { after: next })}">${words.next[lang]}</a></p>`
    : nothing;
  const fields = html`${hidden({ _act: 'add' })}${fieldsOf(page, true)}`;
  const form = deskForm({ action: deskAt(lang, 'staff/'), csrf, submit: words.add[lang] }, fields);
  return html`<h1>${words.title[lang]}</h1>${deskProblems('s', typed.problems, lang)}${table}${more}<h2 id="add">${words.addTitle[lang]}</h2>${form}`;
};

export type StaffOnePage = Chosen & {
  readonly row: StaffLine;
  /** The own account is changed by another. */ readonly own: boolean;
  readonly done: string;
  readonly events: readonly EventLine[];
};

const actView = (page: StaffOnePage, act: 'disable' | 'reset'): View => {
  const { lang, csrf, row } = page;
  const action = deskAt(lang, `staff/${encodeURIComponent(row.login)}/`);
  const fields = html`${hidden({ _act: act })}<p class="hint">${words[`${act}Help`][lang]}</p>`;
  return deskForm({ action, csrf, submit: words[act][lang], quiet: true }, fields);
};

/** One account: what may be changed of it, and what happened to it. */
export const staffOneView = (page: StaffOnePage): View => {
  const { lang, csrf, row, typed } = page;
  const action = deskAt(lang, `staff/${encodeURIComponent(row.login)}/`);
  const fields = html`${hidden({ _act: 'change' })}${fieldsOf(page, false)}`;
  const acts = page.own
    ? html`<p class="hint">${words.own[lang]}</p>`
    : html`${deskForm({ action, csrf, submit: words.change[lang] }, fields)}${row.state === 'disabled' ? nothing : actView(page, 'disable')}${actView(page, 'reset')}`;
  return html`<h1>${row.name}</h1><p class="lead">${row.login} · ${roleWords[row.role][lang]} · ${words[row.state][lang]}</p>${doneView(page.done)}${deskProblems('s', typed.problems, lang)}${acts}<h2>${words.eventsTitle[lang]}</h2>${eventsView(page.events, lang, row.login)}<p><a href="${deskAt(lang, 'staff/')}">${words.back[lang]}</a></p>`;
};

/** The link of an invitation, shown once. */
export const inviteView = (lang: Lang, login: string, link: string): View =>
  html`<h1>${words.inviteTitle[lang]}</h1><p>${say(words.invite, lang, { login })}</p><p><code class="invite">${link}</code></p><p class="button-row"><a class="button" href="${deskAt(lang, 'staff/')}">${words.back[lang]}</a></p>`;
