import type { Sums } from '#src/donations/donations.ts';
import { type Stage, type StageSum, stages } from '#src/donations/store.ts';
import type { Lead, ReportSection } from '#src/figures/figure.ts';
import { donationReportWords, stageNames, donationWords as words } from '#src/i18n/desk-donations.ts';

/** The register for the daily report, in yuan: a row a stage, the sum, and what stands beside it. */
export const donationsSectionOf = ({ stages: sums, total, beside }: Sums): ReportSection => {
  const cells = ({ count, offered, money, value }: Omit<StageSum, 'stage'>) => [
    count,
    offered / 100,
    money / 100,
    value / 100,
  ];
  const counted = stages.flatMap(stage => sums.find(sum => sum.stage === stage) ?? []);
  const leadsTo = (stage: Stage | ''): readonly (Lead | null)[] => {
    const lead = { at: 'donations/', query: stage === '' ? {} : { stage } };
    return [null, lead, lead, lead, lead];
  };
  return {
    title: words.title,
    columns: [words.stage, words.count, words.offered, words.money, words.value],
    rows: [
      ...counted.map(one => [stageNames[one.stage], ...cells(one)]),
      [words.total, ...cells(total)],
      ...beside.map(one => [donationReportWords[one.stage === 'held' ? 'held' : 'merged'], ...cells(one)]),
    ],
    leads: [
      ...counted.map(({ stage }) => leadsTo(stage)),
      leadsTo(''),
      ...beside.map(({ stage }) => leadsTo(stage)),
    ],
    note: donationReportWords.note,
  };
};
