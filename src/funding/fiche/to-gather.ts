/** Keeps the ticked boxes in this browser. */
class ToGather extends HTMLElement {
  connectedCallback() {
    const kept = new Set(this.#read());
    for (const box of this.#boxes) box.checked = kept.has(box.value);
    this.addEventListener('change', () => this.#keep());
    this.#tell();
  }

  get #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll('input')];
  }

  #read(): string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.dataset['key'] ?? '') ?? '[]');
      return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
    } catch {
      return [];
    }
  }

  #keep() {
    const ticked = this.#boxes.filter(({ checked }) => checked).map(({ value }) => value);
    try {
      localStorage.setItem(this.dataset['key'] ?? '', JSON.stringify(ticked));
      this.#tell();
    } catch {
      this.#tell(' Ce navigateur ne garde rien\u00a0: imprimez la page pour garder vos coches.');
    }
  }

  #tell(more = '') {
    const [done, all] = [this.#boxes.filter(({ checked }) => checked).length, this.#boxes.length];
    const said = this.querySelector('[role="status"]');
    if (said && (done > 0 || more))
      said.textContent = `${done} sur ${all}${done === all ? '\u00a0: tout y est.' : '.'}${more}`;
  }
}

customElements.define('to-gather', ToGather);
