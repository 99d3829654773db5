import { randomUUID } from 'node:crypto';
import { tellWords } from '#src/i18n/tell.ts';
import { type Channel, dead, type Sent } from './channel.ts';
import { type Delivered, deliver, type Room } from './deliver.ts';
import { dingtalk } from './dingtalk.ts';
import { email } from './email.ts';
import { feishu } from './feishu.ts';
import { log } from './log.ts';
import type { DeadLetter } from './port.ts';
import { sms } from './sms.ts';
import { webhook } from './webhook.ts';
import { wecom } from './wecom.ts';

type Signed = { readonly url: string; readonly secret: string };

/** Where each channel sends; null where it is not set up. */
export type Settings = {
  readonly sms: { readonly url: string; readonly key: string; readonly body: string } | null;
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly wecom: { readonly url: string } | null;
  readonly dingtalk: Signed | null;
  readonly feishu: Signed | null;
  readonly webhook: (Signed & { readonly isPrivate: boolean }) | null;
};

/** The channels that are set up, and the log (a file, or null for the program's own). */
export const channelsOf = (
  settings: Settings,
  file: string | null,
  now: () => Date,
): ReadonlyMap<string, Channel> =>
  new Map(
    Object.entries({
      sms: settings.sms && sms(settings.sms, now),
      mail: settings.mail && email(settings.mail),
      wecom: settings.wecom && wecom(settings.wecom),
      dingtalk: settings.dingtalk && dingtalk(settings.dingtalk, now),
      feishu: settings.feishu && feishu(settings.feishu, now),
      webhook: settings.webhook && webhook(settings.webhook, now),
      log: log(file),
    }).flatMap(([name, channel]) => (channel ? [[name, channel] as const] : [])),
  );

/** The outbox of a running program. */
export type Outbox = {
  /** Names of the channels that are set up; `log` alone: nobody is told anything yet. */ readonly channels: readonly string[];
  /** Sends what is due, for so many milliseconds at most. */
  readonly run: (most?: number) => Promise<Delivered>;
  /** Sends at once what was just committed; does nothing before `start` and after `stop`. */ readonly wake: () => void;
  readonly start: () => void;
  /** Finishes what it sends. */ readonly stop: () => Promise<void>;
  /** What will not be tried again by itself, at most `limit` after the cursor, and after which id the following page begins. */
  readonly deadLetters: (query: { readonly after: string; readonly limit: number }) => Promise<{
    readonly rows: readonly DeadLetter[];
    readonly next: string | null;
  }>;
  /** Tries a dead one again from the beginning; false where there is none. */
  readonly resend: (id: string) => Promise<boolean>;
  /** Sends a test message at once, beside the outbox. */
  readonly test: (channel: string, to: string) => Promise<Sent>;
  /** Deletes what was sent 30 days ago and what is dead for 90. */ readonly sweep: () => Promise<number>;
};

const days = 24 * 3_600_000;

export const openOutbox = (room: Room): Outbox => {
  let isServing = false;
  let isStopped = false;
  const runs = new Set<Promise<Delivered>>();
  let isWoken = false;
  let running: Promise<void> | null = null;
  const before = (span: number): string => new Date(room.now().getTime() - span).toISOString();
  const serve = async (): Promise<void> => {
    while (isWoken && isServing) {
      isWoken = false;
      await deliver(room, () => !isServing).catch((error: unknown) =>
        console.error(JSON.stringify({ level: 'error', notify: String(error) })),
      );
    }
    running = null;
  };
  const wake = (): void => {
    if (!isServing) return;
    isWoken = true;
    running ??= serve();
  };
  return {
    channels: [...room.channels.keys()],
    run: async (most = Number.POSITIVE_INFINITY) => {
      const end = performance.now() + most;
      const run = deliver(room, () => isStopped || performance.now() > end);
      runs.add(run);
      return run.finally(() => runs.delete(run));
    },
    wake,
    start: () => {
      isServing = true;
      wake();
    },
    stop: async () => {
      isServing = false;
      isStopped = true;
      await Promise.allSettled([running, ...runs]);
    },
    deadLetters: async ({ after, limit }) => {
      if (!(Number.isInteger(limit) && limit >= 1 && limit <= 500))
        throw new RangeError(`A page holds 1 to 500 letters, not ${limit}.`);
      const found = await room.store.deadNotices({ after, limit: limit + 1 });
      const rows = found.slice(0, limit);
      return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
    },
    resend: async id => {
      const isThere = await room.store.resendNotice({ id, at: room.now().toISOString() });
      if (isThere) wake();
      return isThere;
    },
    test: async (name, to) => {
      const at = room.now().toISOString();
      const text = tellWords.test['zh-Hans'];
      const message = { id: `test.${randomUUID()}`, kind: 'test', at, to, subject: text, text };
      return (await room.channels.get(name)?.send(message)) ?? dead('no-channel');
    },
    sweep: () => room.store.sweepNotices({ sentBefore: before(30 * days), deadBefore: before(90 * days) }),
  };
};
