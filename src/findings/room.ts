import type { Office } from '#src/cases/office.ts';
import type { Figures } from '#src/figures/figures.ts';
import type { FiguresStore } from '#src/figures/store.ts';
import type { Day } from '#src/rules/day.ts';
import type { FindingRules } from '#src/rules/findings.ts';
import type { FindingsStore } from './store.ts';

/** What the work on daily findings needs, handed in. */
export type Findings = {
  readonly office: Office;
  readonly store: FindingsStore & Pick<FiguresStore, 'supplySums'>;
  /** content/rules/findings.yaml */ readonly rules: FindingRules;
  /** What of other rooms the meeting is told. */ readonly beside: Beside;
};

/** What the brief takes from other rooms. */
type Beside = {
  /** Asked for when it is needed: its daily report takes a part from here. */
  readonly figures: () => Pick<Figures, 'catchUp' | 'series' | 'definitionOf'>;
  /** Brings the ledger of supplies up to the cases. */ readonly supplied: () => Promise<unknown>;
  /** How the returns of enterprises of a day stand. */
  readonly returnsOn: (
    day: Day,
  ) => Promise<{ readonly due: number; readonly ranks: Readonly<Record<'missing', number>> }>;
};
