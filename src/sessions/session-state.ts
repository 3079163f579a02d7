import { seatsAt, type SeatState } from './search.ts';
import { typeset } from '#domain/typography.ts';
import { listedOf } from './listed.ts';

/** What only the clock tells; the page says the rest. */
const WORDS: Partial<Record<SeatState, { chip: string; told: string }>> = {
  past: { chip: 'Passée', told: 'Cette session a eu lieu.' },
  ongoing: { chip: 'En ce moment', told: 'La session a commencé : on ne s’y inscrit plus.' },
  closed: { chip: 'Inscriptions closes', told: 'La date limite d’inscription est passée.' },
};

/** Past its last day or its beginning, a session no longer offers a seat. */
class SessionState extends HTMLElement {
  connectedCallback() {
    const session = listedOf(this);
    const state = seatsAt(session, Date.now());
    // Whoever postponed a session has not given its next date: the former one says nothing.
    const words = session.status === 'postponed' ? undefined : WORDS[state];
    if (!words) return;
    const chip = this.querySelector<HTMLElement>('.chip');
    if (chip) chip.textContent = words.chip;
    chip?.classList.remove('tone-late', 'tone-soon');
    chip?.classList.toggle('tone-good', state === 'ongoing');
    const told = this.querySelector<HTMLElement>('.told');
    if (told) told.textContent = typeset(words.told);
    for (const part of this.querySelectorAll<HTMLElement>('.chip, .told, .others')) part.hidden = false;
    this.querySelector('.seat')?.toggleAttribute('hidden', true);
    document.querySelector('[data-add-to-calendar]')?.toggleAttribute('hidden', state === 'past');
  }
}

customElements.define('session-state', SessionState);
