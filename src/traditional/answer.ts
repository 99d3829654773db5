import { root, traditionalAddress } from '#src/traditional/address.ts';
import { traditionalPage } from '#src/traditional/page.ts';
import { traditional } from '#src/traditional/words.ts';

/** Data of an answer with every text in it in traditional characters (keys and codes hold none), and the link of a receipt. */
const traditionalData = (data: unknown): unknown => {
  if (typeof data === 'string') return traditional(data);
  if (Array.isArray(data)) return data.map(traditionalData);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      name === 'track' && typeof value === 'string' ? traditionalAddress(value) : traditionalData(value),
    ]),
  );
};

const bodyOf = async (response: Response): Promise<BodyInit | null> => {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('text/html')) return traditionalPage(await response.text(), traditional);
  if (type.includes('json')) return JSON.stringify(traditionalData(await response.json()));
  return response.body;
};

/** A function's answer to a reader of traditional characters, made of the one in simplified ones. */
export const traditionalAnswer = async (response: Response): Promise<Response> => {
  const { status, headers } = response;
  const next = new Headers(headers);
  const to = next.get('location');
  if (to?.startsWith('/') && !to.startsWith(`${root}/`)) next.set('location', traditionalAddress(to));
  return new Response(response.body === null ? null : await bodyOf(response), { status, headers: next });
};
