import { borders } from './test/borders.ts';

/**
 * The borders are one table, test/borders.ts, in which every rule says what to do instead. `npm run check` holds .ts to it by
 * these rules, and .astro and .mdx by test/crossings.ts.
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    ...borders,
    {
      name: 'no-cycles',
      comment: 'Move what both files need into a third one that imports neither.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    // Type-only imports are imports too: borders leak through types first.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
