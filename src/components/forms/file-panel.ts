import { el } from './dom.ts';
import { pack, shortestPhrase, toText, unpack } from './draft-file.ts';
import { draftOf, formOf, openDraft } from './drafts.ts';
import { canKeep } from './permit.ts';
import { type Sentence, tell } from './words.ts';

/** WeChat's browser drops downloads without a word: there the text is the way. */
const dropsDownloads = (): boolean => /MicroMessenger/i.test(navigator.userAgent);

type Parts = {
  readonly find: <E extends HTMLElement>(name: string) => E | null;
  /** Says beside the button what went wrong or well. */
  readonly told: (sentence: Sentence, values?: Readonly<Record<string, string>>) => void;
};

const packed = async ({ find, told }: Parts): Promise<string | null> => {
  const form = formOf();
  const phrase = find<HTMLInputElement>('phrase');
  if (!form || !phrase) return null;
  if ([...phrase.value].length < shortestPhrase) {
    told('shortPhrase');
    phrase.focus();
    return null;
  }
  return pack(draftOf(form), phrase.value);
};

const download = async (parts: Parts): Promise<void> => {
  const text = await packed(parts);
  const form = formOf();
  if (text === null || !form) return;
  const name = draftOf(form).name.replace(/[\\/:*?"<>|\s]+/g, '-');
  const file = `${name}.reopendesk`;
  const href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  el('a', { href, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  parts.told('filed', { file });
};

const copy = async (parts: Parts): Promise<void> => {
  const text = await packed(parts);
  const area = parts.find<HTMLTextAreaElement>('made');
  if (text === null || !area) return;
  area.value = toText(text);
  if (area.parentElement) area.parentElement.hidden = false;
  try {
    await navigator.clipboard.writeText(area.value);
    parts.told('textMade');
  } catch {
    area.focus();
    area.select();
    parts.told('textMadeOnly');
  }
};

const open = async ({ find, told }: Parts): Promise<void> => {
  const form = formOf();
  const file = find<HTMLInputElement>('file')?.files?.[0];
  const text = file ? await file.text() : (find<HTMLTextAreaElement>('text')?.value ?? '');
  if (!form) return;
  if (text.trim() === '') return told('nothingToOpen');
  const opened = await unpack(text, find<HTMLInputElement>('open-phrase')?.value ?? '');
  if (opened.tag !== 'opened') return told(opened.tag);
  const { draft } = opened;
  if (draft.form !== form.dataset.form) return told('otherForm', { title: draft.title });
  if (!(await openDraft(form, draft, null))) return;
  for (const name of ['file', 'text', 'open-phrase', 'phrase']) {
    const input = find<HTMLInputElement>(name);
    if (input) input.value = '';
  }
};

/** Wires the part of the page that saves to a file and opens one. */
export const offer = (box: HTMLElement): void => {
  const find = <E extends HTMLElement>(name: string): E | null =>
    box.querySelector<E>(`[data-part="${name}"]`);
  const partsOf = (place: string): Parts => ({
    find,
    told: (sentence, values) => {
      const beside = find(place);
      if (beside) beside.textContent = tell(sentence, values);
    },
  });
  const [saving, opening] = [partsOf('told'), partsOf('opened')];
  if (canKeep() === 'insecure') {
    saving.told('insecure');
    return;
  }
  if (dropsDownloads()) {
    const button = find('download');
    if (button) button.hidden = true;
    saving.told('inWeChat');
  }
  const works = { download: [download, saving], copy: [copy, saving], open: [open, opening] } as const;
  for (const [name, [work, parts]] of Object.entries(works)) {
    const button = find<HTMLButtonElement>(name);
    button?.addEventListener('click', async () => {
      button.setAttribute('aria-busy', 'true');
      await work(parts).catch(() => parts.told('blocked'));
      button.removeAttribute('aria-busy');
    });
  }
};
