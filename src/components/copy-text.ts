/** Copies a text, or selects it where nothing can be copied. */
class CopyText extends HTMLElement {
  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', () => void this.#copy());
  }

  async #copy() {
    const said = this.querySelector('[role=status]');
    const shown = this.querySelector('div');
    if (!said || !shown) return;
    // Emptied first: the same words twice would be read aloud once.
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(this.dataset['text'] ?? '');
      said.textContent = 'Copié';
    } catch {
      // Refused, or a page served without encryption, where there is no clipboard at all.
      getSelection()?.selectAllChildren(shown);
      said.textContent = 'C’est sélectionné\u00a0: il reste à copier.';
    }
  }
}

customElements.define('copy-text', CopyText);
