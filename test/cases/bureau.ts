import { expect } from 'vitest';
import type { Deed, DeedResult, Doer } from '#src/cases/deed.ts';
import { perform } from '#src/cases/perform.ts';
import { receive } from '#src/cases/receive.ts';
import { fault } from '#src/cases/review.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { formOf } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import { type Desk, openDesk } from '../office.ts';
import { consultation, materials, newKey, type Tree } from '../submissions.ts';

/** A Wednesday at ten in Shanghai. */
export const morning = '2026-03-18T02:00:00.000Z';

/** Somebody of a department. */
export const of = (department: string, login = `${department}-1`): Doer => ({
  login,
  department,
  superior: false,
});
/** The dispatcher, who is a superior. */
export const boss: Doer = { login: 'boss', department: 'economy', superior: true };

/** What each deed needs besides, said in the plainest way. */
export const deeds = {
  accept: { deed: 'accept', officer: '', later: [], laterBy: '' },
  decline: { deed: 'decline', reason: '不归我们管', suggest: 'labour' },
  assign: { deed: 'assign', way: 'pass', department: 'labour', officer: '', reason: '归人社局' },
  assist: { deed: 'assist', departments: ['market'], ask: '请核价', due: '' },
  'assist-answer': { deed: 'assist-answer', position: 'agree', text: '可以' },
  return: { deed: 'return', missing: ['营业执照', '用量'], text: '' },
  answer: { deed: 'answer', text: '明天来领' },
  contact: { deed: 'contact', reached: true, at: '', whom: '王小明', text: '告诉他明天来领' },
  close: { deed: 'close', outcome: 'solved', text: '' },
  reopen: { deed: 'reopen', text: '企业说没领到' },
  'ask-extension': { deed: 'ask-extension', until: '2026-03-27', reason: '等外地发货' },
  'decide-extension': { deed: 'decide-extension', granted: true, reason: '外地发货要三天' },
  press: { deed: 'press', pressure: 'urge', text: '请抓紧' },
  note: { deed: 'note', text: '企业很急' },
  merge: { deed: 'merge', into: '', reason: '电话核实过，是同一件' },
  unmerge: { deed: 'unmerge', reason: '不是同一件' },
  release: { deed: 'release' },
  open: { deed: 'open', reason: '回电话' },
  'renew-pin': { deed: 'renew-pin' },
  revisit: { deed: 'revisit', result: 'explained', text: '说明了政策' },
  complex: { deed: 'complex', complex: true },
  clear: { deed: 'clear', from: '2026-03-18', text: '' },
  rectify: { deed: 'rectify', items: ['食堂没有分餐', '没有隔离间'], until: '2026-03-20', text: '' },
  suspend: { deed: 'suspend', reason: '检查发现没有测温', until: '2026-03-20' },
  inspect: { deed: 'inspect', department: 'health', due: '2026-03-25' },
  'fast-track': { deed: 'fast-track', fast: true, reason: '防疫急需' },
} as const satisfies { readonly [Name in Deed['deed']]: Extract<Deed, { deed: Name }> };

export type Bureau = Awaited<ReturnType<typeof openBureau>>;

/** The program with its clock stopped, and short ways to file cases and do things to them. */
export const openBureau = async (env: Readonly<Record<string, string>> = {}) => {
  const desk: Desk = await openDesk(env);
  desk.at(morning);
  const { office } = desk.app;

  const file = async (form: string, tree: Tree, heldFor: readonly string[] = []): Promise<CaseRow> => {
    const found = formOf(form);
    if (!found) throw new Error(`no form ${form}`);
    const reading = read(found, tree, office.tables, office.ruleDay());
    if (reading.tag !== 'read') throw new Error(JSON.stringify(reading.problems));
    const { answers } = reading;
    const sent = { form: found, answers, key: newKey(), once: false, lang: 'zh-Hans', heldFor } as const;
    const result = await receive(office, sent);
    if (result.tag !== 'received') throw new Error(result.tag);
    return result.receipt.case;
  };

  const rowOf = async (number: string): Promise<CaseRow> => {
    const row = await office.store.caseByNumber(number);
    if (!row) throw new Error(`no case ${number}`);
    return row;
  };

  /** Does something at the case's present head. */
  const does = async (number: string, deed: Deed, doer: Doer): Promise<DeedResult> => {
    const made =
      deed.deed === 'contact' && deed.at === '' ? { ...deed, at: office.now().toISOString() } : deed;
    return perform(office, number, (await rowOf(number)).head, made, doer);
  };

  return {
    desk,
    office,
    file,
    rowOf,
    does,
    /** The same, which must succeed; gives back the case as it stands then, whose chain is whole. */
    did: async (number: string, deed: Deed, doer: Doer): Promise<CaseRow> => {
      expect(await does(number, deed, doer)).toMatchObject({ tag: 'done' });
      const row = await rowOf(number);
      expect(await fault(office, row)).toBeNull();
      return row;
    },
    /** The rule that forbids it. */
    refused: async (number: string, deed: Deed, doer: Doer): Promise<string> => {
      const before = await rowOf(number);
      const result = await does(number, deed, doer);
      expect(await rowOf(number)).toEqual(before);
      return result.tag === 'forbidden' ? result.rule : result.tag;
    },
    kindsOf: async (number: string) =>
      (await office.store.events((await rowOf(number)).id)).map(event => event.kind),
    /** Of the supplies group, due in three working days. */
    supplies: (set: Tree = {}) => file('materials', materials(set)),
    /** Of the legal service group, due in one. */
    law: (set: Tree = {}) => file('consultation', consultation(set)),
    complaint: (against: string) =>
      file('other', {
        kind: 'complaint',
        matter: '在路口收保证金',
        against,
        enterprise: materials().enterprise,
        contact: { name: '李大声', phone: '13900139000' },
        consent: true,
      }),
  };
};
