import type { Config } from '@netlify/functions';
import { app } from '#src/app.ts';
import { door } from '#src/http/door.ts';
import { mayScrape, metrics } from '#src/http/metrics.ts';
import { problem } from '#src/http/problem.ts';

/** Figures for Prometheus. Without METRICS_TOKEN, and for whoever has not got it, there is no such page. */
export const config: Config = { path: '/api/metrics' };

export default door(['GET', 'HEAD'], async ask => {
  const { config: settings, upkeep } = await app();
  if (!mayScrape(ask, settings.metricsToken)) return problem(ask, 'not-found');
  return metrics(await upkeep.look());
});
