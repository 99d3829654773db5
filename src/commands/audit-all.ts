import type { App } from '#src/app.ts';
import { anchorsOf } from '#src/backup/anchors.ts';
import { audit, type Fault } from '#src/cases/audit.ts';
import { showNumber } from '#src/cases/number.ts';
import { print } from './run.ts';

/** Faults that are printed; their number is told in any case. */
const most = 20;

const chainWords: readonly (readonly [RegExp, string])[] = [
  [/^event (\d+) is missing$/, '第$1条记录不见了'],
  [/^event (\d+) was changed$/, '第$1条记录被改过'],
  [/^the newest event is missing$/, '最新的记录不见了'],
  [/^the state is not what the events say$/, '状态和记录对不上'],
  [/^the submission was changed$/, '提交的内容被改过'],
];

const inWords = (fault: Fault): string => {
  switch (fault.tag) {
    case 'chain': {
      const known = chainWords.find(([pattern]) => pattern.test(fault.what));
      return `${showNumber(fault.number)}：${known ? fault.what.replace(...known) : fault.what}`;
    }
    case 'cut':
      return `${showNumber(fault.number)}：${fault.day} 的锚里有第${fault.seq}条记录，现在没有了`;
    case 'rewritten':
      return `${showNumber(fault.number)}：第${fault.seq}条记录和 ${fault.day} 的锚不一样`;
    case 'removed':
      return `${fault.day} 的锚里有的一件不见了（内部编号 ${fault.id}）`;
  }
};

const anchorWords = { unreadable: '读不出来', unlinked: '和前一天的接不上', root: '和它自己的记录对不上' };

/** Verifies every chain and every anchor and prints what it found, the first broken link first. Gives back the exit code. */
export const auditAll = async ({ office, config }: App): Promise<number> => {
  const { list, heads, fault } = await anchorsOf(config.data);
  const { cases, events, faults } = await audit(office, heads);
  const last = list.at(-1);
  print(
    `核对了${cases}件、${events}条记录，锚${list.length}个${last ? `，最后一个是 ${last.day}（${last.cases}件）` : ''}。`,
  );
  const wrong = [
    ...(fault ? [`${fault.day} 的锚${anchorWords[fault.what]}`] : []),
    ...faults.slice(0, most).map(inWords),
  ];
  if (wrong.length === 0) {
    print('全部完整。');
    return 0;
  }
  for (const [at, one] of wrong.entries())
    console.error(`${at === 0 ? '第一处断开：' : '　　　　　　'}${one}`);
  if (faults.length > most) console.error(`还有${faults.length - most}处没有列出。`);
  return 1;
};
