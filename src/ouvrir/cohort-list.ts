import { nextCohort } from './cohorts.ts';

/** Opens the promotion that the address names, and that which a team may join today. */
class CohortList extends HTMLElement {
  connectedCallback() {
    const listed = [...this.querySelectorAll('details')].map((details) => ({
      details,
      until: Number(details.dataset['until']),
    }));
    const next = nextCohort(listed, Date.now());
    const named = location.hash.slice(1);
    if (!next && !named) return;
    for (const { details } of listed) details.open = details.id === named || details === next?.details;
  }
}

customElements.define('cohort-list', CohortList);
