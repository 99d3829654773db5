import type { Zone } from '#src/zone/zone.ts';

/** The zone's tables as forms and cases take them: choices by code, departments by code. */
export const tablesOf = (zone: Zone) => ({
  areas: zone.areas,
  lines: zone.lines,
  items: zone.catalogue.items,
  units: zone.catalogue.units,
});

/** Department names by code. */
export const departmentsOf = (zone: Zone) =>
  Object.fromEntries(zone.departments.map(({ code, name }) => [code, name]));
