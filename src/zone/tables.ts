import type { Zone } from '#src/zone/zone.ts';

/** The zone's tables as forms and cases take them: choices by code, departments by code. */
export const tablesOf = (zone: Zone) => ({
  areas: zone.areas.map(({ office, ...area }) => ({
    ...area,
    officePhone: zone.departments.find(one => one.code === office)?.phone ?? null,
  })),
  lines: zone.lines,
  items: zone.catalogue.items,
  units: zone.catalogue.units,
  zone: zone.name,
  tell: zone.notify.offer,
  phones: { duty: zone.phones.duty, feverClinic: zone.phones.feverClinic.phone, cdc: zone.phones.cdc },
});

/** Department names by code. */
export const departmentsOf = (zone: Zone) =>
  Object.fromEntries(zone.departments.map(({ code, name }) => [code, name]));
