import type { BedDesk } from '#src/beds/desk.ts';
import type { StayCounted } from '#src/beds/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import { siteKindNames, bedStayWords as words } from '#src/i18n/desk-beds.ts';
import { reportWords } from '#src/i18n/report.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { deskAt } from '#src/views/desk/address.ts';
import { type BehindLine, behindView } from '#src/views/desk/behind.ts';
import { dayIn } from '#src/views/time.ts';
import { kindIn } from './beds.ts';
import { deskPage } from './frame.ts';
import { departmentOf } from './funding-lines.ts';
import { dayIn as dayAsked } from './returns-lines.ts';
import type { SignedIn } from './session.ts';

const perPage = 50;

type Look = {
  readonly front: Front;
  readonly department: string;
  readonly of: 'resident' | 'arrived';
  readonly lang: Lang;
};

const lineOf = (stay: StayCounted, { front, department, of, lang }: Look): BehindLine => {
  // Whose case it is stays with those who handle it; how many live there does not.
  const isTheirs = stay.number !== '' && (department === '' || stay.handler === department);
  const n = of === 'arrived' ? stay.arrived : stay.arrived - stay.departed;
  return {
    href: deskAt(lang, `beds/${stay.siteId}/`),
    shown: stay.site,
    name: say(words.persons, lang, { n }),
    about: [siteKindNames[stay.kind][lang], isTheirs ? front.showNumber(stay.number) : ''],
    when: '',
    amount: '',
  };
};

/** The stays behind the numbers of beds of a day: who lived there at its end, or who came until then. */
export const staysPage = async (
  ask: Ask,
  front: Front,
  signed: SignedIn,
  { beds, today }: { readonly beds: BedDesk; readonly today: string },
): Promise<Response> => {
  const { lang, url } = ask;
  const day = dayAsked(url.searchParams.get('day') ?? '', today);
  const of = url.searchParams.get('of') === 'arrived' ? 'arrived' : 'resident';
  const kind = kindIn(url);
  const before = (url.searchParams.get('before') ?? '').slice(0, 60);
  const [{ rows, next }, flows] = await Promise.all([
    beds.stays({ day, kind, of }, before || 'zzzzzzzzzzzz', perPage),
    beds.flows(day),
  ]);
  const total = flows
    .filter(flow => kind === '' || flow.kind === kind)
    .reduce((sum, flow) => sum + flow.arrived - (of === 'resident' ? flow.departed : 0), 0);
  const look = { front, department: departmentOf(signed), of, lang } as const;
  const query = { day, kind, ...(of === 'arrived' && { of }) };
  const title = say(words[of], lang, { day: dayIn(day, lang) });
  const view = behindView({
    lang,
    title: kind === '' ? title : `${title} · ${siteKindNames[kind][lang]}`,
    back: { name: reportWords.title[lang], href: deskAt(lang, 'daily/', { day }) },
    total: String(total),
    unit: words.unit[lang],
    hint: words.hint[lang],
    behind: false,
    sides: [],
    rows: rows.map(row => lineOf(row, look)),
    none: words.none[lang],
    next: next && deskAt(lang, 'stays/', { ...query, before: next }),
    newest: before === '' ? '' : deskAt(lang, 'stays/', query),
  });
  return deskPage(ask, 200, title, view, { ...signed, here: 'ledger' });
};
