/** What people paste into a chat group: title, the one sentence, the state, the address. */
const text = (): string => {
  const lines = ['h1', '.lead', '.state'].map(selector =>
    document.querySelector(selector)?.textContent.trim(),
  );
  return [...lines, location.origin + location.pathname].filter(line => line).join('\n');
};

const button = document.querySelector<HTMLButtonElement>('#copy');
const copied = document.querySelector<HTMLElement>('#copied');
if (button && copied && navigator.clipboard) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text());
    copied.hidden = false;
  });
}
