import type { Lead, ReportSection } from '#src/figures/figure.ts';
import type { Sums } from '#src/funding/funding.ts';
import { caseStages, type StageFilter, type StageSum } from '#src/funding/store.ts';
import { fundingWords, stageNames, fundingReportWords as words } from '#src/i18n/desk-funding.ts';

/** A stage's cases stand behind its number and its sums alike. */
const leadsOf = (stage: StageFilter): readonly (Lead | null)[] => {
  const lead = { at: 'funding/', query: { stage } };
  return [null, lead, lead, lead, lead];
};

/** The pipeline for the daily report, in 万元: a row a stage, the sum, and what stands beside it. */
export const fundingSectionOf = ({ stages, total, beside }: Sums): ReportSection => {
  const money = ({ count, asked, approved, disbursed }: Omit<StageSum, 'stage'>) => [
    count,
    asked / 10_000,
    approved / 10_000,
    disbursed / 10_000,
  ];
  const listed = caseStages.filter(stage => stages.some(sum => sum.stage === stage));
  const rows = listed.flatMap(stage =>
    stages.filter(sum => sum.stage === stage).map(one => [stageNames[stage], ...money(one)]),
  );
  return {
    title: fundingWords.title,
    columns: [
      fundingWords.stage,
      fundingWords.count,
      fundingWords.asked,
      fundingWords.approved,
      fundingWords.disbursed,
    ],
    rows: [
      ...rows,
      [fundingWords.total, ...money(total)],
      ...beside.map(one => [words[one.stage === 'held' ? 'held' : 'merged'], ...money(one)]),
    ],
    leads: [
      ...listed.map(stage => leadsOf(stage)),
      leadsOf('counted'),
      ...beside.map(({ stage }) => leadsOf(stage)),
    ],
    note: words.note,
  };
};
