/** Copies an e-mail, or selects it where nothing can be copied. */
class CopyMail extends HTMLElement {
  connectedCallback() {
    const acts = this.querySelector<HTMLElement>('.acts');
    if (!acts) return;
    acts.hidden = false;
    for (const button of acts.querySelectorAll('button')) {
      button.addEventListener('click', () => void this.copy(button.dataset['copy'] === 'html' ? 'html' : 'text'));
    }
  }

  async copy(version: 'html' | 'text') {
    const said = this.querySelector('[role="status"]');
    const [html, text] = [this.querySelector('[data-html]'), this.querySelector('[data-text]')];
    if (!said || !html || !text) return;
    // Emptied first: the same words twice would be read aloud once.
    said.textContent = '';
    const words = text.textContent;
    try {
      if (version === 'text') await navigator.clipboard.writeText(words);
      else {
        const blob = (type: string, content: string) => new Blob([content], { type });
        await navigator.clipboard.write([
          new ClipboardItem({
            'text/html': blob('text/html', html.innerHTML),
            'text/plain': blob('text/plain', words),
          }),
        ]);
      }
      said.textContent = 'Copié';
    } catch {
      // Refused, or a page served without encryption, where there is no clipboard at all.
      const shown = version === 'html' ? html : text;
      const details = shown.closest('details');
      if (details) details.open = true;
      getSelection()?.selectAllChildren(shown);
      said.textContent = 'Le message est sélectionné\u00a0: il reste à le copier.';
    }
  }
}

customElements.define('copy-mail', CopyMail);
