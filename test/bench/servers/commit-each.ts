import { openApp } from '#src/app.ts';
import { config } from '#src/config.ts';
import { serve } from '#src/serve.ts';

/** The same server with one commit a request: baseline (a) of the intake benchmark. */
const settings = config();
await serve(settings, await openApp(settings, { migrate: true, commitEach: true }));
