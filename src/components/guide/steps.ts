import { getCollection } from 'astro:content';
import type { ProcessStep } from '#src/shelves/process.ts';
import { inOrder } from './flow.ts';

/** The steps of the process in the order in which they are taken. */
export const processSteps = async (): Promise<readonly ProcessStep[]> =>
  inOrder((await getCollection('process')).map(({ data }) => data));
