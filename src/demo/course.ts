import type { Doer } from '#src/cases/deed.ts';
import { reply, withdraw } from '#src/cases/say.ts';
import { addWorkingDays } from '#src/rules/calendar.ts';
import { addDays, dayOf } from '#src/rules/day.ts';
import { answerTo, calls, helped, helping, longer, missing, notes, passing, replies } from './answers.ts';
import { finish } from './closing.ts';
import { officeMinutes } from './hours.ts';
import type { Life, World } from './life.ts';
import type { Planned } from './plan.ts';

const enterprise = 'enterprise';

/** What is late of a hundred. */
const late = 0.08;

/** Whoever leads the case now, and which of its officers has it. */
const leadOf = async (world: World, life: Life): Promise<Doer> => {
  const { handler } = await life.row();
  return world.crew.officer(handler, life.chance.of('officer').whole(0, 11));
};

/** A held case is looked at by a dispatcher: most are in order. False where it ends there. */
export const checked = async (world: World, life: Life): Promise<boolean> => {
  const doer = world.crew.dispatcher(life.chance.whole(0, 1));
  await life.office(life.chance.spread(70, 0.8));
  if (life.chance.is(0.75)) {
    await life.does({ deed: 'release' }, doer);
    return true;
  }
  await life.does(
    { deed: 'close', outcome: 'outside', text: '电话核实不是本区企业提交的，不予受理。' },
    doer,
  );
  return false;
};

/** 退单, once, within a working day; the dispatcher says who takes it. */
const declined = async (world: World, life: Life, lead: Doer): Promise<Doer> => {
  const suggest = lead.department === 'services' ? 'economy' : 'services';
  await life.office(life.chance.whole(20, 160));
  await life.does({ deed: 'decline', reason: passing, suggest }, lead);
  await life.office(life.chance.whole(20, 200));
  const passed = {
    deed: 'assign',
    way: 'pass',
    department: suggest,
    officer: '',
    reason: '按退单建议转办。',
  } as const;
  await life.does(passed, world.crew.dispatcher(life.chance.whole(0, 1)));
  return leadOf(world, life);
};

/** 签收. */
export const accepted = async (life: Life, lead: Doer): Promise<void> => {
  await life.office(Math.min(700, life.chance.spread(55, 1)));
  const isLater = life.chance.is(0.02);
  const laterBy = isLater ? addDays(dayOf(new Date(life.now())), 5) : '';
  await life.does({ deed: 'accept', officer: '', later: isLater ? ['盖章的承诺书原件'] : [], laterBy }, lead);
};

/** 协办: another department is asked, and says something. */
const assisted = async (world: World, life: Life, lead: Doer): Promise<void> => {
  const others = ['economy', 'finance', 'labour', 'services', 'health'].filter(
    code => code !== lead.department,
  );
  const { number, chance } = life;
  const asked = (await world.at(life.now()).store.parts((await life.row()).id)).map(part => part.department);
  const department = chance.pick(others.filter(code => !asked.includes(code)));
  if (!(await life.may('assist', lead))) return;
  await life.does({ deed: 'assist', departments: [department], ask: helping, due: '' }, lead);
  if (chance.is(0.2)) return;
  await life.office(chance.spread(150, 0.7));
  const doer = world.crew.officer(department, number.length + chance.whole(0, 5));
  await life.does({ deed: 'assist-answer', position: 'agree', text: chance.pick(helped) }, doer);
};

/** 一次性告知: everything missing at once; most enterprises send it. False where it waits still. */
export const givenBack = async (life: Life, lead: Doer): Promise<boolean> => {
  const { chance, number } = life;
  await life.office(chance.spread(60, 0.8));
  await life.does({ deed: 'return', missing: chance.pick(missing), text: '' }, lead);
  if (chance.is(0.12)) return unreachable(life, lead);
  await life.hours(chance.spread(20, 0.8));
  await life.says(office => reply(office, number, chance.pick(replies), enterprise));
  return true;
};

/** 三次联系不上: three half-days in vain, then it is closed. */
const unreachable = async (life: Life, lead: Doer): Promise<boolean> => {
  for (const minutes of [600, 500, 500]) {
    await life.office(minutes);
    const at = new Date(life.now()).toISOString();
    await life.does({ deed: 'contact', reached: false, at, whom: '', text: '' }, lead);
  }
  if (await life.may('close', lead)) {
    await life.office(120);
    await life.does({ deed: 'close', outcome: 'unreachable', text: '' }, lead);
  }
  return false;
};

/** 延期: asked before the due time, decided by a dispatcher. */
const extended = async (world: World, life: Life, lead: Doer): Promise<void> => {
  if (!(await life.may('ask-extension', lead))) return;
  const { calendar } = world.opening;
  const until = addWorkingDays(calendar, dayOf(new Date((await life.row()).due)), 2);
  await life.does({ deed: 'ask-extension', until, reason: longer }, lead);
  await life.office(life.chance.whole(10, 60));
  const doer = world.crew.dispatcher(life.chance.whole(0, 1));
  if (!(await life.may('decide-extension', doer))) return;
  const isLate = (await life.row()).due <= new Date(life.now()).toISOString();
  await life.does(
    { deed: 'decide-extension', granted: !isLate, reason: isLate ? '已到期，请马上办。' : longer },
    doer,
  );
};

/** What happens on the way, to some cases. */
const onTheWay = async (world: World, life: Life, lead: Doer): Promise<boolean> => {
  const { chance } = life;
  if (chance.is(0.05) && (await life.may('complex', lead)))
    await life.does({ deed: 'complex', complex: true }, lead);
  if (chance.is(0.05)) await life.does({ deed: 'note', text: chance.pick(notes) }, lead);
  if (chance.is(0.06)) await assisted(world, life, lead);
  if (chance.is(0.16)) {
    await life.office(chance.spread(50, 0.8));
    const at = new Date(life.now()).toISOString();
    await life.does(
      { deed: 'contact', reached: true, at, whom: '企业联系人', text: chance.pick(calls) },
      lead,
    );
  }
  return chance.is(0.06) ? givenBack(life, lead) : true;
};

/** The answer: most in time, some late, and the late ones pressed. */
const answered = async (world: World, life: Life, planned: Planned, lead: Doer): Promise<void> => {
  const chance = life.chance.of('answer');
  const isLate = chance.is(late);
  const due = async (): Promise<number> => Date.parse((await life.row()).due);
  const left = officeMinutes(world.opening, life.now(), await due());
  if (isLate && chance.is(0.35)) await extended(world, life, lead);
  else await life.office(left * (0.12 + 0.8 * chance.unit()));
  if (isLate) {
    await life.until(Math.max(life.now(), await due()));
    await life.office(chance.spread(300, 0.9));
    const doer = world.crew.dispatcher(0);
    if (chance.is(0.25) && (await life.may('press', doer)))
      await life.does(
        { deed: 'press', pressure: 'supervise', text: '已超过时限，请今天内答复企业并说明原因。' },
        doer,
      );
    if (chance.is(0.25)) await life.office(chance.spread(500, 0.6));
  }
  const text = answerTo(planned.form.id, planned.answers, chance);
  await life.does({ deed: 'answer', text }, lead);
};

/** Said twice: it goes into the one before, where that is found. */
const merged = async (world: World, life: Life, planned: Planned, lead: Doer): Promise<boolean> => {
  const into = world.numbers.get(planned.repeats);
  if (into === undefined) return false;
  await life.office(life.chance.whole(5, 90));
  await life.does({ deed: 'merge', into, reason: '同一企业同一件事，并入先收到的一件。' }, lead);
  return true;
};

/** The enterprise takes it back before anybody answers. */
const takenBack = async (life: Life): Promise<void> => {
  await life.hours(life.chance.spread(3, 0.7));
  await life.says(office => withdraw(office, life.number, enterprise));
};

/** The course of most cases: accepted, worked on, answered, closed. */
export const ordinary = async (world: World, life: Life, planned: Planned): Promise<void> => {
  const { chance } = life;
  const isPlain = !planned.isRepeated && planned.repeats === '';
  if (isPlain && chance.is(0.015)) return takenBack(life);
  if (planned.heldFor.length > 0 && !(await checked(world, life))) return;
  let lead = await leadOf(world, life);
  if (isPlain && chance.is(0.02) && (await life.may('decline', lead)))
    lead = await declined(world, life, lead);
  await accepted(life, lead);
  if (planned.repeats !== '' && (await merged(world, life, planned, lead))) return;
  if (!(await onTheWay(world, life, lead))) return;
  await answered(world, life, planned, lead);
  await finish(world, life, planned, lead);
};

/** A daily return: read within hours by whoever is on duty, on days off too, answered where something is wrong, and done. */
export const daily = async (world: World, life: Life, planned: Planned): Promise<void> => {
  const { chance } = life;
  const lead = await leadOf(world, life);
  const isOdd = planned.answers.state === 'problem';
  await life.hours(chance.spread(isOdd ? 0.4 : 2, 0.6));
  if (isOdd) {
    const at = new Date(life.now()).toISOString();
    await life.does(
      { deed: 'contact', reached: true, at, whom: '防控负责人', text: '电话核实了情况，已告诉疾控和社区。' },
      lead,
    );
    await life.hours(chance.spread(2, 0.6));
  }
  const text = isOdd ? '日报已收到，已和您核实。请继续观察，有变化马上打值班电话。' : '日报已收到，已汇总。';
  await life.does({ deed: 'answer', text }, lead);
  if (isOdd) await life.hours(chance.spread(8, 0.5));
  await life.does({ deed: 'close', outcome: 'solved', text: '' }, lead);
};
