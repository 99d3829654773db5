import { canKeep } from '../forms/permit.ts';
import { device, leaveDevice, stay } from './visit-device.ts';
import { draw, sendNow, unsent, wipe } from './visit-outbox.ts';

/** The page for no network is kept by the service worker of the site, as its forms are; nothing of the desk itself is. */
const prepare = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(document.documentElement.lang);
};

/** What waits is shown and sent; an opened visit is kept. Where the browser cannot keep anything, forms post plainly. */
export const startVisits = async (): Promise<void> => {
  if (!device || canKeep() !== 'yes') return;
  const form = document.querySelector<HTMLFormElement>('form[data-visit]');
  await draw();
  if (form) await (await import('./visit-page.ts')).openVisit(form);
  await sendNow();
  addEventListener('online', () => void sendNow());
  // A browser that refuses it fills in visits as long as the page is open.
  prepare().catch(() => {});
};

/** Signing out takes everything away that was kept here; what was not sent is asked about first. False where the person stays. */
export const leave = async (question: string): Promise<boolean> => {
  leaveDevice();
  const waiting = await unsent();
  if (waiting > 0 && !confirm(question.replace('{n}', String(waiting)))) {
    stay();
    return false;
  }
  await wipe();
  return true;
};
