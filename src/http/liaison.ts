import type { CaseRow } from '#src/cases/store.ts';
import type { Ask } from '#src/http/ask.ts';
import type { Front } from '#src/http/front.ts';
import type { Liaison } from '#src/views/liaison.ts';

/**
 * Whom the enterprise of a case calls today: its officer, who stands in for them, else the office of its area. Null where the area
 * has no phone, for a complaint, and for what was erased. Only for whoever showed that the case is theirs.
 */
export const liaisonOf = async (
  { lang }: Pick<Ask, 'lang'>,
  front: Pick<Front, 'desk' | 'tables' | 'department'>,
  {
    case: row,
    erased,
  }: { readonly case: Pick<CaseRow, 'area' | 'creditCode' | 'complaint'>; readonly erased: boolean },
): Promise<Liaison | null> => {
  if (erased || row.complaint === 1) return null;
  const officer = await front.desk.roster.officerOf(row);
  if (officer) return { ...officer, tag: 'officer', department: front.department(officer.department)[lang] };
  const area = front.tables.areas.find(one => one.code === row.area);
  return area?.officePhone ? { tag: 'office', area: area.name[lang], phone: area.officePhone } : null;
};
