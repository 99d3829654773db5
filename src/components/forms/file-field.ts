import { note, notesOf, unnote } from './file-notes.ts';
import { newRow, type Row } from './file-row.ts';
import { type FileWords, tell, wordsOf } from './file-words.ts';
import { type Begun, type Course, drop, type Ended, look, type Said, send } from './upload.ts';

/** A file on its way, or one that a reload has left half sent (`file` is null until it is chosen again). */
type Item = {
  readonly row: Row;
  readonly name: string;
  readonly size: number;
  readonly modified: number;
  readonly stop: AbortController;
  file: File | null;
  begun: Begun | null;
  busy: boolean;
};
type Known = Pick<Item, 'name' | 'size' | 'modified'>;

/** A form's field of files with what is in its list. */
export type FileField = {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  /** What is said of the field. */ readonly told: HTMLElement;
  /** What is only read out, since a line of the list shows it. */ readonly heard: HTMLElement;
  readonly words: FileWords;
  items: readonly Item[];
};

const formOf = (field: FileField): string => field.form.dataset.form ?? '';

const changed = ({ list, form }: FileField): void => {
  list.hidden = list.childElementCount === 0;
  form.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Takes a line away; the focus stays in the list, or goes back to the input. */
const takeAway = (field: FileField, element: Element): void => {
  const next = element.nextElementSibling ?? element.previousElementSibling;
  element.remove();
  (next?.querySelector<HTMLElement>('button') ?? field.input).focus();
  changed(field);
};

const forget = (field: FileField, upload: string | undefined): void => {
  if (!upload) return;
  drop(upload);
  unnote(formOf(field), upload);
};

const remove = (field: FileField, item: Item): void => {
  item.stop.abort();
  field.items = field.items.filter(one => one !== item);
  forget(field, item.row.element.dataset.file ?? item.begun?.id);
  takeAway(field, item.row.element);
};

const add = (field: FileField, known: Known, begun: Begun | null): Item => {
  const row = newRow(field.list, field.words, known.name, () => remove(field, item));
  const item: Item = { ...known, row, stop: new AbortController(), file: null, begun, busy: false };
  field.items = [...field.items, item];
  return item;
};

const keep = (field: FileField, { row }: Item, upload: string, said: Said): void => {
  const { words, input } = field;
  row.say(`${tell(words, 'kept')}${tell(words, 'comma')}${words.scans[said.scanned] ?? ''}`);
  row.keep(input.name, upload);
  field.heard.textContent = `${said.name} ${tell(words, 'kept')}`;
  changed(field);
};

const end = (field: FileField, item: Item, ended: Ended): void => {
  const { words } = field;
  item.busy = false;
  if (item.stop.signal.aborted) return;
  if (ended.tag === 'said' && ended.said.state === 'kept') {
    keep(field, item, ended.id, ended.said);
    return;
  }
  if (ended.tag === 'lost') {
    item.row.refuse(tell(words, 'failed'));
    item.row.offer(tell(words, 'retry'), () => start(field, item));
    field.heard.textContent = `${item.name} ${tell(words, 'failed')}`;
    return;
  }
  const message = ended.tag === 'said' ? ended.said.message : ended.message;
  item.row.refuse(message);
  field.heard.textContent = message;
  if (item.begun) unnote(formOf(field), item.begun.id);
};

const courseOf = (field: FileField, item: Item): Course => ({
  signal: item.stop.signal,
  opened: begun => {
    item.begun = begun;
    const { name, size, modified } = item;
    note(formOf(field), { ...begun, field: field.input.name, name, size, modified });
  },
  sent: share => item.row.say(tell(field.words, 'sending', { percent: Math.floor(share * 100) }), share),
  waits: seconds => item.row.say(tell(field.words, 'retrying', { seconds })),
});

/** Where an upload was left is asked of the server: what was on its way may have arrived. */
const goOn = async (field: FileField, item: Item, file: File): Promise<void> => {
  const said = item.begun && (await look(item.begun.id));
  const begun = item.begun && said ? { ...item.begun, received: said.received } : null;
  const place = { form: formOf(field), field: field.input.name };
  end(field, item, await send(file, place, courseOf(field, item), begun));
};

/** One after the other over all fields: a weak network carries one better than four. */
let before: Promise<unknown> = Promise.resolve();

const start = (field: FileField, item: Item): void => {
  const { file } = item;
  if (!file) return;
  item.busy = true;
  item.row.say(tell(field.words, 'waiting'));
  const work = async () => (item.stop.signal.aborted ? undefined : goOn(field, item, file));
  before = before.then(work, work);
};

const isSame = (one: Known, other: Known): boolean =>
  one.name === other.name && one.size === other.size && one.modified === other.modified;

/** Lists and sends the chosen files; one that a reload left half sent goes on in its own line. */
const choose = (field: FileField): void => {
  const { input, list, told, words } = field;
  const max = Number(input.dataset.files);
  const chosen = [...(input.files ?? [])];
  input.value = '';
  told.textContent = '';
  for (const file of chosen) {
    const known = { name: file.name, size: file.size, modified: file.lastModified };
    const left = field.items.find(one => one.file === null && one.begun && isSame(one, known));
    if (!left && list.querySelectorAll('.file:not(.file-refused)').length >= max) {
      told.textContent = tell(words, 'tooMany', { max });
      continue;
    }
    const item = left ?? add(field, known, null);
    item.file = file;
    start(field, item);
  }
};

/** A file from before: this tab's own, or of a draft that was just opened, which brought its id only. */
const meet = async (field: FileField, upload: string, known: (Known & Begun) | null): Promise<void> => {
  const said = await look(upload);
  if (field.list.querySelector(`[data-file="${upload}"]`)) return;
  const bare = field.form.elements.namedItem(`${field.input.name}.${upload}`);
  if (bare instanceof HTMLElement) bare.remove();
  if (said?.state === 'kept') keep(field, add(field, known ?? { ...said, modified: 0 }, null), upload, said);
  else if (said?.state === 'partial' && known)
    add(field, known, { ...known, received: said.received }).row.say(tell(field.words, 'rest'));
  else {
    unnote(formOf(field), upload);
    if (bare) field.told.textContent = tell(field.words, 'gone');
  }
};

const meeting = new Set<string>();
const meetDraft = (field: FileField, box: HTMLElement): void => {
  const { name } = field.input;
  for (const one of box.querySelectorAll<HTMLInputElement>(`input[type="hidden"][name^="${name}."]`)) {
    const upload = one.name.slice(name.length + 1);
    if (one.closest('.file') || meeting.has(upload)) continue;
    meeting.add(upload);
    void meet(field, upload, null).finally(() => meeting.delete(upload));
  }
};

/** Lists a field's files, sends each as soon as it is chosen, goes on after a broken network or a reload. Null where the page lacks the list. */
export const openField = (input: HTMLInputElement): FileField | null => {
  const { form } = input;
  const box = input.closest<HTMLElement>('.field');
  const list = box?.querySelector<HTMLElement>('.files');
  const told = box?.querySelector<HTMLElement>('.files-told');
  const heard = box?.querySelector<HTMLElement>('[data-heard]');
  if (!form || !box || !list || !told || !heard) return null;
  // What is chosen moves to the list at once: the browser’s own line would say that nothing was.
  input.classList.add('files-input');
  const field: FileField = { form, input, list, told, heard, words: wordsOf(input), items: [] };
  for (const row of list.querySelectorAll<HTMLElement>('[data-file]'))
    row.querySelector('button')?.addEventListener('click', event => {
      event.preventDefault();
      forget(field, row.dataset.file);
      takeAway(field, row);
    });
  input.addEventListener('change', () => choose(field));
  form.addEventListener('change', () => meetDraft(field, box));
  meetDraft(field, box);
  for (const one of notesOf(formOf(field)))
    if (one.field === input.name) void meet(field, one.id, { ...one, received: 0 });
  return field;
};

/** Whether files of a field are still on their way. */
export const isBusy = (field: FileField): boolean => field.items.some(item => item.busy);

/** Says that the form has to wait for its files. */
export const askToWait = (field: FileField): void => {
  field.told.textContent = tell(field.words, 'unfinished');
  field.input.focus();
};
