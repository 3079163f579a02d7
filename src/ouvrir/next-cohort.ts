import { nextCohort } from './cohorts.ts';

/** Names the promotion that a team may join today. */
class NextCohort extends HTMLElement {
  connectedCallback() {
    const cohorts = JSON.parse(this.dataset['cohorts'] ?? '[]') as { until: number; words: string }[];
    const next = nextCohort(cohorts, Date.now());
    // None announced: the rhythm of the page is all that is known.
    if (next) this.textContent = next.words;
  }
}

customElements.define('next-cohort', NextCohort);
