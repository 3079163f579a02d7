import {
  suitsFilter,
  kilometresTo,
  nextSession,
  NO_FILTER,
  phaseAt,
  readSessionSearch,
  takesPlace,
  writeSessionSearch,
  type ListedSession,
  type SessionFilter,
  type SessionSearch,
} from './search.ts';
import { SiteElement } from '#components/site-element.ts';
import type { Point } from '#domain/distance.ts';
import { keepInAddress } from '#lists/address-bar.ts';
import type { PlaceChange, PlaceField } from '#places/place-field.ts';
import { listedOf } from './listed.ts';
import { monthName, monthsOf, monthTable } from './month-table.ts';

interface Listed extends ListedSession {
  row: HTMLElement;
}

/** Fewer are read in one look: nothing to filter. */
const FILTERED_FROM = 8;

const FIELDS = { pour: 'visitor', type: 'kind', ou: 'place', region: 'region' } as const;

/** The list of sessions: the past put apart, filters, counts and the month, kept in the address. */
class SessionBoard extends SiteElement {
  #sessions: Listed[] = [];
  #search: SessionSearch = { ...NO_FILTER, view: 'list', month: undefined };

  connectedCallback() {
    const rows = [...this.querySelectorAll<HTMLElement>('li.session')];
    if (rows.length === 0) return;
    this.#sessions = rows.map((row) => ({ ...listedOf(row), row }));
    this.#putPastApart();
    this.listen(this.one('.filters'), 'change', () => this.#asked());
    this.listen(this, 'click', ({ target }) => this.#pressed((target as Element).closest('button')));
    this.listen(this, 'place-change', ({ detail }) => this.#onPlace(detail));
    this.listen(window, 'popstate', () => void this.#restore());
    void this.#restore();
  }

  get #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }

  /** The latest past session comes first. */
  #putPastApart() {
    const now = Date.now();
    const past = this.one('.past ul');
    for (const session of this.#sessions) {
      const phase = phaseAt(session, now);
      if (phase === 'past') past.prepend(session.row);
      session.row.querySelector('.now')?.toggleAttribute('hidden', phase !== 'ongoing' || !takesPlace(session));
    }
  }

  get #town(): PlaceField | null {
    return this.querySelector<PlaceField>('place-field');
  }

  #onPlace(place: PlaceChange) {
    this.#go({ ...this.#search, near: place ?? undefined, town: (place && this.#town?.value) || undefined });
    this.#tellDistances(place ?? undefined);
  }

  #tellDistances(near: Point | undefined) {
    for (const session of this.#sessions) {
      const told = session.row.querySelector<HTMLElement>('[data-distance]');
      const km = near && kilometresTo(session, near);
      if (!told) continue;
      told.hidden = km === undefined;
      if (km !== undefined) told.textContent = `à environ ${Math.max(1, Math.round(km))}\u00a0km`;
    }
  }

  async #restore() {
    const offered = (name: string) =>
      [...this.querySelectorAll<HTMLOptionElement>(`[name=${name}] option`)].map(({ value }) => value).filter(Boolean);
    this.#search = readSessionSearch(new URLSearchParams(location.search), {
      kinds: offered('type'),
      regions: offered('region'),
    });
    for (const select of this.#selects) select.value = this.#search[FIELDS[select.name as keyof typeof FIELDS]] ?? '';
    this.#update();
    await customElements.whenDefined('place-field');
    await this.#town?.restore(this.#search.town ?? '');
  }

  #asked() {
    const params = new URLSearchParams(this.#selects.map(({ name, value }) => [name, value]));
    const { view, near, town } = this.#search;
    const kinds = [params.get('type') ?? ''];
    const regions = [params.get('region') ?? ''];
    const { kind, visitor, place, region } = readSessionSearch(params, { kinds, regions });
    this.#go({
      kind: kind || undefined,
      visitor,
      place,
      region: region || undefined,
      view,
      month: undefined,
      near,
      town,
    });
  }

  #go(search: SessionSearch) {
    this.#search = search;
    keepInAddress(writeSessionSearch(search));
    this.#update();
  }

  #pressed(button: HTMLButtonElement | null) {
    if (!button) return;
    const { view, turn, month } = button.dataset;
    if ('filter' in button.dataset) this.#openFilters(this.one('#filtres').hidden !== false);
    if (view) this.#go({ ...this.#search, view: view === 'month' ? 'month' : 'list' });
    if (turn && month) {
      this.#go({ ...this.#search, month });
      // At the end of the calendar, the button that was pressed can no longer hold the focus.
      if (button.hidden) this.one('[data-turn]:not([hidden])').focus();
    }
    if ('reset' in button.dataset) {
      for (const select of this.#selects) select.value = '';
      void this.#town?.restore('');
      this.#search = { ...this.#search, near: undefined, town: undefined };
      this.#tellDistances(undefined);
      this.#asked();
      this.#selects[0]?.focus();
    }
  }

  #update() {
    const now = Date.now();
    const coming = this.#sessions.filter((session) => phaseAt(session, now) !== 'past');
    const found = this.#sessions.filter((session) => suitsFilter(session, this.#search));
    for (const session of this.#sessions) session.row.hidden = !found.includes(session);
    const left = coming.filter((session) => found.includes(session));
    this.one('.sum').textContent =
      left.length === 0 ? 'Aucune session à venir' : `${left.length}\u00a0session${left.length > 1 ? 's' : ''} à venir`;
    this.one('.empty').hidden = left.length > 0;
    this.#count(coming);
    this.#lay(found, left, coming);
  }

  #openFilters(open: boolean) {
    this.one('#filtres').hidden = !open;
    this.one('[data-filter]').setAttribute('aria-expanded', String(open));
  }

  /** How many coming sessions each option would leave, with what is asked elsewhere. */
  #count(coming: readonly Listed[]) {
    for (const select of this.#selects) {
      const field = FIELDS[select.name as keyof typeof FIELDS];
      for (const option of select.options) {
        const { label } = option.dataset;
        if (!label) continue;
        const filter = { ...this.#search, [field]: option.value } as SessionFilter;
        const sessions = coming.filter((session) => suitsFilter(session, filter)).length;
        option.textContent = `${label} (${sessions})`;
      }
    }
  }

  #lay(found: readonly Listed[], left: readonly Listed[], coming: readonly Listed[]) {
    const { view } = this.#search;
    const asked =
      this.#search.near !== undefined ||
      // Whether it is found or not: the field asks which, or says what is wrong.
      this.#search.town !== undefined ||
      Object.values(FIELDS).some((field) => this.#search[field] !== undefined);
    const views = this.one('.views');
    // Once offered, they stay: an address that filters may be cleared and asked again.
    if (coming.length >= FILTERED_FROM || asked || view === 'month') views.hidden = false;
    if (asked) this.#openFilters(true);
    this.one('[data-reset]').hidden = !asked;
    for (const button of this.querySelectorAll<HTMLElement>('[data-view]'))
      button.setAttribute('aria-pressed', String(button.dataset['view'] === view));
    this.one('.coming').hidden = view !== 'list';
    for (const month of this.querySelectorAll<HTMLElement>('.coming > section'))
      month.hidden = !month.querySelector('li:not([hidden])');
    this.one('.past').hidden = view !== 'list' || !this.querySelector('.past li:not([hidden])');
    this.one('.calendar').hidden = view !== 'month' || found.length === 0;
    if (view === 'month' && found.length > 0) this.#draw(found, left);
  }

  /** One turns from a month with sessions to the next one. */
  #draw(found: readonly Listed[], left: readonly Listed[]) {
    const rows = found.map(({ row }) => row);
    const months = monthsOf(rows);
    const first = (nextSession(left, Date.now()) ?? left[0])?.row.dataset['day']?.slice(0, 7);
    const asked = this.#search.month;
    const shown = (asked && months.includes(asked) ? asked : first) ?? months.at(-1) ?? '';
    this.one('.sheet').replaceChildren(monthTable(shown, rows));
    const at = months.indexOf(shown);
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-turn]')) {
      const back = button.dataset['turn'] === '-1';
      const month = months[at + (back ? -1 : 1)];
      button.hidden = month === undefined;
      if (month === undefined) continue;
      button.dataset['month'] = month;
      const name = monthName(month);
      button.textContent = back ? `← ${name}` : `${name} →`;
    }
  }
}

customElements.define('session-board', SessionBoard);
