import type { Sums } from '#src/donations/donations.ts';
import { type StageSum, stages } from '#src/donations/store.ts';
import type { ReportSection } from '#src/figures/figure.ts';
import { donationReportWords, stageNames, donationWords as words } from '#src/i18n/desk-donations.ts';

/** The register for the daily report, in yuan: a row a stage, the sum, and what stands beside it. */
export const donationsSectionOf = ({ stages: sums, total, beside }: Sums): ReportSection => {
  const cells = ({ count, offered, money, value }: Omit<StageSum, 'stage'>) => [
    count,
    offered / 100,
    money / 100,
    value / 100,
  ];
  const rows = stages.flatMap(stage => {
    const one = sums.find(sum => sum.stage === stage);
    return one ? [[stageNames[stage], ...cells(one)]] : [];
  });
  return {
    title: words.title,
    columns: [words.stage, words.count, words.offered, words.money, words.value],
    rows: [
      ...rows,
      [words.total, ...cells(total)],
      ...beside.map(one => [donationReportWords[one.stage === 'held' ? 'held' : 'merged'], ...cells(one)]),
    ],
    note: donationReportWords.note,
  };
};
