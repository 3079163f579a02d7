import { SiteElement } from '#components/site-element.ts';
import { showTrouble } from '#components/trouble.ts';
import { WORKER_PATH } from './names.ts';

const loadKeeping = () => import('./keeping.ts');

/** Whether our worker is at work. */
async function isKept(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  return registration?.active?.scriptURL.endsWith(WORKER_PATH) === true;
}

/**
 * The behaviour of `<keep-offline>`: nothing is kept on a device before its owner asks, and all goes when they ask. Who
 * does neither is sent no more than this.
 */
class KeepOffline extends SiteElement {
  connectedCallback(): void {
    // Absent from old browsers, and from pages that are not served in https.
    if (!('serviceWorker' in navigator)) return;
    this.listen(this.one('button'), 'click', () => void this.#press());
    void isKept()
      .then(async (kept) => {
        if (kept) (await loadKeeping()).sayKept(this);
        this.hidden = false;
      })
      // A browser that forbids workers (private windows of some): the list is as good without.
      .catch(() => undefined);
  }

  async #press(): Promise<void> {
    const failed = this.one('[data-failed]');
    failed.hidden = true;
    try {
      await (await loadKeeping()).toggle(this);
    } catch (error) {
      showTrouble(failed, error);
    }
  }
}

customElements.define('keep-offline', KeepOffline);
