import { troubleOf } from '#components/trouble.ts';
import type { CallOfPage } from '../seasons/next-round.ts';

/** Says the next round of a call, and what to begin for it, as they stand today. */
class NextRound extends HTMLElement {
  async connectedCallback() {
    try {
      const { tellNextRound } = await import('../seasons/next-round.ts');
      tellNextRound(this, JSON.parse(this.dataset['call'] ?? '{}') as CallOfPage, new Date());
    } catch (error) {
      // What the page says without it stays true.
      troubleOf(error);
    }
  }
}

customElements.define('next-round', NextRound);
