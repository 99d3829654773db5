import { samples } from './samples.ts';
import { samplesB } from './samples-b.ts';
import { consultationSent, materialsLeast, materialsSent } from './sent.ts';

type Sample = { readonly full: Record<string, unknown>; readonly least: Record<string, unknown> };

/** A full and a least submission of every form, by its id: what runs over the registry takes them from here. */
export const everySample: Readonly<Record<string, Sample>> = {
  materials: { full: materialsSent, least: materialsLeast },
  consultation: { full: consultationSent, least: consultationSent },
  ...samples,
  ...samplesB,
};

/** The fullest submission of a form as it is sent on a day: a daily return speaks of that day. */
export const fullOn = (id: string, day: string): Record<string, unknown> => {
  const full = everySample[id]?.full ?? {};
  return 'day' in full ? { ...full, day } : full;
};
