/** What our test uses of the library, which brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Context = { readonly oidc: { readonly session?: { ensureClientContainer(client: string): void } } };
  class Grant {
    constructor(of: { readonly clientId: string; readonly accountId: string });
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  type Settings = Readonly<Record<string, unknown>> & {
    readonly findAccount: (context: unknown, id: string) => object;
    readonly loadExistingGrant: (context: Context) => Promise<Grant>;
    readonly interactions: { readonly url: (context: unknown, one: { readonly uid: string }) => string };
  };
  export default class Provider {
    constructor(issuer: string, settings: Settings);
    readonly Grant: typeof Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      how: { readonly mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }
}
