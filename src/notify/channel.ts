/** What a channel sends: finished text. `to` is '' where the channel has one place of its own. */
export type Message = {
  /** The same at every try: what whoever gets it twice knows it by. */ readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** How a try ended. `code` says why without any content; `after` in seconds is when the other side may be asked again. */
export type Sent =
  | { readonly tag: 'sent' }
  | { readonly tag: 'retry'; readonly code: string; readonly after?: number }
  | { readonly tag: 'dead'; readonly code: string };

export const sent: Sent = { tag: 'sent' };
export const retry = (code: string, after?: number): Sent => ({
  tag: 'retry',
  code,
  ...(after !== undefined && { after }),
});
export const dead = (code: string): Sent => ({ tag: 'dead', code });

/** One way of telling people. `send` never throws for what the other side does, and ends within `patience`. */
export type Channel = {
  send(message: Message): Promise<Sent>;
  /** Where one place gets all: what is due together goes in one message of so many bytes, so many of them a minute. */
  readonly together?: { readonly bytes: number; readonly aMinute: number };
};

/** Milliseconds that a try may take. */
export const patience = 10_000;
