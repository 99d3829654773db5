import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A notice whose reading enterprises confirm, as the build lists it for functions. */
export type MustRead = {
  /** Its file's name and its address: `/notices/<notice>/`. */ readonly notice: string;
  readonly title: string;
  readonly published: string;
  /** Counted up when it is to be confirmed anew. */ readonly version: number;
  /** Codes of those whom it is for; none: for all. */ readonly areas: readonly string[];
  readonly lines: readonly string[];
  /** The last day on which it is asked; '' for no end. */ readonly until: string;
};

/** Where the build puts the list, from the root of the site. */
const mustReadFile = 'notices/must-read.json';

/** The list of a built site, the newest first. */
export const mustReadIn = async (dist: string): Promise<readonly MustRead[]> => {
  try {
    return JSON.parse(await readFile(join(dist, mustReadFile), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};
