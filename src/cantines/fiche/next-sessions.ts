/** Takes away the sessions that are over, and itself with the last. */
class NextSessions extends HTMLElement {
  connectedCallback() {
    for (const row of this.querySelectorAll('li')) {
      if (Number(row.dataset['ends']) < Date.now()) row.remove();
    }
    if (!this.querySelector('li')) this.remove();
  }
}

customElements.define('next-sessions', NextSessions);
