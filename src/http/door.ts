import { type Ask, ask, type Host } from '#src/http/ask.ts';
import { problem, waitProblem } from '#src/http/problem.ts';

/** A function's handler as Netlify and `serve.ts` mount it. */
export type Handler = (request: Request, host?: Host) => Promise<Response>;

/** Says what went wrong to the operator: no body, no address, nothing personal. */
const report = (asked: Ask, error: unknown): void => {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(
    JSON.stringify({
      level: 'error',
      at: new Date().toISOString(),
      path: asked.url.pathname,
      error: message,
    }),
  );
};

/** The frame of every function: allowed methods, and surprises put into words. What the store cannot take is a 503, never a lost answer. */
export const door = (
  methods: readonly string[],
  work: (ask: Ask) => Promise<Response> | Response,
): Handler => {
  const allow = methods.join(', ');
  const answer = async (asked: Ask): Promise<Response> => {
    if (!methods.includes(asked.request.method)) {
      return problem(asked, 'method-not-allowed', { values: { allow }, headers: { allow } });
    }
    try {
      return await work(asked);
    } catch (error) {
      report(asked, error);
      // The class belongs to the store's port; its name is the contract across rooms.
      if (error instanceof Error && error.name === 'StoreUnavailable')
        return waitProblem(asked, 'unavailable', 30);
      return problem(asked, 'internal');
    }
  };
  return async (request, host) => {
    const asked = ask(request, host);
    const usual = await answer(asked);
    const response = asked.isLarge ? await (await import('#src/large/answer.ts')).largeAnswer(usual) : usual;
    if (!asked.isTraditional) return response;
    // The dictionaries are a megabyte that most programs never need.
    const { traditionalAnswer } = await import('#src/traditional/answer.ts');
    return traditionalAnswer(response);
  };
};

/** A JSON answer that nobody stores. */
export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
