/** The part of Pagefind's interface that is used; its bundle is written after the build and loaded on demand. */
type Part = {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly unknown[];
};
type Found = {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly Part[];
};
type Pagefind = {
  readonly search: (
    query: string,
  ) => Promise<{ readonly results: readonly { data: () => Promise<Found> }[] }>;
};

const most = 20;
const outcome = document.querySelector<HTMLElement>('#outcome');
const list = document.querySelector<HTMLElement>('#results');
const handOver = document.querySelector<HTMLElement>('#hand-over');
const box = document.querySelector<HTMLInputElement>('#q');

const report = (kind: 'loading' | 'found' | 'none' | 'failed', values: Record<string, string> = {}): void => {
  if (outcome)
    outcome.textContent = (outcome.dataset[kind] ?? '').replace(
      /\{(\w+)\}/g,
      (_, name) => values[name] ?? '',
    );
};

/** The words of a question: Chinese has no blanks, and Pagefind wants every word to occur. */
const wordsOf = (question: string): string => {
  if (!('Segmenter' in Intl)) return question;
  const parts = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' }).segment(question);
  return [...parts]
    .filter(part => part.isWordLike)
    .map(part => part.segment)
    .join(' ');
};

/** An excerpt as nodes: Pagefind marks its hits with <mark>; everything else becomes text, never markup. */
const excerpt = (html: string): DocumentFragment => {
  const nodes = document.createDocumentFragment();
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  for (const node of parsed.childNodes) {
    const text = node.textContent ?? '';
    if (node.nodeName !== 'MARK') nodes.append(text);
    else nodes.append(Object.assign(document.createElement('mark'), { textContent: text }));
  }
  return nodes;
};

/** The section of the page with most hits, where its heading can be linked; else the page. */
const target = (found: Found): { readonly url: string; readonly title: string; readonly excerpt: string } => {
  const page = { url: found.url, title: found.meta.title ?? found.url, excerpt: found.excerpt };
  const parts = found.sub_results.filter(part => part.url.includes('#'));
  const best = parts.sort((a, b) => b.weighted_locations.length - a.weighted_locations.length)[0];
  return best ? { ...best, title: `${page.title}：${best.title}` } : page;
};

const row = (found: Found): HTMLElement => {
  const { url, title: name, excerpt: html } = target(found);
  const link = Object.assign(document.createElement('a'), { href: url, textContent: name });
  const title = Object.assign(document.createElement('p'), { className: 'row-title' });
  const text = Object.assign(document.createElement('p'), { className: 'meta' });
  const item = document.createElement('li');
  title.append(link);
  text.append(excerpt(html));
  item.append(title, text);
  return item;
};

const find = async (question: string): Promise<readonly Found[]> => {
  const address = '/pagefind/pagefind.js';
  const pagefind: Pagefind = await import(/* @vite-ignore */ address);
  const phrase = await pagefind.search(`"${question.replaceAll('"', '')}"`);
  const { results } = phrase.results.length > 0 ? phrase : await pagefind.search(wordsOf(question));
  return Promise.all(results.slice(0, most).map(result => result.data()));
};

const offerStaff = (question: string): void => {
  const link = handOver?.querySelector('a');
  if (!handOver || !link) return;
  link.search = new URLSearchParams({ question }).toString();
  handOver.hidden = false;
};

const question = new URLSearchParams(location.search).get('q')?.trim().slice(0, 80) ?? '';
/** Looks the question up and says how it went; whatever comes of it, the staff can be asked. */
const answer = async (): Promise<void> => {
  report('loading');
  try {
    const found = await find(question);
    list?.append(...found.map(row));
    report(found.length > 0 ? 'found' : 'none', { query: question, count: String(found.length) });
  } catch {
    report('failed');
  }
  offerStaff(question);
};

if (question && box) {
  box.value = question;
  void answer();
}
