/** WeChat's browser neither prints nor saves files that a page made: there the page says how to open it in another. */
export const isWeChat = (): boolean => /MicroMessenger/i.test(navigator.userAgent);

const shown = document.querySelector<HTMLElement>(isWeChat() ? '#elsewhere' : '#print');
if (shown) shown.hidden = false;
document.querySelector('#print')?.addEventListener('click', () => window.print());
