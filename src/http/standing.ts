import type { Course } from '#src/cases/track.ts';
import type { stateWords } from '#src/i18n/track.ts';

/** Where a case stands in the words of its enterprise: its stage, and what became of it. */
export const standing = ({
  case: row,
  events = [],
}: Pick<Course, 'case'> & Partial<Course>): keyof typeof stateWords => {
  const { stage, outcome } = row;
  if (row.mergedInto !== '') return 'merged';
  if (stage === 'closed')
    return outcome === 'outside' || outcome === 'withdrawn' ? endings[outcome] : 'closed';
  const turn = turnOf(events);
  if (stage === 'answered' && turn === 'cleared') return 'cleared';
  if (stage === 'doing' && (turn === 'rectifying' || turn === 'suspended')) return turn;
  if (stage !== 'doing') return stage;
  if (row.extension === 'granted') return 'extended';
  return row.reopened > 0 ? 'again' : 'doing';
};

const endings = { outside: 'outside', withdrawn: 'withdrawn' } as const;

/** What the review of a filing last came to, while nothing was answered since. */
const turnOf = (events: Course['events']): Course['events'][number]['kind'] | undefined =>
  events.findLast(({ kind }) => ['cleared', 'rectifying', 'suspended', 'answered', 'reopened'].includes(kind))
    ?.kind;
