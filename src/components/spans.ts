import { all } from './asked-day.ts';

/** What holds for a span of days is shown on those: from its first until before its last (`data-span`). */
export const showSpans = (day: string): void => {
  for (const element of all('[data-span]')) {
    const [from = '', before = ''] = element.dataset.span?.split('/') ?? [];
    element.hidden = day < from || (before !== '' && day >= before);
  }
};
