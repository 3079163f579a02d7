/** The next meal near the place that this browser keeps; all that says it is loaded by who keeps one, and nobody else. */
class NextMealNear extends HTMLElement {
  connectedCallback() {
    // Written before the page was first seen: see shown.ts.
    if (this.dataset['kept'] !== undefined) void this.#say();
  }

  async #say() {
    try {
      const { sayNear } = await import('./answer.ts');
      await sayNear(this);
    } catch {
      // Without the network, the field above still asks where one is.
      delete this.dataset['kept'];
    }
  }
}

customElements.define('next-meal-near', NextMealNear);
