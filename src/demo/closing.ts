import type { Doer, Outcome } from '#src/cases/deed.ts';
import { publishFaq } from '#src/cases/faq.ts';
import { confirm, rate } from '#src/cases/say.ts';
import { blame, calls, doubts, endings, praise } from './answers.ts';
import type { Chance } from './chance.ts';
import type { Life, World } from './life.ts';
import type { Planned } from './plan.ts';
import { questions } from './questions.ts';

const enterprise = 'enterprise';

const grades = [
  ['very-good', 44],
  ['good', 33],
  ['fair', 14],
  ['poor', 6],
  ['very-poor', 3],
] as const;

const outcomes: readonly (readonly [Outcome, number])[] = [
  ['solved', 84],
  ['partly', 4],
  ['policy', 6],
  ['upward', 3],
  ['outside', 3],
];

/** 好差评, and 回访 of a bad one by somebody who did not handle it. */
const rated = async (world: World, life: Life, chance: Chance): Promise<void> => {
  await life.hours(chance.spread(9, 1));
  const grade = chance.weighed(grades);
  const isBad = grade === 'poor' || grade === 'very-poor';
  const text = chance.is(0.5) ? chance.pick(isBad ? blame : praise) : '';
  await life.says(office => rate(office, life.number, { grade, text }, enterprise));
  if (!isBad) return;
  await life.office(chance.spread(500, 0.7));
  const doer = world.crew.dispatcher(chance.whole(0, 1));
  const result = chance.weighed([
    ['explained', 55],
    ['content', 30],
    ['redo', 15],
  ] as const);
  await life.does({ deed: 'revisit', result, text: `电话回访：${chance.pick(calls)}` }, doer);
  if (result === 'redo') await answeredAgain(life, doer);
};

/** Taken up again, answered and closed for good. */
const answeredAgain = async (life: Life, doer: Doer): Promise<void> => {
  await life.office(life.chance.spread(400, 0.6));
  await life.does(
    { deed: 'answer', text: '您好。我们重新核实办理，结果电话里和您说过，仍有问题请直接在这里说。' },
    doer,
  );
  await life.office(life.chance.spread(300, 0.6));
  await life.does({ deed: 'close', outcome: 'solved', text: '' }, doer);
};

const textOf = (outcome: Outcome): string =>
  outcome in endings ? endings[outcome as keyof typeof endings] : '';

/** 办结; what is solved in part or went upward is taken off the list later, most of it. */
const closed = async (life: Life, lead: Doer, chance: Chance): Promise<void> => {
  await life.office(chance.spread(260, 0.9));
  const outcome = chance.weighed(outcomes);
  await life.does({ deed: 'close', outcome, text: textOf(outcome) }, lead);
  const isOpen = outcome === 'partly' || outcome === 'upward';
  if (!isOpen || chance.is(0.35)) return;
  await life.office(chance.spread(1900, 0.6));
  if (outcome === 'upward')
    await life.does({ deed: 'answer', text: '您好。上级部门已经答复，可以办理。' }, lead);
  await life.does({ deed: 'close', outcome: 'solved', text: '已经解决。' }, lead);
};

/** 发布为常见问题, where the plan says so. */
const published = async (world: World, life: Life, planned: Planned, lead: Doer): Promise<void> => {
  const found = questions.find(one => one.ask === planned.answers.question);
  if (!planned.isPublished || !found?.public) return;
  await life.office(life.chance.whole(10, 120));
  const { title, category } = found.public;
  const { head } = await life.row();
  const entry = { question: title, answer: found.answer.replace(/^您好。/, ''), category, links: [] };
  const result = await publishFaq(world.at(life.now()), life.number, head, entry, lead);
  if (result.tag !== 'done') throw new Error(`演示数据：“${title}”发布不了：${JSON.stringify(result)}`);
  world.did('publish');
};

/** What happens after an answer: the enterprise says so, or is not content; an officer closes it; some rate it. */
export const finish = async (world: World, life: Life, planned: Planned, lead: Doer): Promise<void> => {
  const chance = life.chance.of('finish');
  await published(world, life, planned, lead);
  const turn = chance.weighed([
    ['confirm', 17],
    ['doubt', 4],
    ['close', 79],
  ] as const);
  if (turn === 'close') await closed(life, lead, chance);
  else {
    await life.hours(chance.spread(8, 0.8));
    const said = { solved: turn === 'confirm', text: turn === 'confirm' ? '' : chance.pick(doubts) };
    await life.says(office => confirm(office, life.number, said, enterprise));
    if (turn === 'doubt') await answeredAgain(life, lead);
  }
  if (chance.is(0.3)) await rated(world, life, chance);
};
