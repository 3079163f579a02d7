import type { NamedCandidate } from '../matching/fetch-candidates.ts';
import { MY_PROJECT } from '../matching/kept-profiles.ts';
import { byQuestion, OPPORTUNITY_QUESTION_NAMES, type Offered } from './questions.ts';
import type { OpportunitySearch } from './search-address.ts';
import type { FoundOpportunities } from './search.ts';

/** The questions of the watch, over the finished HTML of Asker.astro and OpportunityFilters.astro. */
export class SearchForm {
  readonly #finder: HTMLElement;

  constructor(finder: HTMLElement) {
    this.#finder = finder;
  }

  get #selects(): HTMLSelectElement[] {
    return [...this.#finder.querySelectorAll<HTMLSelectElement>('.controls select')];
  }

  /** @throws when the page does not ask it */
  #select(name: string): HTMLSelectElement {
    const found = this.#selects.find((each) => each.name === name);
    if (!found) throw new Error(`The watch needs select[name="${name}"]`);
    return found;
  }

  /** The values that the page offers. */
  get offered(): { cantines: ReadonlySet<string>; values: Offered } {
    return {
      cantines: valuesOf(this.#select('cantine')),
      values: byQuestion((name) => valuesOf(this.#select(name))),
    };
  }

  /** What is chosen, as an address says it. */
  get asked(): URLSearchParams {
    return new URLSearchParams(this.#selects.map(({ name, value }) => [name, value]));
  }

  /** A project without an entry is chosen among the cantines, where this browser was told of one. */
  offer(cantines: readonly NamedCandidate[]): void {
    const select = this.#select('cantine');
    const project = cantines.find(({ slug }) => slug === MY_PROJECT);
    if (project && !valuesOf(select).has(MY_PROJECT)) select.add(new Option(project.title, MY_PROJECT), 1);
  }

  /** Shows a search, and unfolds what it asks. */
  show({ cantine, audience, conditions, sort, place }: OpportunitySearch): void {
    this.#select('cantine').value = cantine ?? '';
    this.#select('pour').value = audience ?? '';
    this.#select('tri').value = sort;
    for (const name of OPPORTUNITY_QUESTION_NAMES) this.#select(name).value = conditions[name] ?? '';
    const given = [...OPPORTUNITY_QUESTION_NAMES.filter((name) => conditions[name]), sort !== 'etat' && 'tri'];
    if (given.some((name) => name && this.#select(name).closest('.further'))) this.#open('.further');
    if (place || audience) this.#open('.elsewhere');
  }

  #open(details: string): void {
    this.#finder.querySelector(details)?.setAttribute('open', '');
  }

  /** How many opportunities each answer would leave. */
  count({ counts }: FoundOpportunities): void {
    for (const name of OPPORTUNITY_QUESTION_NAMES) {
      for (const option of this.#select(name).options) {
        const { label } = option.dataset;
        if (label) option.textContent = `${label} (${counts[name].get(option.value) ?? 0})`;
      }
    }
  }

  focus(): void {
    this.#selects[0]?.focus();
  }
}

const valuesOf = (select: HTMLSelectElement): ReadonlySet<string> =>
  new Set([...select.options].map(({ value }) => value).filter((value) => value !== ''));
