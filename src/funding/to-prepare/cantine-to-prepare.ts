import { troubleOf } from '#components/trouble.ts';

/** Draws the three to prepare of the cantine of this page. */
class CantineToPrepare extends HTMLElement {
  async connectedCallback() {
    const place = this.querySelector<HTMLElement>('.to-prepare');
    if (!place) return;
    try {
      const { drawCallsOf } = await import('./draw-cantine.ts');
      await drawCallsOf(this.dataset['cantine'] ?? '', place, new Date());
    } catch (error) {
      troubleOf(error);
      place.hidden = true;
    }
  }
}

customElements.define('cantine-to-prepare', CantineToPrepare);
