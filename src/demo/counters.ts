import { addDays, dayOf, instant } from '#src/rules/day.ts';
import type { SlotDesk } from '#src/slots/desk.ts';
import type { World } from './life.ts';
import { dayAt } from './wave.ts';

type Counters = { readonly world: World; readonly slots: SlotDesk; readonly set: (at: number) => void };

const counters = [
  {
    host: 'finance',
    office: '金融服务窗口',
    topics: 'loan',
    way: 'counter',
    bring: '营业执照、贷款合同',
    weekday: 2,
  },
  {
    host: 'labour',
    office: '稳岗用工窗口',
    topics: 'labour hr',
    way: 'counter',
    bring: '营业执照、社保登记号',
    weekday: 3,
  },
  { host: 'law', office: '值班律师', topics: 'law', way: 'phone', bring: '', weekday: 4 },
] as const;

/** On the last day but one the hours of the weeks ahead are offered: who opens the site finds times to book. */
export const countersOf =
  ({ world, slots, set }: Counters) =>
  async (): Promise<void> => {
    const at = instant(dayAt(world.span, world.span.days - 2), '09:10').getTime();
    await world.clock.alone(at);
    set(at);
    const tomorrow = addDays(dayOf(new Date(at)), 1);
    for (const { weekday, host, ...counter } of counters) {
      const ahead = (weekday - new Date(`${tomorrow}T00:00:00Z`).getUTCDay() + 7) % 7;
      const day = addDays(tomorrow, ahead);
      const offer = {
        ...counter,
        id: slots.draftId(),
        host,
        spot: counter.way === 'counter' ? '政务服务中心二楼' : '',
        day,
        from: '14:00',
        to: '16:00',
        minutes: 20,
        atOnce: 2,
        until: addDays(day, 21),
        anyDay: false,
      };
      const offered = await slots.offer(offer, world.crew.officer(host, 0).login);
      if (offered.tag !== 'done') throw new Error(`演示数据：${host} 的预约时间：${JSON.stringify(offered)}`);
      world.did('hours');
    }
  };
