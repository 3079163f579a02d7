import { troubleOf } from '#components/trouble.ts';
import { myCantine } from '../matching/my-cantine.ts';

/**
 * « Les trois à préparer maintenant », for the cantine of `data-cantine`, or else the one that the page or this browser
 * chose. What it needs is asked for only when there is one.
 */
class ToPrepareNow extends HTMLElement {
  #shown = '';
  readonly #leaving = new AbortController();

  connectedCallback() {
    const { signal } = this.#leaving;
    // The list beside it may choose another cantine, or none.
    if (this.dataset['cantine'] === undefined) {
      document.addEventListener('change', ({ target }) => this.#onChange(target), { signal });
      window.addEventListener('popstate', () => void this.#show(this.#asked), { signal });
    }
    void this.#show(this.#asked);
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }

  get #asked(): string {
    return this.dataset['cantine'] ?? new URLSearchParams(location.search).get('cantine') ?? myCantine() ?? '';
  }

  #onChange(target: EventTarget | null) {
    if (target instanceof HTMLSelectElement && target.name === 'cantine') void this.#show(target.value);
  }

  async #show(slug: string) {
    const place = this.querySelector('.calls');
    if (!place || slug === this.#shown) return;
    this.#shown = slug;
    try {
      const html = slug === '' ? undefined : await (await import('./prepare-html.ts')).prepareHtml(slug, new Date());
      if (this.#shown !== slug) return;
      place.innerHTML = html ?? '';
      this.hidden = html === undefined;
    } catch (error) {
      troubleOf(error);
      this.#shown = '';
      this.hidden = true;
    }
  }
}

customElements.define('to-prepare-now', ToPrepareNow);
