import { openWhenAsked } from './open-composer.ts';

/** Opens what assembles the file of this opportunity. */
class CallDossier extends HTMLElement {
  connectedCallback() {
    const details = this.querySelector('details');
    const host = this.querySelector<HTMLElement>('.dossier');
    if (!details || !host) return;
    this.querySelector<HTMLElement>('.made')?.removeAttribute('hidden');
    details.addEventListener('toggle', () => {
      if (details.open) void openWhenAsked(host, { slug: this.dataset['slug'] });
    });
  }
}

customElements.define('call-dossier', CallDossier);
