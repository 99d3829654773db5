import type { Flag, Kind } from '../port.ts';
import { type Checked, refused } from './checked.ts';
import { type Entry, listZip, unpack } from './zip.ts';

const types = '[Content_Types].xml';
/** Larger than any list of links: one that is larger is not looked into, and refused. */
const longestList = 8 * 1024 * 1024;

const text = (bytes: Buffer): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);

/** Told by what the package says its main part is (ECMA-376 part 2), not by a file's name in it. */
const kindOf = (names: ReadonlySet<string>, contentTypes: string): Kind | null => {
  if (names.has('OFD.xml')) return 'ofd';
  if (/wordprocessingml\.document\.main\+xml|ms-word\.document\.macroEnabled/i.test(contentTypes))
    return 'docx';
  return /spreadsheetml\.sheet\.main\+xml|ms-excel\.sheet\.macroEnabled/i.test(contentTypes) ? 'xlsx' : null;
};

const nameFlags = (name: string): readonly Flag[] => [
  ...(/vbaProject\.bin$|\/macrosheets\//i.test(name) ? (['macros'] as const) : []),
  ...(/\/embeddings\/|oleObject|\/activeX\/|(^|\/)Attachs\//i.test(name) ? (['embedded'] as const) : []),
];

/** Links that a program follows by itself (templates, pictures, data) apart from those that somebody clicks. */
const linkFlags = (relationships: string): readonly Flag[] =>
  [...relationships.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)]
    .map(([link]) => link)
    .filter(link => /TargetMode\s*=\s*["']External["']/i.test(link))
    .map(link => (/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(link) ? 'links' : 'external'));

const isList = ({ name }: Entry): boolean => name === types || /\.rels$/i.test(name);

/** A docx, xlsx or ofd: a sound zip of that kind; macros, links outwards and embedded files are flagged. */
export const checkOffice = async (bytes: Buffer): Promise<Checked> => {
  const listed = listZip(bytes);
  if ('fault' in listed) return refused(listed.fault);
  const flags = new Set<Flag>();
  let contentTypes = '';
  for (const entry of listed.entries) {
    for (const flag of nameFlags(entry.name)) flags.add(flag);
    if (isList(entry) && entry.size > longestList) return refused('unpacked');
    const content = await unpack(bytes, entry, isList(entry));
    if (!content) return refused('broken');
    if (!isList(entry)) continue;
    if (entry.name === types) contentTypes = text(content);
    else for (const flag of linkFlags(text(content))) flags.add(flag);
  }
  if (/macroEnabled/i.test(contentTypes)) flags.add('macros');
  const kind = kindOf(new Set(listed.entries.map(entry => entry.name)), contentTypes);
  return kind ? { tag: 'kept', kind, bytes, flags: [...flags] } : refused('type');
};
