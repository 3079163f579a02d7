import { SiteElement } from '#components/site-element.ts';
import { reach, showTrouble, troubleOf } from '#components/trouble.ts';
import { dayInFrance } from '#domain/days.ts';
import { count } from '#domain/numbers.ts';
import type { TerritoryCodes } from '#domain/territory.ts';
import { keepInAddress } from '#lists/address-bar.ts';
import { fetchShard } from '#places/fetch-shard.ts';
import type { PlaceChange, PlaceField } from '#places/place-field.ts';
import { territoryCodes } from '#places/territory.ts';
import { fetchCandidates, type NamedCandidate } from '../matching/fetch-candidates.ts';
import { MY_PROJECT } from '../matching/kept-profiles.ts';
import type { Candidate } from '../matching/matching.ts';
import { keepMyCantine, myCantine } from '../matching/my-cantine.ts';
import { inView, viewIn } from '../seasons/view-address.ts';
import type { drawToday } from './draw-today.ts';
import { foundHtml, rowsHtml } from './found-list.ts';
import { inviteOf, saySum } from './found-words.ts';
import { prepareOpportunities, SMALL, type OpportunityRecord, type Prepared } from './questions.ts';
import { SearchForm } from './search-form.ts';
import { NO_SEARCH, readOpportunitySearch, writeOpportunitySearch, type OpportunitySearch } from './search-address.ts';
import { findOpportunities, judgeOpportunities, type FoundOpportunities, type Judged } from './search.ts';

/** How many rows are laid at a time, in a small watch and in a large one: the rest waits for « Voir plus ». */
const [PAGE_OF_SMALL, PAGE_OF_LARGE] = [60, 20];
/** How many rows go to the printer. */
const PRINTED = 500;

interface FetchedList {
  opportunities: readonly OpportunityRecord[];
  cantines: readonly NamedCandidate[];
}

async function fetchList(path: string): Promise<FetchedList> {
  const [text, cantines] = await Promise.all([reach(path, (response) => response.text()), fetchCandidates()]);
  return { opportunities: JSON.parse(text) as OpportunityRecord[], cantines };
}

/** Turns the complete list of opportunities into answers: who asks, under which conditions, in which order. */
class OpportunityFinder extends SiteElement {
  readonly #form: SearchForm;
  #search: OpportunitySearch = NO_SEARCH;
  #fetched: FetchedList | undefined;
  #coming: Promise<void> | undefined;
  #territory: TerritoryCodes | undefined;
  #prepared: { today: string; list: Prepared[] } = { today: '', list: [] };
  #judged: { key: string; list: Judged[] } = { key: '', list: [] };
  #answer: FoundOpportunities | undefined;
  #drawToday: typeof drawToday | undefined;
  #page = PAGE_OF_SMALL;
  #shown = PAGE_OF_SMALL;

  constructor() {
    super();
    this.#form = new SearchForm(this);
  }

  connectedCallback() {
    this.listen(this, 'change', () => this.#asked());
    this.listen(this, 'place-change', ({ detail }) => void this.#onPlace(detail));
    this.listen(this.one('.reset'), 'click', () => this.#reset());
    this.listen(this.one('.more'), 'click', () => this.#more());
    this.listen(this.one('.refused'), 'toggle', () => this.#lay(this.#shown));
    this.listen(this.one('.retry'), 'click', () => void this.#start());
    this.listen(this, 'click', ({ target }) => void this.#keep((target as Element).closest('button')?.dataset['keep']));
    this.listen(window, 'popstate', () => void this.#restore());
    this.listen(window, 'pageshow', ({ persisted }) => persisted && this.#again());
    this.listen(window, 'beforeprint', () => this.#lay(PRINTED));
    this.listen(window, 'afterprint', () => this.#lay(this.#shown));
    const asks = location.search !== '' || myCantine() !== undefined;
    const isSmall = Number(this.dataset['total']) <= SMALL;
    this.#page = isSmall ? PAGE_OF_SMALL : PAGE_OF_LARGE;
    if (asks || isSmall) void this.#start();
    else
      this.listen(this, 'focusin', ({ target }) => {
        if ((target as Element).closest('.controls')) void this.#start();
      });
  }

  get #placeField(): PlaceField | null {
    return this.querySelector<PlaceField>('place-field');
  }

  /** Asks for the opportunities, once, then answers what the address asks. */
  async #start() {
    this.#coming ??= Promise.all([fetchList(this.dataset['src'] ?? ''), this.#bringToday()]).then(([fetched]) => {
      this.#fetched = fetched;
      this.#form.offer(fetched.cantines);
      return this.#restore();
    });
    try {
      await this.#coming;
      this.one('.failed').hidden = true;
    } catch (error) {
      this.#coming = undefined;
      this.#fail(error);
    }
  }

  /** A page that comes back as it was left asks anew: the profile may have been answered since. */
  #again() {
    this.#coming = undefined;
    void this.#start();
  }

  #fail(error: unknown) {
    showTrouble(this.one('.failed'), error);
  }

  /** Reads the address; a visitor who came without question finds their cantine again. */
  async #restore() {
    const { offered } = this.#form;
    const search = readOpportunitySearch(new URLSearchParams(location.search), offered);
    // The view of the season asks nothing.
    const kept = writeOpportunitySearch(search).size === 0 ? myCantine() : undefined;
    this.#search = kept && offered.cantines.has(kept) ? { ...search, cantine: kept } : search;
    this.#form.show(this.#search);
    this.#territory = undefined;
    this.#shown = this.#page;
    this.#update();
    await customElements.whenDefined('place-field');
    await this.#placeField?.restore(this.#search.place ?? '');
  }

  async #onPlace(place: PlaceChange) {
    const code = place && 'code' in place ? place.code : undefined;
    this.#territory = undefined;
    if (code !== undefined) {
      try {
        this.#territory = await territoryCodes(code, fetchShard);
      } catch (error) {
        this.#fail(error);
        return;
      }
    }
    this.one('.failed').hidden = true;
    this.#search = { ...this.#search, place: (place && this.#placeField?.value) || undefined };
    this.#go();
  }

  #asked() {
    const { cantine, audience, conditions, sort } = readOpportunitySearch(this.#form.asked, this.#form.offered);
    if (cantine !== this.#search.cantine) keepMyCantine(cantine);
    this.#search = { cantine, audience, conditions, sort, place: this.#search.place };
    if (this.#fetched) this.#go();
    else void this.#start().then(() => this.#fetched && this.#go());
  }

  #go() {
    keepInAddress(inView(writeOpportunitySearch(this.#search), viewIn(new URLSearchParams(location.search))));
    this.#shown = this.#page;
    this.#update();
  }

  #reset() {
    keepMyCantine(undefined);
    this.#territory = undefined;
    void this.#placeField?.restore('');
    this.#search = NO_SEARCH;
    this.#form.show(NO_SEARCH);
    this.#go();
    this.#form.focus();
  }

  #more() {
    const before = this.#shown;
    this.#shown += this.#page;
    this.#lay(this.#shown);
    this.querySelectorAll<HTMLElement>('.found .opportunity :is(h2, h3) a')[before]?.focus();
  }

  /** The chosen cantine. */
  get #cantine(): NamedCandidate | undefined {
    return this.#fetched?.cantines.find(({ slug }) => slug === this.#search.cantine);
  }

  get #candidate(): Candidate | undefined {
    const { audience } = this.#search;
    return this.#cantine ?? (audience || this.#territory ? { audience, territory: this.#territory } : undefined);
  }

  #update() {
    if (!this.#fetched) return;
    const today = dayInFrance(new Date());
    const candidate = this.#candidate;
    const key = JSON.stringify([today, candidate]);
    const { values } = this.#form.offered;
    if (today !== this.#prepared.today)
      this.#prepared = { today, list: prepareOpportunities(this.#fetched.opportunities, values, today) };
    if (key !== this.#judged.key) {
      this.#judged = { key, list: judgeOpportunities(this.#prepared.list, candidate, today) };
      const asking = { candidate, cantine: this.#cantine, today };
      this.#drawToday?.(this, this.#prepared.list, asking);
    }
    this.#answer = findOpportunities(this.#judged.list, this.#search, values);
    this.one('.who').dataset['chosen'] = String(this.#search.cantine !== undefined);
    this.#tell(this.#answer);
    this.#lay(this.#shown);
    this.#form.count(this.#answer);
    this.one('.all').hidden = true;
    this.one('.answer').hidden = false;
  }

  /** What today holds comes with the list, so that all is laid at once; without it, the year of the calendar stays. */
  async #bringToday() {
    try {
      const { drawToday } = await import('./draw-today.ts');
      this.#drawToday = drawToday;
    } catch (error) {
      troubleOf(error);
    }
  }

  #tell({ shown, refused }: FoundOpportunities) {
    const total = this.#fetched?.opportunities.length ?? 0;
    this.one('.sum').textContent = saySum(shown, total, this.#candidate);
    const asked = writeOpportunitySearch(this.#search).size > 0;
    this.one('.reset').hidden = !asked;
    this.one('.empty').hidden = shown.length > 0;
    this.one('.found').hidden = shown.length === 0;
    const aside = this.one('.refused');
    aside.hidden = refused.length === 0;
    this.one('.refused summary').textContent = `Pas pour vous, et pourquoi (${refused.length})`;
    const { cantine } = this.#search;
    const own = this.one('.own', HTMLAnchorElement);
    own.hidden = cantine === undefined || cantine === MY_PROJECT;
    own.href = `/financements/cantine/${cantine ?? ''}/`;
    const line = this.one('.profile', HTMLAnchorElement);
    const invite = inviteOf(shown, this.#candidate, cantine);
    line.hidden = invite === undefined;
    line.href = invite?.href ?? '';
    line.textContent = invite?.words ?? '';
  }

  #lay(most: number) {
    const { shown = [], refused = [] } = this.#answer ?? {};
    const { cantine, sort } = this.#search;
    const reader = { candidate: this.#candidate, cantine, sort };
    this.one('.found').innerHTML = foundHtml(shown.slice(0, most), shown, reader);
    // Those are laid when one asks why.
    const { open } = this.one('.refused', HTMLDetailsElement);
    this.one('.refused ul').innerHTML = open ? rowsHtml(refused.slice(0, most), reader) : '';
    const left = Math.max(shown.length, open ? refused.length : 0) - most;
    const more = this.one('.more');
    more.hidden = left <= 0;
    more.textContent = `Voir ${count(Math.min(left, this.#page), 'financement')} de plus`;
  }

  /** What is shown, as a file to keep. */
  async #keep(what: string | undefined) {
    if (what === 'print') {
      window.print();
      return;
    }
    if (what !== 'csv' && what !== 'ics') return;
    const slugs = this.#answer?.shown.map(({ record }) => record.slug) ?? [];
    try {
      const { keepAs } = await import('./keep.ts');
      await keepAs(what, slugs);
    } catch (error) {
      this.#fail(error);
    }
  }
}

customElements.define('opportunity-finder', OpportunityFinder);
