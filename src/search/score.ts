import { featureNames } from './features.ts';
import { linear } from './weights.ts';

const weights = featureNames.map(name => linear[name] ?? 0);

/** The score of a passage from its features. */
export const score = (features: Float32Array): number =>
  weights.reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), 0);
