import type { BedFlow, BedStore, BedSum, Site, Stay, StayCounted } from '#src/beds/store.ts';
import type { BedCommand, BedWrites } from '#src/store/bed-commands.ts';
import { mustBePage } from '#src/store/page.ts';
import { type Program, row, rows } from '#src/store/program.ts';

type Ways = {
  read<Answer>(program: Program<Answer>): Promise<Answer>;
  write(command: BedCommand): Promise<unknown>;
};

/** The register of beds, over whatever reads and writes. */
export const bedStore = ({ read, write }: Ways): BedStore => {
  // A queue forgets which kind of command an answer belongs to; here it is known again.
  const send = <K extends keyof BedWrites>(kind: K, of: Parameters<BedWrites[K]>[0]) =>
    write({ kind, of } as BedCommand) as ReturnType<BedWrites[K]>;
  return {
    addSite: command => send('addSite', command),
    changeSite: command => send('changeSite', command),
    reserveBeds: command => send('reserveBeds', command),
    moveBeds: command => send('moveBeds', command),
    bedSites: ({ kind, after, limit }) => {
      mustBePage(limit);
      const from = { kind, name: after?.name ?? '', after: after?.id ?? '', limit };
      return read<readonly Site[]>(rows('bedSites', from));
    },
    bedSite: id => read<Site | null>(row('bedSiteById', { id })),
    staysOf: query => {
      mustBePage(query.limit);
      return read<readonly Stay[]>(rows('staysOfSite', query));
    },
    stay: id => read<Stay | null>(row('stayById', { id })),
    bedsOfCase: caseId => read(row('bedsOfCase', { caseId })).then(found => found?.persons ?? 0),
    bedSums: () => read<readonly BedSum[]>(rows('bedSums', {})),
    bedFlows: day => read<readonly BedFlow[]>(rows('bedFlows', { day })),
    bedStays: query => {
      mustBePage(query.limit);
      return read<readonly StayCounted[]>(rows('bedStays', query));
    },
  };
};
