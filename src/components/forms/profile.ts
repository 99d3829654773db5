import { el, press, say } from './dom.ts';
import { blockOf, type Entries, profileDays, typedIn, untilAfter } from './draft-model.ts';
import { sayFailure } from './drafts.ts';
import { fillEmpty } from './fields.ts';
import { canKeep } from './permit.ts';
import { drop, list, save } from './vault.ts';
import { dayOf, place, tell } from './words.ts';

/** The enterprise and contact that a person asked this device to remember; `entries` is empty until something was sent. */
type Profile = { readonly entries: Entries };

const readProfile = (value: unknown): Profile | null =>
  typeof value === 'object' && value !== null && 'entries' in value && Array.isArray(value.entries)
    ? { entries: value.entries.filter(one => Array.isArray(one) && one.length === 2) }
    : null;

const own = async () => (await list('profile', readProfile))[0] ?? null;

const tick = (): HTMLInputElement | null => place?.querySelector<HTMLInputElement>('[data-profile]') ?? null;

/** Shows whether the box is ticked, and a button that fills in what is remembered. */
export const profileParts = async (form: HTMLFormElement | null): Promise<readonly Node[]> => {
  const profile = await own();
  const box = tick();
  if (box) box.checked = profile !== null;
  if (!form || !profile || profile.what.entries.length === 0) return [];
  const name = typedIn(profile.what.entries, 'enterprise.name');
  const words = tell('profileFill', { name });
  const fillIn = () => {
    const n = fillEmpty(form, profile.what.entries);
    say(n > 0 ? tell('filled', { n }) : tell('filledNone'));
  };
  return [el('p', { className: 'kept-act' }, press(words, words, fillIn))];
};

/** Ticked: from the next sending on the enterprise is remembered. Unticked: it is forgotten at once. */
export const remember = async (on: boolean): Promise<void> => {
  const may = canKeep();
  const box = tick();
  try {
    if (on && may !== 'yes') {
      if (box) box.checked = false;
      return say(tell(may));
    }
    const profile = may === 'yes' ? await own() : null;
    if (!on) {
      if (profile) await drop(profile.id);
      return say(tell('profileGone'));
    }
    if (!profile) await save('profile', null, { entries: [] }, profileDays);
    say(tell('profileKept', { day: dayOf(untilAfter(profileDays, Date.now())) }));
  } catch (error) {
    if (box) box.checked = false;
    sayFailure(error);
  }
};

/** After something was sent: what the person asked to remember, as it is now. */
export const renew = async (entries: Entries): Promise<void> => {
  const profile = await own();
  if (profile) await save('profile', profile, { entries: blockOf(entries) }, profileDays);
};
