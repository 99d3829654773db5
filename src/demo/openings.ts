import type { Vacancies } from '#src/vacancies/desk.ts';
import type { VacancyAct } from '#src/vacancies/plan.ts';
import type { Chance } from './chance.ts';
import { arrivalsOf, daysOf } from './days.ts';
import type { Arrived, World } from './life.ts';

type Openings = {
  readonly world: World;
  readonly vacancies: Vacancies;
  readonly set: (at: number) => void;
  readonly chance: Chance;
};

/** Publishes what a case may publish, and says of some how many were found; a word that may not be public is left to an officer. */
const published = async ({ world, vacancies, chance }: Openings, one: Arrived, at: number): Promise<void> => {
  const row = await world.at(at).store.caseByNumber(one.number);
  if (!row) return;
  const own = chance.of(one.name);
  const { refusal, positions } = await vacancies.review(row);
  if (refusal !== null) return;
  const by = world.crew.officer(row.handler, 0).login;
  for (const { position } of positions) {
    const { kind, line, mark, typed } = position;
    const act: VacancyAct = { act: 'publish', typed };
    const put = await vacancies.act(one.number, act, { kind, line, was: 0, mark }, by);
    if (put.tag !== 'done') continue;
    world.did('vacancy');
    if (!own.is(0.3)) continue;
    const filled = Math.max(1, Math.round(typed.headcount * own.unit()));
    const asked = { kind, line, was: put.vacancy.version, mark };
    const fill = await vacancies.act(one.number, { act: 'fill', filled }, asked, by);
    if (fill.tag !== 'done') throw new Error(`演示数据：${one.number} 招到的人数：${JSON.stringify(fill)}`);
  }
};

/** On every office day the positions that came in the day before are looked through and published. */
export const openingsOf = (openings: Openings) => async (): Promise<void> => {
  const { world, set } = openings;
  const arrivals = arrivalsOf(world, one => one.form === 'labour');
  for await (const { day, at } of daysOf({ world, set, time: '10:30', days: 'office' }))
    for (const one of arrivals(day)) await published(openings, one, at);
};
