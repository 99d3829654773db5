import { randomBytes } from 'node:crypto';
import type { Tree } from '../submissions.ts';

let last = 0;

/** A sound need for staff of an enterprise of its own, which agrees to publish: a welder, a packer, and people to lend. */
export const labour = (set: Tree = {}): Tree => ({
  enterprise: {
    name: `湖畔焊接${++last}厂${randomBytes(4).toString('hex')}`,
    creditCode: '91350100M000100Y43',
    area: 'east',
    line: 'industry',
  },
  contact: { name: '王小明', phone: '13800138000' },
  want: ['hire', 'lend'],
  positions: [
    {
      title: '焊工',
      headcount: 5,
      skills: '有焊工证，会氩弧焊',
      payFrom: 5000,
      payTo: 8000,
      employment: 'full-time',
      board: ['meals', 'lodging'],
      startDay: '2030-04-01',
      insured: true,
      online: true,
    },
    { title: '包装工', headcount: 2, skills: '' },
  ],
  lendCount: 6,
  lendSkills: '会开叉车',
  publish: true,
  consent: true,
  ...set,
});
