import { SiteElement } from '#components/site-element.ts';
import { keepPlace, keptPlace, type KeptPlace } from './kept-place.ts';

/** Says the next meal near the place that this browser keeps; nothing for whoever keeps none. */
class NextMealNear extends SiteElement {
  connectedCallback() {
    const kept = keptPlace();
    if (!kept) {
      this.#forget();
      return;
    }
    this.one('.place').textContent = kept.label;
    this.one('.change', HTMLAnchorElement).search = new URLSearchParams({ lieu: kept.token }).toString();
    this.listen(this.one('.forget'), 'click', () => {
      keepPlace(undefined);
      this.#forget();
      document.querySelector<HTMLElement>('.find input')?.focus();
    });
    // Without the network, the field above still asks where one is.
    this.#say(kept).catch(() => this.#forget());
  }

  #forget() {
    delete this.dataset['kept'];
  }

  async #say(kept: KeptPlace) {
    const { readCantines, nextMealNear, sayNextMeal, sayDistance } = await import('./near-words.ts');
    const now = Date.now();
    const next = nextMealNear(await readCantines(), kept.origin, now);
    if (!next) {
      this.#forget();
      return;
    }
    this.dataset['kept'] = 'said';
    const link = this.one('.cantine', HTMLAnchorElement);
    link.href = `/cantines/${next.found.record.slug}/`;
    link.textContent = next.found.record.title;
    this.one('.distance').textContent = `, ${sayDistance(next.found)}`;
    this.one('.meal').textContent = `${sayNextMeal(next, now)}.`;
  }
}

customElements.define('next-meal-near', NextMealNear);
