import { phaseAt, takesPlace } from './search.ts';
import { listedOf } from './listed.ts';

/** Puts the past sessions away, and, under a limit, those that do not take place. */
class SessionList extends HTMLElement {
  connectedCallback() {
    const now = Date.now();
    const limit = this.dataset['limit'] === undefined ? undefined : Number(this.dataset['limit']);
    const past = this.querySelector('details');
    const coming: HTMLElement[] = [];
    const gone: HTMLElement[] = [];
    for (const row of this.querySelectorAll<HTMLElement>(':scope > ul > li')) {
      const session = listedOf(row);
      const phase = phaseAt(session, now);
      row.querySelector('.now')?.toggleAttribute('hidden', phase !== 'ongoing' || !takesPlace(session));
      if (phase === 'past') gone.push(row);
      else if (limit === undefined || takesPlace(session)) coming.push(row);
      else row.hidden = true;
    }
    past?.querySelector('ul')?.append(...gone.reverse());
    if (past) past.hidden = gone.length === 0 || limit !== undefined;
    coming.slice(limit ?? Infinity).forEach((row) => (row.hidden = true));
    const empty = this.querySelector<HTMLElement>('.empty');
    if (empty) empty.hidden = coming.length > 0;
  }
}

customElements.define('session-list', SessionList);
