import { SiteElement } from '#components/site-element.ts';
import type { SendOutcome } from '#forms/receipt.ts';
import type { Endpoint } from '#forms/target.ts';
import type { StopRequest } from './send-stop.ts';
import { readStop } from './stop-link.ts';

const FAILURES: Readonly<Record<Exclude<SendOutcome, 'sent'>, string>> = {
  unreached: 'Le réseau ne répond pas\u00a0: vérifiez la connexion, puis appuyez de nouveau.',
  silent: 'L’adresse qui reçoit n’a rien répondu\u00a0: rien ne dit que la demande est arrivée.',
  busy: 'Le service qui reçoit ne répond pas pour l’instant.',
  broken: 'Le service qui reçoit est en panne, et votre connexion n’y est pour rien.',
  unsure: 'La réponse n’est pas un accusé de réception\u00a0: rien ne dit que la demande est arrivée.',
  refused: 'Le service qui reçoit a refusé la demande.',
};

/** Says what the link of an e-mail asks to stop, and sends the request when one confirms it. */
class StopAlerts extends SiteElement {
  readonly #openedAt = performance.now();
  #request: StopRequest | undefined;
  #isBusy = false;

  connectedCallback() {
    this.#show();
    this.listen(window, 'hashchange', () => this.#show());
    this.listen(this.one('button'), 'click', () => void this.#send());
  }

  #show() {
    const stop = readStop(location.hash);
    this.#request = undefined;
    this.#part('asked', stop !== undefined && this.dataset['url'] !== undefined);
    this.#part('unknown', stop === undefined);
    this.#part('sent', false);
    this.#say('');
    for (const name of this.querySelectorAll('[data-name]')) name.textContent = stop?.name ?? '';
  }

  async #send() {
    const stop = readStop(location.hash);
    const { url, encoding } = this.dataset;
    if (!stop || !url || this.#isBusy) return;
    const endpoint: Endpoint = { url, encoding: encoding === 'json' ? 'json' : 'form' };
    this.#isBusy = true;
    this.#say('Envoi en cours\u00a0: nous n’attendons pas la réponse plus de 20\u00a0secondes…');
    try {
      const { newRequest, referenceOfRequest, sendStop } = await import('./send-stop.ts');
      const request = (this.#request ??= newRequest(stop));
      const outcome = await sendStop(request, endpoint, this.#openedAt);
      const reference = referenceOfRequest(request);
      if (outcome === 'sent') this.#confirm(reference);
      else this.#say(`${FAILURES[outcome]} Réessayez, ou écrivez à l’adresse ci-dessous (référence ${reference}).`);
    } catch {
      this.#say(`${FAILURES.unreached} Vous pouvez aussi écrire à l’adresse ci-dessous.`);
    } finally {
      this.#isBusy = false;
    }
  }

  #confirm(reference: string) {
    this.#say('');
    this.#part('asked', false);
    this.#part('sent', true);
    for (const place of this.querySelectorAll('[data-reference]')) place.textContent = reference;
    this.querySelector<HTMLElement>('[data-part="sent"]')?.focus();
  }

  #part(name: string, isShown: boolean) {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (part) part.hidden = !isShown;
  }

  #say(words: string) {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = words;
  }
}

customElements.define('stop-alerts', StopAlerts);
