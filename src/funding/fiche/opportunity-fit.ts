import { troubleOf } from '#components/trouble.ts';
import { myCantine } from '../matching/my-cantine.ts';

/** Tells whether the opportunity fits the chosen cantine; what it answers is asked for only when there is one. */
class OpportunityFit extends HTMLElement {
  async connectedCallback() {
    const slug = myCantine();
    if (slug === undefined) return;
    try {
      const { fitHtml } = await import('./fit.ts');
      const html = await fitHtml(this.dataset['opportunity'] ?? '', slug, new Date());
      if (html !== undefined) this.innerHTML = html;
    } catch (error) {
      troubleOf(error);
    }
  }
}

customElements.define('opportunity-fit', OpportunityFit);
