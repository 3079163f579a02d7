/** Gives the address of the page: by the menu of a phone, or as a copy. */
class SharePage extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => void this.#share());
  }

  async #share() {
    const { title = '', url = '' } = this.dataset;
    const said = this.querySelector('[role="status"]');
    if (said) said.textContent = '';
    // Only phones have a menu that is worth it: Chromium on Linux has none at all.
    if ('share' in navigator && matchMedia('(pointer: coarse)').matches)
      return navigator.share({ title, url }).catch(() => undefined);
    const done = await navigator.clipboard.writeText(`${title}\n${url}`).then(
      () => true,
      () => false,
    );
    if (said) said.textContent = done ? 'Lien copié' : `Copiez l’adresse\u00a0: ${url}`;
  }
}

customElements.define('share-page', SharePage);
