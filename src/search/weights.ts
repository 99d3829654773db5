/** How much each feature counts: fitted by `npm run search:fit`. */
export const linear: Readonly<Record<string, number>> = {
  word: 1.237,
  part: 0.883,
  cross: 0.716,
  single: 0.789,
  piece: 0.939,
  other: 1,
  asked: 0.105,
  learned: 0.523,
  heading: 0.621,
  title: 0.224,
  reach: 0.436,
  sectionPeers: 0.052,
  pagePeers: 0.03,
  cited: 0.097,
  pageCited: 0.217,
  known: 0.225,
};
