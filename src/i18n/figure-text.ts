/** What is said where there is nothing to say: never 0. */
export const noValue = '—';

/** A figure's numbers, as far as they are shown. */
export type Shown = {
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
};

const counted = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const shared = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 2 });

/** `1,234`; of a share `94.64%`; “—” where there is none. The unit stands beside it. */
export const valueText = ({ value }: Shown, isShare: boolean): string => {
  if (value === null) return noValue;
  return (isShare ? shared : counted).format(value);
};

/** Both numbers of a share, `53/56`. */
export const ofText = ({ numerator = 0, denominator = 0 }: Shown): string =>
  `${counted.format(numerator)}/${counted.format(denominator)}`;
