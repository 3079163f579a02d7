import type { cohortPhases } from './cohort-words.ts';
import { nextCohort } from './cohorts.ts';

/** Says of each promotion where it is today; opens the one that the address names, else the one to join. */
class CohortList extends HTMLElement {
  connectedCallback() {
    const now = Date.now();
    const listed = [...this.querySelectorAll('details')].map((details) => ({
      details,
      until: Number(details.dataset['until']),
    }));
    const next = nextCohort(listed, now);
    const named = location.hash.slice(1);
    for (const { details } of listed) {
      const phases = JSON.parse(details.dataset['phases'] ?? '[]') as ReturnType<typeof cohortPhases>;
      const phase = phases.find(({ until }) => until === undefined || now < until);
      const told = details.querySelector('summary .soft');
      if (phase && told) told.textContent = phase.words;
      details.open = details.id === named || details === next?.details;
    }
  }
}

customElements.define('cohort-list', CohortList);
