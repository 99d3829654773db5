import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn, syncFolder, writeDurably } from '#src/attachments/folder.ts';
import { type Anchors, anchorText, readAnchors } from '#src/cases/anchor.ts';
import type { WatchStore } from '#src/cases/watch.ts';

const ending = '.anchor';
const folderOf = (data: string): string => join(data, 'anchors');

/** The days of which there is an anchor, in order. */
export const anchorDays = async (data: string): Promise<readonly string[]> =>
  (await namesIn(folderOf(data)))
    .filter(name => name.endsWith(ending))
    .map(name => name.slice(0, -ending.length))
    .sort();

async function* filesOf(data: string) {
  for (const day of await anchorDays(data))
    yield { day, text: await readFile(join(folderOf(data), `${day}${ending}`), 'utf8') };
}

/** The anchors of a data folder. */
export const anchorsOf = (data: string): Promise<Anchors> => readAnchors(filesOf(data));

const write = async (folder: string, name: string, text: string): Promise<void> => {
  const half = join(folder, `${name}.${process.pid}.part`);
  await rm(half, { force: true });
  await writeDurably(half, [Buffer.from(text)]);
  await rename(half, join(folder, name));
  await syncFolder(folder);
};

/**
 * Writes the day's anchor into the data folder, unless it is there: gives back whether it did. Throws where the anchors before it do
 * not hold: nothing is vouched for on top of a chain that is broken.
 */
export const keepAnchor = async (
  store: Pick<WatchStore, 'heads'>,
  data: string,
  { day, at }: { readonly day: string; readonly at: Date },
): Promise<boolean> => {
  // One of a later day means that the clock was put back.
  if (((await anchorDays(data)).at(-1) ?? '') >= day) return false;
  const earlier = await anchorsOf(data);
  if (earlier.fault)
    throw new Error(
      `The anchor of ${earlier.fault.day} is broken (${earlier.fault.what}): run npm run audit.`,
    );
  await mkdir(folderOf(data), { recursive: true, mode: 0o700 });
  await write(folderOf(data), `${day}${ending}`, await anchorText(store, earlier, { day, at }));
  return true;
};
