const wordsOf = (selector: string): string | undefined => {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find(one => !one.closest('[hidden]'));
  return found?.textContent.replace(/\s+/g, ' ').trim();
};

/** What people paste into a chat group: title, the one sentence, the state, the address. */
const text = (): string =>
  [...['h1', '.lead', '.state'].map(wordsOf), location.href.split('#')[0]].filter(line => line).join('\n');

const copied = document.querySelector<HTMLElement>('#copied');
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const { copy = '', copyText } = button.dataset;
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const words = copy === '' ? text() : (wordsOf(copy) ?? '');
    await navigator.clipboard.writeText(copyText ?? words);
    if (!copied) return;
    // One of many buttons that bring their own words: it is said beside the one that was pressed.
    if (copyText !== undefined) button.after(copied);
    copied.hidden = false;
  });
}
