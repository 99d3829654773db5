import { employeeLetter, enterpriseLetter } from './letters.ts';
import { gateRegister, preventionPlan, reopeningPlan } from './plans.ts';
import type { Template } from './template.ts';

/** The documents that are filled in on the device, in the order of their page. */
export const documents: readonly Template[] = [
  enterpriseLetter,
  employeeLetter,
  reopeningPlan,
  preventionPlan,
  gateRegister,
];

/** The document of an id, or null. */
export const documentOf = (id: string): Template | null => documents.find(one => one.id === id) ?? null;
