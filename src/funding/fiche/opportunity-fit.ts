import { myCantine } from '../matching/my-cantine.ts';

/** Tells whether the opportunity fits the chosen cantine; what it answers is asked for only when there is one. */
class OpportunityFit extends HTMLElement {
  async connectedCallback() {
    const slug = myCantine();
    if (slug === undefined) return;
    const { fitHtml } = await import('./fit.ts');
    const html = await fitHtml(this.dataset['opportunity'] ?? '', slug, new Date()).catch(() => undefined);
    if (html !== undefined) this.innerHTML = html;
  }
}

customElements.define('opportunity-fit', OpportunityFit);
