import { troubleOf } from '#components/trouble.ts';

/** Draws the season of the cantine of this page. */
class CantineSeason extends HTMLElement {
  async connectedCallback() {
    try {
      const { drawSeasonOf } = await import('./draw-cantine.ts');
      await drawSeasonOf(this.dataset['cantine'] ?? '', this.querySelector('funding-season'), new Date());
    } catch (error) {
      // The year of the calendar stays, in its own place.
      troubleOf(error);
      this.querySelector('.awaited')?.classList.remove('awaited');
    }
  }
}

customElements.define('cantine-season', CantineSeason);
