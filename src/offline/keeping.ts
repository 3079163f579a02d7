import { reach, Unreached } from '#components/trouble.ts';
import { KEPT_SHARD } from './kept-shard.ts';
import { CACHE_PREFIX, WORKER_PATH } from './names.ts';

/** What a device must have left for the list: about twice what it takes. */
const ROOM = 3_000_000;

/** After which a worker that is neither ready nor refused is given up: slow networks bring the list in half of it. */
const MOST_MS = 120_000;
const BETWEEN_MS = 100;

const KEEP = 'Garder la liste hors ligne';
const FORGET = 'Ne plus la garder';
const NO_ROOM =
  'La liste n’a pas pu être gardée\u00a0: la place manque sur l’appareil. Faites-en un peu, puis réessayez.';
const KEPT =
  'La liste est gardée sur cet appareil, avec les fiches que vous ouvrez et les lieux que vous cherchez\u00a0: elle s’affichera sans réseau.';

let isBusy = false;
let isKept = false;

function say(element: HTMLElement, button: string, status = ''): void {
  document.documentElement.toggleAttribute('data-kept', isKept);
  element.querySelector('button')?.replaceChildren(button);
  element.querySelector('[role=status]')?.replaceChildren(status);
}

/** Says that the list is kept. */
export function sayKept(element: HTMLElement): void {
  isKept = true;
  say(element, FORGET, KEPT);
}

/**
 * Keeps the list, or removes it from the device.
 * @throws Unreached when the network is why it could not
 */
export async function toggle(element: HTMLElement): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  say(element, 'Un instant…');
  try {
    await (isKept ? forgetList() : keepList());
    isKept = !isKept;
    if (isKept) say(element, FORGET, KEPT);
    else say(element, KEEP, 'La liste n’est plus gardée sur cet appareil.');
  } catch (error) {
    const isFull = !isKept && (await isRoomLacking());
    say(element, 'Réessayer', isFull ? NO_ROOM : '');
    if (!isFull) throw error;
  } finally {
    isBusy = false;
  }
}

async function keepList(): Promise<void> {
  // A worker fails without a reason: the network is asked first.
  await reach(WORKER_PATH, (response) => response.text(), { cache: 'no-store' });
  await startWorker();
  // The worker sees the places that were looked up go by, and keeps them too.
  const asked = performance.getEntriesByType('resource').filter(({ name }) => KEPT_SHARD.test(new URL(name).pathname));
  await Promise.all(asked.map(({ name }) => fetch(name).catch(() => undefined)));
}

async function forgetList(): Promise<void> {
  await (await navigator.serviceWorker.getRegistration('/'))?.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** @throws Unreached when it does not get ready; what was begun is dropped, so that the next try begins anew */
async function startWorker(): Promise<void> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => {
      reject(new Unreached(`${WORKER_PATH}: not ready after ${MOST_MS} ms`));
      void navigator.serviceWorker.getRegistration('/').then((begun) => begun?.unregister());
    }, MOST_MS);
  });
  try {
    await Promise.race([workerAtWork(), tooLate]);
  } finally {
    clearTimeout(late);
  }
}

async function workerAtWork(): Promise<void> {
  const registration = await navigator.serviceWorker.register(WORKER_PATH);
  const worker = registration.installing ?? registration.waiting;
  // Looked at, not listened to: a browser that is busy may never tell that the state has changed.
  while (worker && worker.state !== 'activated') {
    if (worker.state === 'redundant') throw new Error('the worker could not be installed');
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}

async function isRoomLacking(): Promise<boolean> {
  // Safari estimates since 17.
  if (!('storage' in navigator && 'estimate' in navigator.storage)) return false;
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  return quota - usage < ROOM;
}
