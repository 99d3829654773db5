import { employmentKinds } from '#src/forms/labour.ts';
import type { Front } from '#src/http/front.ts';
import { vacancyWords as words } from '#src/i18n/vacancies.ts';
import { type Lang, prefix, say } from '#src/i18n/words.ts';
import type { PublicVacancy } from '#src/vacancies/desk.ts';
import { dayIn } from '#src/views/time.ts';
import type { VacancyLine } from '#src/views/vacancies.ts';

/** What words about a vacancy need beside it. */
export type Around = {
  readonly front: Front;
  readonly lang: Lang;
  readonly origin: string;
  readonly phone: string;
};

/** The page on which a vacancy stands: `/vacancies/`, or that of staff to lend. */
export const vacanciesAt = (lang: Lang, kind: PublicVacancy['kind']): string =>
  `${prefix(lang)}/vacancies/${kind === 'lend' ? 'lend/' : ''}`;

/** The address by which a vacancy is handed on. */
export const addressOf = ({ kind, number }: PublicVacancy, { lang, origin }: Around): string =>
  `${origin}${vacanciesAt(lang, kind)}#v${number}`;

const payIn = ({ payFrom: from, payTo: to }: PublicVacancy, lang: Lang): string => {
  if (from === 0 && to === 0) return words.payOpen[lang];
  if (to === 0 || from === to)
    return from === to ? say(words.payOnly, lang, { from }) : say(words.payFrom, lang, { from });
  return say(from === 0 ? words.payTo : words.payRange, lang, { from, to });
};

const headsIn = ({ kind, headcount: all, filled }: PublicVacancy, lang: Lang): string => {
  const n = all - filled;
  if (kind === 'lend') return say(filled === 0 ? words.offered : words.offeredLeft, lang, { n, all });
  return say(filled === 0 ? words.wanted : words.left, lang, { n, all });
};

const tagsOf = ({ meals, lodging, insured, online }: PublicVacancy, lang: Lang): readonly string[] => [
  ...(meals === 1 ? [words.meals[lang]] : []),
  ...(lodging === 1 ? [words.lodged[lang]] : []),
  ...(insured === 'yes' ? [words.insured[lang]] : []),
  ...(online === 'yes' ? [words.online[lang]] : []),
];

const areaIn = ({ front, lang }: Around, code: string): string =>
  front.tables.areas.find(one => one.code === code)?.name[lang] ?? code;

const employmentIn = (code: string, lang: Lang): string =>
  employmentKinds.find(one => one.code === code)?.name[lang] ?? '';

/** For a chat group: one thing a line, no markup, the telephone number and the address last. */
const copyOf = (vacancy: PublicVacancy, line: Omit<VacancyLine, 'copy' | 'data'>, around: Around): string => {
  const { lang, phone } = around;
  const { kind, number, enterprise } = vacancy;
  const isHire = kind === 'hire';
  const head = say(isHire ? words.copyHire : words.copyLend, lang, { enterprise });
  return [
    `${head} · ${line.area}`,
    isHire ? `${line.title} · ${line.heads} · ${line.pay}` : line.heads,
    line.tags.join(' · '),
    ...line.facts.map(({ label, value }) => `${label}${lang === 'en' ? ': ' : '：'}${value}`),
    say(words.copyCall, lang, { phone, number }),
    addressOf(vacancy, around),
  ]
    .filter(text => text !== '')
    .join('\n');
};

/** Codes of schema.org for kinds of employment. */
const employmentTypes: Readonly<Record<string, string>> = {
  'full-time': 'FULL_TIME',
  'part-time': 'PART_TIME',
  temporary: 'TEMPORARY',
  dispatch: 'CONTRACTOR',
  intern: 'INTERN',
};

/**
 * A vacancy as https://schema.org/JobPosting; null where it says too little for one: then it is no offer that a machine should hand on. The
 * enterprise is named, its contact is not.
 */
const dataOf = (vacancy: PublicVacancy, around: Around): object | null => {
  const { kind, title, enterprise, employment, payFrom, payTo } = vacancy;
  const employmentType = employmentTypes[employment];
  if (kind !== 'hire' || !enterprise || !employmentType || (payFrom === 0 && payTo === 0)) return null;
  const { lang, front } = around;
  const tags = tagsOf(vacancy, lang);
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title,
    description: [vacancy.skills || title, ...tags].join(lang === 'en' ? ', ' : '，'),
    identifier: { '@type': 'PropertyValue', name: front.tables.zone[lang], value: vacancy.number },
    url: addressOf(vacancy, around),
    datePosted: vacancy.publishedAt,
    validThrough: `${vacancy.until}T23:59:59+08:00`,
    employmentType,
    totalJobOpenings: vacancy.headcount - vacancy.filled,
    hiringOrganization: { '@type': 'Organization', name: enterprise },
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'CN',
        addressLocality: front.tables.zone[lang],
        streetAddress: areaIn(around, vacancy.area),
      },
    },
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: 'CNY',
      value: {
        '@type': 'QuantitativeValue',
        unitText: 'MONTH',
        ...(payFrom > 0 ? { minValue: payFrom } : {}),
        ...(payTo > 0 ? { maxValue: payTo } : {}),
      },
    },
    ...(vacancy.startDay ? { jobStartDate: vacancy.startDay } : {}),
  };
};

/** A vacancy in words, as the public list and the officer's preview show it. */
export const vacancyLine = (vacancy: PublicVacancy, around: Around): VacancyLine => {
  const { lang } = around;
  const isHire = vacancy.kind === 'hire';
  const fact = (label: string, value: string) => (value === '' ? [] : [{ label, value }]);
  const line = {
    number: vacancy.number,
    kind: vacancy.kind,
    title: isHire ? vacancy.title : vacancy.enterprise,
    heads: headsIn(vacancy, lang),
    pay: isHire ? payIn(vacancy, lang) : '',
    enterprise: isHire ? vacancy.enterprise : '',
    area: areaIn(around, vacancy.area),
    tags: isHire ? tagsOf(vacancy, lang) : [],
    facts: [
      ...fact(words[isHire ? 'skills' : 'skillsLend'][lang], vacancy.skills),
      ...fact(words.employment[lang], employmentIn(vacancy.employment, lang)),
      ...fact(words.start[lang], dayIn(vacancy.startDay, lang)),
      ...fact(words.until[lang], dayIn(vacancy.until, lang)),
    ],
    phone: around.phone,
  };
  return { ...line, copy: copyOf(vacancy, line, around), data: dataOf(vacancy, around) };
};
