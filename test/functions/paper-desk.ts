import { expect } from 'vitest';
import verify from '#functions/verify.ts';
import { everySample } from '../forms/every.ts';
import { openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { type Pairs, page, press } from './desk.ts';
import { linkOf, type Receipt, receiptOf, send } from './knock.ts';

export const site = 'http://localhost:4321';

export const trip = { plate: '吉A12345', driver: '赵师傅', start: '2020-03-20', end: '2020-03-25' };

/** Asks for a pass. */
export const ask = async (): Promise<Receipt> =>
  receiptOf(await send('transport-pass', { ...everySample['transport-pass']?.full, ...trip }));

/** A hidden field of a page. */
export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

let addresses = 0;
const nextAddress = (): string => `10.9.${Math.floor(++addresses / 200)}.${addresses % 200}`;

/** Opens the address of a QR code, from an address of its own unless told otherwise. */
export const scan = (query: Pairs, ip = nextAddress()): Promise<Response> => {
  const address = `${site}/verify/?${new URLSearchParams(query)}`;
  return verify(new Request(address, { headers: { accept: 'text/html' } }), { ip });
};

/** Sends the form of the check page. */
export const typeIn = (fields: Pairs): Promise<Response> => {
  const init = { method: 'POST', headers: { accept: 'text/html' }, body: new URLSearchParams(fields) };
  return verify(new Request(`${site}/verify/`, init), { ip: nextAddress() });
};

/** The program on a morning, with those who write, check and sign papers. */
export const openPaperDesk = async () => {
  const desk = await openDesk();
  desk.at('2020-03-20T02:00:00.000Z');
  const boss = await newStaff(desk, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  const writer = await newStaff(desk, { role: 'officer', department: 'transport', name: '李拟稿' });
  const checker = await newStaff(desk, { role: 'officer', department: 'transport', name: '王核稿' });

  /** Drafts a pass as the page of its case does; its address. */
  const draft = async (receipt: Receipt): Promise<string> => {
    const path = `/desk/papers/?case=${linkOf(receipt).number}`;
    const html = await page(writer, path);
    const response = await press(writer, path, { id: hidden(html, 'id'), kind: 'pass', line: '0' });
    expect(response.status).toBe(303);
    return (response.headers.get('location') ?? '').replace(/\?.*/, '');
  };

  /** Presses a step's button on the paper's page as it stands. */
  const step = async (
    who: SignedInStaff,
    path: string,
    name: string,
    fields: Pairs = {},
  ): Promise<Response> =>
    press(who, path, { _step: name, _version: hidden(await page(boss, path), '_version'), ...fields });

  /** Goes through steps, each by who does it; all must be taken. */
  const goes = async (path: string, steps: readonly (readonly [SignedInStaff, string])[]): Promise<void> => {
    for (const [who, name] of steps) {
      const { headers } = await step(who, path, name);
      expect([name, headers.get('location')]).toEqual([name, `${path}?done=${name}#done`]);
    }
  };

  /** Number and code of a paper, as its QR code has them. */
  const printedOn = async (path: string): Promise<{ readonly s: string; readonly c: string }> => {
    const found = await desk.app.papers.look(path.split('/').at(-2) ?? '');
    const query = new URL(found?.code?.address ?? site).searchParams;
    return { s: query.get('s') ?? '', c: query.get('c') ?? '' };
  };

  const way: readonly (readonly [SignedInStaff, string])[] = [
    [checker, 'check'],
    [boss, 'sign'],
    [writer, 'number'],
    [writer, 'seal'],
    [writer, 'issue'],
  ];
  return { desk, boss, writer, checker, draft, step, goes, printedOn, way };
};
export type PaperDesk = Awaited<ReturnType<typeof openPaperDesk>>;
