/**
 * The service worker that ends the one of worker.ts, served as /sw.js instead of it where content/zone.yaml says `offlineCopies: false`. A browser
 * asks for /sw.js again at every visit, past its own cache: this one takes over at once, deletes every copy and takes itself away. It answers
 * no request, so all of them go to the network. What people typed is kept elsewhere and stays.
 */
// The other types of a worker are those that worker.ts declares.
declare const registration: ServiceWorkerRegistration;

const canWait = (event: Event): event is Extendable => 'waitUntil' in event;

const end = async (): Promise<void> => {
  for (const name of await caches.keys()) await caches.delete(name);
  await registration.unregister();
};

addEventListener('install', event => {
  if (canWait(event)) event.waitUntil(skipWaiting());
});

// A page with a form asks for a worker each time, and gets this one back while another page is still open that had the old one.
for (const kind of ['activate', 'message'])
  addEventListener(kind, event => {
    if (canWait(event)) event.waitUntil(end());
  });
