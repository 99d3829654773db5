import type { Server } from '../../server.ts';
import type { Faults } from './plan.ts';

/** Something a client wants done once, and does again where it heard nothing. Throws where the answer is not a sound one. */
export type Errand<Told> = { send(): Promise<Told>; settled(first: Told | null, told: Told): Promise<void> };

/** More writes than any errand has: a run that goes beyond is stuck. */
const most = 80;

/**
 * Runs an errand again and again; the first time the server dies before its first write, the next time before its second, until an
 * errand passes whole. The server then comes back and the client sends again. Gives back the writes that it died before.
 */
export const dieEverywhere = async <Told>(
  server: Server,
  faults: Faults,
  make: (n: number) => Promise<Errand<Told>>,
): Promise<readonly string[]> => {
  const deaths: string[] = [];
  for (let n = 1; n <= most; n++) {
    const { send, settled } = await make(n);
    faults.set({ dieAt: n });
    const first = await send().catch(() => null);
    const passed = faults.passed();
    const died = passed.length >= n;
    faults.set({ dieAt: null });
    if (died) {
      deaths.push(passed[n - 1] ?? '');
      await server.restart();
    } else if (first === null) throw new Error(`nobody died, yet nothing was answered:\n${server.log()}`);
    await settled(first, await send());
    if (!died) return deaths;
  }
  throw new Error(`the server still dies at its write ${most}: ${deaths.join(', ')}`);
};
