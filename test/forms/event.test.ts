import { describe, expect, it } from 'vitest';
import { event } from '#src/forms/event.ts';
import { routingKey } from '#src/forms/field.ts';
import { samplesB } from './samples-b.ts';
import { answersOf, changed, problemsOf } from './sent.ts';
import { refusedAt, stands } from './standing.ts';

const { full, least } = samplesB.event;

stands(event, samplesB.event, {
  needed: ['topics', 'people'],
  facts: [],
});

describe('event', () => {
  it('takes the least that is needed', () => {
    expect(answersOf(event, least)).toMatchObject({ otherTopic: '', way: '', wished: '', questions: '' });
  });

  it('asks which other topic only where that was ticked, as a list or as posted boxes', () => {
    expect(refusedAt(event, { ...full, otherTopic: '' })).toEqual(['/otherTopic']);
    const posted = changed(changed(full, 'topics', { tax: 'on', other: 'on' }), 'otherTopic', '');
    expect(problemsOf(event, posted).map(problem => problem.pointer)).toEqual(['/otherTopic']);
    expect(problemsOf(event, changed(posted, 'topics', { tax: 'on' }))).toEqual([]);
  });

  it.each([
    [0, ['/people']],
    [1, []],
    [50, []],
    [51, ['/people']],
  ])('takes 1 to 50 people: %d', (people, pointers) => {
    expect(problemsOf(event, { ...full, people }).map(problem => problem.pointer)).toEqual(pointers);
  });

  it('goes by the first topic of the list, in whatever order they were ticked', () => {
    const topics = ['other', 'labour', 'epidemic'];
    expect(routingKey(event, answersOf(event, { ...full, topics }))).toBe('epidemic');
  });
});
