/** Copies an address, or selects it where nothing can be copied. */
class CopyAddress extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => void this.#copy());
  }

  async #copy() {
    const said = this.querySelector('[role=status]');
    const address = this.querySelector('div');
    if (!said || !address) return;
    // Emptied first: the same words twice would be read aloud once.
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(this.dataset['text'] ?? '');
      said.textContent = 'Copié';
    } catch {
      // Refused, or a page served without encryption, where there is no clipboard at all.
      getSelection()?.selectAllChildren(address);
      said.textContent = 'L’adresse est sélectionnée\u00a0: il reste à la copier.';
    }
  }
}

customElements.define('copy-address', CopyAddress);
