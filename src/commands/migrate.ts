import { openApp } from '#src/app.ts';
import { config } from '#src/config.ts';

/** Brings the store up to this program's schema: Netlify's build runs it, since its functions only check. */
const { office } = await openApp(config(), { migrate: true });
const { schema } = await office.store.health();
await office.store.close();
process.stdout.write(`数据库已是第${schema}版。\n`);
