import type { Deed, DeedName } from '#src/cases/deed.ts';
import type { Role, Scope, Staff } from './staff.ts';

/** What somebody at the desk does: the deeds on a case, `remind` (the mildest pressure), and what is no deed. */
export type Act =
  | DeedName
  | 'remind'
  | 'see-queue'
  | 'see-case'
  | 'see-held'
  | 'see-files'
  | 'look-up'
  | 'bulk'
  | 'enter'
  | 'see-visits'
  | 'see-visit'
  | 'visit'
  | 'see-projects'
  | 'project'
  | 'see-rounds'
  | 'see-round'
  | 'round'
  | 'see-ledger'
  | 'keep-stock'
  | 'allocate'
  | 'see-funding'
  | 'funding'
  | 'export-banks'
  | 'see-donations'
  | 'donation'
  | 'see-appointments'
  | 'keep-hours'
  | 'book'
  | 'see-beds'
  | 'keep-beds'
  | 'lodge'
  | 'see-vacancies'
  | 'publish-vacancy'
  | 'publish-answer'
  | 'see-papers'
  | 'draft-paper'
  | 'check-paper'
  | 'sign-paper'
  | 'issue-paper'
  | 'revoke-paper'
  | 'see-notices'
  | 'see-figures'
  | 'see-returns'
  | 'chase-return'
  | 'see-order'
  | 'see-findings'
  | 'see-finding'
  | 'file-findings'
  | 'see-brief'
  | 'decide-brief'
  | 'end-decision'
  | 'manage-staff'
  | 'roster'
  | 'audit';

/** On which cases: all of them; those one's department leads, assists, or either; those of one's areas and enterprises; or no case is meant. */
type Reach = 'all' | 'lead' | 'assist' | 'own' | 'area' | 'desk';

const everyone = {
  administrator: 'desk',
  dispatcher: 'desk',
  officer: 'desk',
  liaison: 'desk',
  auditor: 'desk',
} as const;
const handling = { dispatcher: 'all', officer: 'lead' } as const;
const deciding = { dispatcher: 'all' } as const;

/** Who may do what. A role that is not named may not. */
const table: Readonly<Record<Act, Readonly<Partial<Record<Role, Reach>>>>> = {
  accept: handling,
  decline: handling,
  assign: handling,
  assist: handling,
  'assist-answer': { dispatcher: 'all', officer: 'assist' },
  return: handling,
  answer: handling,
  contact: { dispatcher: 'all', officer: 'lead', liaison: 'area' },
  close: handling,
  reopen: handling,
  'ask-extension': handling,
  'decide-extension': deciding,
  press: deciding,
  remind: { dispatcher: 'all', officer: 'lead', liaison: 'area' },
  note: { dispatcher: 'all', officer: 'own', liaison: 'area' },
  merge: handling,
  unmerge: handling,
  release: deciding,
  // Opening personal fields is an event, so an auditor may; an administrator looks after accounts, not after people's data.
  open: { dispatcher: 'all', officer: 'own', auditor: 'all' },
  'renew-pin': handling,
  // 差评由承办人以外的人回访.
  revisit: deciding,
  complex: handling,
  clear: handling,
  rectify: handling,
  // 暂停由上级决定.
  suspend: deciding,
  inspect: handling,
  'fast-track': deciding,
  'see-queue': everyone,
  'see-case': {
    administrator: 'all',
    dispatcher: 'all',
    officer: 'own',
    liaison: 'area',
    auditor: 'all',
  },
  'see-held': { administrator: 'all', dispatcher: 'all', auditor: 'all' },
  'see-files': { dispatcher: 'all', officer: 'own' },
  'look-up': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  bulk: { dispatcher: 'desk', officer: 'desk' },
  enter: { dispatcher: 'desk', officer: 'desk', liaison: 'desk' },
  'see-visits': { dispatcher: 'desk', officer: 'desk', liaison: 'desk', auditor: 'desk' },
  // Of one visit the department that goes there stands for the lead.
  'see-visit': { dispatcher: 'all', officer: 'lead', liaison: 'area', auditor: 'all' },
  visit: { dispatcher: 'all', officer: 'lead', liaison: 'area' },
  'see-projects': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  // The lead department of the project stands for the lead.
  project: { dispatcher: 'all', officer: 'lead' },
  'see-rounds': { dispatcher: 'desk', officer: 'desk', liaison: 'desk', auditor: 'desk' },
  // The department that looks after the enterprise stands for the lead.
  'see-round': { dispatcher: 'all', officer: 'lead', liaison: 'area', auditor: 'all' },
  round: { dispatcher: 'all', officer: 'lead', liaison: 'area' },
  // An officer sees and serves the needs of the cases that their department leads.
  'see-ledger': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  'keep-stock': { dispatcher: 'desk', officer: 'desk' },
  allocate: handling,
  // Money and beds go as supplies do; what banks are given leaves the house, so each case is asked for by itself.
  'see-funding': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  funding: handling,
  'export-banks': { dispatcher: 'desk', officer: 'desk' },
  // Gifts too; putting goods into the stock asks for `keep-stock` beside it.
  'see-donations': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  donation: handling,
  'see-beds': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  'keep-beds': { dispatcher: 'desk', officer: 'desk' },
  lodge: handling,
  'see-appointments': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  // An officer, of the own department: see `mayKeep` of the pages.
  'keep-hours': { dispatcher: 'desk', officer: 'desk' },
  book: handling,
  // What is public is no secret at the desk; who leads the case decides what of it becomes so.
  'see-vacancies': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  'publish-vacancy': handling,
  'publish-answer': handling,
  'see-papers': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  'draft-paper': handling,
  'check-paper': handling,
  // 签发、撤销由上级.
  'sign-paper': deciding,
  'issue-paper': handling,
  'revoke-paper': deciding,
  // Who has read which notice; a liaison officer, of the own areas.
  'see-notices': { dispatcher: 'desk', liaison: 'desk', auditor: 'desk' },
  'see-figures': { ...everyone, viewer: 'desk' },
  // Whose returns somebody sees and chases follows from what they look after: see `narrowFor`.
  'see-returns': { dispatcher: 'desk', officer: 'desk', liaison: 'desk', auditor: 'desk' },
  'chase-return': { dispatcher: 'desk', officer: 'desk', liaison: 'desk' },
  'see-order': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  'see-findings': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  // Of a report the department that owes it stands for the lead; of a problem whoever has it, who found it assists.
  'see-finding': { dispatcher: 'all', officer: 'own', auditor: 'all' },
  'file-findings': handling,
  'see-brief': { dispatcher: 'desk', officer: 'desk', auditor: 'desk' },
  // 碰头会由调度登记；谁承办的事，谁报办完.
  'decide-brief': { dispatcher: 'desk' },
  'end-decision': handling,
  'manage-staff': { administrator: 'desk' },
  roster: { administrator: 'desk', dispatcher: 'desk' },
  audit: { administrator: 'desk', auditor: 'desk' },
};

/** An enterprise of one's own, in whatever area; where there is no code nobody is meant. */
const looksAfter = ({ enterprises = [] }: Staff, { creditCode = '' }: Scope): boolean =>
  creditCode !== '' && enterprises.includes(creditCode);

const reaches = (reach: Reach, staff: Staff, scope: Scope): boolean => {
  const leads = staff.department !== '' && scope.handler === staff.department;
  const assists = staff.department !== '' && scope.assists.includes(staff.department);
  switch (reach) {
    case 'all':
    case 'desk':
      return true;
    case 'lead':
      return leads;
    case 'assist':
      return assists;
    case 'own':
      return leads || assists;
    case 'area':
      return staff.areas.includes(scope.area) || looksAfter(staff, scope);
  }
};

/**
 * Whether somebody may do it, on the case of the scope. Without a scope only what means no case, or reaches every case: what
 * depends on the case is refused. The department that a complaint is about has no part in it, whatever the role (投诉不转给被投诉单位).
 */
export const may = (staff: Staff, act: Act, scope?: Scope): boolean => {
  const reach = table[act][staff.role];
  if (!reach) return false;
  if (!scope) return reach === 'all' || reach === 'desk';
  if (scope.against !== '' && scope.against === staff.department) return false;
  return reaches(reach, staff, scope);
};

/** Whether somebody may do a deed to the case of the scope. */
export const mayDo = (staff: Staff, deed: Deed, scope: Scope): boolean =>
  may(staff, deed.deed === 'press' && deed.pressure === 'reminder' ? 'remind' : deed.deed, scope);
