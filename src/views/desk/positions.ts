import { deskWords } from '#src/i18n/desk.ts';
import { caseWords as words } from '#src/i18n/desk-case.ts';
import { purposeWords, visitWords } from '#src/i18n/visit.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { shortTime } from './clock.ts';
import { dueDay } from './visit-form.ts';

/** A department's position on a review. `tone`: whether it lets the enterprise open, stands against it, or is not there yet. */
export type Position = {
  readonly department: string;
  readonly tone: 'for' | 'against' | 'open' | 'silent' | 'none';
  /** In words; '' until it has spoken. */ readonly position: string;
  readonly reason: string;
  readonly who: string;
  /** When it spoke, or by when it is to. */ readonly at: string;
};

export type SiteVisit = {
  readonly id: string;
  readonly purpose: keyof typeof purposeWords;
  readonly department: string;
  readonly state: 'planned' | 'done' | 'dropped';
  /** When it is due, or was made. */ readonly at: string;
  readonly faults: number;
  /** Whether this officer may open it. */ readonly open: boolean;
};

export type BesidePage = {
  readonly lang: Lang;
  readonly now: Date;
  readonly lead: string;
  /** Whether it still waits for its answer. */ readonly running: boolean;
  readonly positions: readonly Position[];
  readonly visits: readonly SiteVisit[];
};

const stateOf = ({ tone, position }: Position, lang: Lang): string => {
  if (tone === 'open') return words.waiting[lang];
  return tone === 'silent' ? words.silent[lang] : position;
};

const timeOf = ({ tone, who, at }: Position, { lang, now }: BesidePage): View => {
  const time = html`<time datetime="${at}">${shortTime(at, now, lang)}</time>`;
  if (tone === 'open' || tone === 'silent')
    return html`${say(words.askedUntil, lang, { at: shortTime(at, now, lang) })}`;
  return html`${who}${who ? deskWords.comma[lang] : nothing}${time}`;
};

const positionView = (page: BesidePage, one: Position): View => {
  const { lang } = page;
  const isSpoken = one.tone === 'for' || one.tone === 'against';
  const reason = isSpoken ? (one.reason || words.noReason[lang]).split('\n') : [];
  return html`<li class="position ${one.tone}"><h3>${one.department}</h3><p class="position-said">${stateOf(one, lang)}</p>${reason.map(line => html`<p>${line}</p>`)}<p class="sub">${timeOf(one, page)}</p></li>`;
};

/** How many are still to speak, or that all have; whose time has passed is not waited for. */
const countView = ({ lang, positions, running }: BesidePage): View => {
  if (!running) return nothing;
  const open = positions.filter(one => one.tone === 'open').length;
  return open > 0
    ? html`<b>${say(words.positionsOpen, lang, { n: open })}</b>`
    : html`<b>${words.positionsHeard[lang]}</b>`;
};

const visitLine = ({ lang, now }: BesidePage, visit: SiteVisit): View => {
  const { id, purpose, department, state, at, faults, open } = visit;
  const name = purposeWords[purpose][lang];
  const found = faults === 0 ? visitWords.fine[lang] : say(visitWords.faults, lang, { n: faults });
  const planned = say(visitWords.plannedFor, lang, { department, due: dueDay(at, now, lang) });
  const told =
    state === 'done' ? [department, shortTime(at, now, lang), found].join(deskWords.comma[lang]) : planned;
  const link = open ? html`<a href="${deskAt(lang, `visits/${id}/`)}">${name}</a>` : name;
  return html`<li>${link} <span class="sub">${told}</span></li>`;
};

/** Positions of a review side by side, and what was seen on the spot; nothing where there is neither. */
export const besideView = (page: BesidePage): View => {
  const { lang, lead, positions } = page;
  const visits = page.visits.filter(visit => visit.state !== 'dropped');
  const review =
    positions.length === 0
      ? nothing
      : html`<section class="positions" aria-labelledby="positions"><h2 id="positions">${words.positions[lang]}</h2><p class="hint">${countView(page)} ${say(words.positionsNote, lang, { lead })}</p><ul>${positions.map(one => positionView(page, one))}</ul></section>`;
  const seen =
    visits.length === 0
      ? nothing
      : html`<section class="site-visits" aria-labelledby="site-visits"><h2 id="site-visits">${visitWords.inCase[lang]}</h2><ul>${visits.map(visit => visitLine(page, visit))}</ul></section>`;
  return html`${review}${seen}`;
};
