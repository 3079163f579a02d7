import { CACHE_PREFIX, WORKER_PATH } from './names.ts';

const WORDS = {
  absent: { button: 'Garder la liste hors ligne', status: '' },
  busy: { button: 'Un instant…', status: '' },
  kept: {
    button: 'Ne plus la garder',
    status:
      'La liste est gardée sur cet appareil, avec les fiches que vous ouvrez\u00a0: elle s’affichera sans réseau.',
  },
  removed: { button: 'Garder la liste hors ligne', status: 'La liste n’est plus gardée sur cet appareil.' },
  failed: {
    button: 'Réessayer',
    status: 'La liste n’a pas pu être gardée\u00a0: vérifiez votre connexion et la place qui reste sur l’appareil.',
  },
} as const;

type State = keyof typeof WORDS;

/** Our worker, when it is at work. */
async function ours(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  return registration?.active?.scriptURL.endsWith(WORKER_PATH) ? registration : undefined;
}

/** @throws Error when the worker could not keep the pages. */
async function start(): Promise<void> {
  const registration = await navigator.serviceWorker.register(WORKER_PATH);
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return;
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('the worker could not be installed'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

async function stop(): Promise<void> {
  await (await ours())?.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** The behaviour of `<keep-offline>`: nothing is kept on a device before its owner asks, and all goes when they ask. */
class KeepOffline extends HTMLElement {
  #state: State = 'absent';

  connectedCallback(): void {
    // Absent from old browsers, and from pages that are not served in https.
    if (!('serviceWorker' in navigator)) return;
    this.querySelector('button')?.addEventListener('click', () => void this.#toggle());
    void ours()
      .then((registration) => {
        this.#say(registration ? 'kept' : 'absent');
        this.hidden = false;
      })
      // A browser that forbids workers (private windows of some): the list is as good without.
      .catch(() => undefined);
  }

  async #toggle(): Promise<void> {
    if (this.#state === 'busy') return;
    const kept = this.#state === 'kept';
    this.#say('busy');
    try {
      await (kept ? stop() : start());
      this.#say(kept ? 'removed' : 'kept');
    } catch {
      this.#say('failed');
    }
  }

  #say(state: State): void {
    this.#state = state;
    const button = this.querySelector('button');
    const status = this.querySelector('[role=status]');
    if (button) button.textContent = WORDS[state].button;
    if (status) status.textContent = WORDS[state].status;
  }
}

customElements.define('keep-offline', KeepOffline);
