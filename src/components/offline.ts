/** Form pages, hotlines and whatever was read stay readable without a network; see `worker.ts`. Without https there is no such thing. */
const keepForOffline = async (): Promise<void> => {
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage(document.documentElement.lang);
  } catch {
    // A browser that refuses it shows every page as long as there is a network.
  }
};

if ('serviceWorker' in navigator) addEventListener('load', () => void keepForOffline());
