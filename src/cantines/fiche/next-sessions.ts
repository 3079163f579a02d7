/** Takes away the sessions that are over. */
class NextSessions extends HTMLElement {
  connectedCallback() {
    for (const row of this.querySelectorAll('li')) {
      if (Number(row.dataset['ends']) < Date.now()) row.remove();
    }
  }
}

customElements.define('next-sessions', NextSessions);
