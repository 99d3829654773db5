import type { Receipt } from '../../functions/knock.ts';
import type { Server } from '../../server.ts';
import { pairsOf } from '../../submissions.ts';

/** What a clerk's page asks of a real server. Each may fail with the connection. */
export type Client = ReturnType<typeof newClient>;

const patience = 60_000;

/** A client of a server, which may die and come back at the same address. */
export const newClient = (server: Pick<Server, 'url'>) => {
  const ask = (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string | Uint8Array<ArrayBuffer> | URLSearchParams,
  ): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
  const json = { 'content-type': 'application/json' };
  return {
    ask,
    /** Posts a submission as the page's script does. */
    send: (form: string, tree: object, key: string) =>
      ask('POST', `/api/cases/${form}`, { ...json, 'idempotency-key': key }, JSON.stringify(tree)),
    /** Posts a submission as a browser without JavaScript does. */
    submit: (form: string, tree: object) =>
      ask('POST', `/api/cases/${form}`, { accept: 'text/html' }, new URLSearchParams(pairsOf(tree))),
    /** Acts on a case: `reply`, `withdraw`, `change`, `erase`. */
    act: (name: string, of: object) => ask('POST', `/api/track/${name}`, json, JSON.stringify(of)),
    look: (of: object) => ask('POST', '/api/track', json, JSON.stringify(of)),
    openUpload: (draft: string, of: object) =>
      ask('POST', '/api/uploads', { ...json, 'x-draft': draft }, JSON.stringify(of)),
    putSlice: (draft: string, id: string, bytes: Uint8Array<ArrayBuffer>) =>
      ask(
        'PUT',
        `/api/uploads/${id}`,
        { 'x-draft': draft, 'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}` },
        bytes,
      ),
  };
};

/** What JSON an answer holds; throws unless it has the status. */
export const jsonOf = async (response: Response, status: number): Promise<unknown> => {
  const text = await response.text();
  if (response.status !== status) throw new Error(`${response.status} instead of ${status}: ${text}`);
  return JSON.parse(text);
};

export const receiptIn = async (response: Response): Promise<Receipt> =>
  (await jsonOf(response, 201)) as Receipt;

/** The numbers of a receipt as they are stored, all cases of the submission. */
export const numbersOf = ({ number, linked }: Receipt): readonly string[] =>
  (linked ?? [{ number }]).map(one => one.number.replaceAll('-', ''));
