/** The page read out by the browser, where it can: in pieces that are marked as they are spoken, with a pause and an end. */
const bar = document.querySelector<HTMLElement>('[data-read-aloud]');
const [start, stop] = [...(bar?.querySelectorAll('button') ?? [])];
const status = bar?.querySelector<HTMLElement>('[role="status"]');

/** What is read as one piece, unless it holds pieces of its own. */
const pieces = 'h1,h2,h3,h4,p,li,dt,dd,th,td,summary,label,legend,figcaption,blockquote';

/** A browser may stop in the midst of a long text: sentences one by one, and long ones at their commas. */
const longest = 160;
const parted = (text: string): readonly string[] =>
  (text.match(/[^。！？；.!?;]+[。！？；.!?;]*/g) ?? []).flatMap(sentence =>
    sentence.length <= longest ? [sentence] : (sentence.match(/[^，、,]{1,160}[，、,]*/g) ?? []),
  );

const isSeen = (element: HTMLElement): boolean =>
  !bar?.contains(element) && !element.closest('[hidden],nav') && element.getClientRects().length > 0;

type Piece = { readonly element: HTMLElement; readonly text: string };

const piecesOf = (main: HTMLElement): readonly Piece[] =>
  [...main.querySelectorAll<HTMLElement>(pieces)]
    .filter(element => isSeen(element) && !element.querySelector(pieces))
    .flatMap(element =>
      parted(element.innerText.replace(/\s+/g, ' ').trim()).map(text => ({ element, text })),
    );

/** Counted up whenever reading ends: what a piece tells that was begun before is not heeded. */
let turn = 0;
let state: 'silent' | 'reading' | 'paused' = 'silent';

const show = (next: typeof state): void => {
  state = next;
  if (start) {
    const { read = '', pause = '', on = '' } = start.dataset;
    start.textContent = { silent: read, reading: pause, paused: on }[next];
  }
  if (stop) stop.hidden = next === 'silent';
};

const mark = (element: HTMLElement | null): void => {
  for (const one of document.querySelectorAll('.spoken')) one.classList.remove('spoken');
  element?.classList.add('spoken');
  element?.scrollIntoView({ block: 'nearest' });
};

const end = (): void => {
  turn += 1;
  speechSynthesis.cancel();
  mark(null);
  show('silent');
};

const readFrom = (list: readonly Piece[], index: number, own: number): void => {
  if (own !== turn) return;
  const piece = list[index];
  if (!piece) {
    end();
    return;
  }
  const said = new SpeechSynthesisUtterance(piece.text);
  said.lang = piece.element.closest('[lang]')?.getAttribute('lang') === 'en' ? 'en' : 'zh-CN';
  said.addEventListener('start', () => own === turn && mark(piece.element));
  said.addEventListener('end', () => readFrom(list, index + 1, own));
  said.addEventListener('error', () => {
    if (own !== turn) return;
    end();
    if (status) status.textContent = status.dataset.silent ?? '';
  });
  speechSynthesis.speak(said);
};

const begin = (): void => {
  const main = document.querySelector('main');
  if (!main) return;
  if (status) status.textContent = '';
  show('reading');
  readFrom(piecesOf(main), 0, turn);
};

const press = (): void => {
  if (state === 'silent') {
    begin();
    return;
  }
  if (state === 'reading') speechSynthesis.pause();
  else speechSynthesis.resume();
  show(state === 'reading' ? 'paused' : 'reading');
};

if (bar && 'speechSynthesis' in window) {
  bar.hidden = false;
  start?.addEventListener('click', press);
  stop?.addEventListener('click', end);
  // The next page would go on with this one's words.
  addEventListener('pagehide', end);
}

export {};
