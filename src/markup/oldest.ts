/** The major versions of the oldest browsers that pages are made for, style sheets and scripts alike: WeChat's on older phones is the floor. */
export const oldest = { chrome: 87, safari: 14 } as const;
