import { SiteElement } from '#components/site-element.ts';
import { count } from '#domain/numbers.ts';
import { keepInAddress, namedIn } from './address-bar.ts';
import { passesFilter, countWith, isAsked, readFilter, writeFilter, type Filter, type Listed } from './filter.ts';
import { mark, unmark } from './marks.ts';
import { wordKeys, stemsOf } from './words.ts';

interface Item extends Listed {
  element: HTMLElement;
}

const FEW = 3;

/**
 * Filters the finished HTML of a list: every `[data-item]` inside, whose `data-<question>` hold its values.
 * Groups (`[data-group]`) without an item left are hidden; an item that is a `<details>` opens when few are left.
 * What is asked is kept in the address. Markup: Filters.astro.
 */
class FilterList extends SiteElement {
  #items: Item[] = [];
  readonly #opened = new Set<HTMLDetailsElement>();
  /** Those that are open on paper only: not every browser reads `::details-content`. */
  #unfolded: HTMLDetailsElement[] = [];

  connectedCallback() {
    const names = this.#selects.map(({ name }) => name);
    this.#items = [...this.querySelectorAll<HTMLElement>('[data-item]')].map((element) => ({
      element,
      keys: wordKeys(element.textContent),
      values: Object.fromEntries(names.map((name) => [name, (element.dataset[name] ?? '').split(' ')])),
    }));
    this.#read();
    this.listen(this, 'input', () => this.#asked());
    this.listen(this.one('[data-reset]'), 'click', () => this.#reset());
    this.listen(window, 'popstate', () => this.#read());
    this.listen(window, 'hashchange', () => this.#reveal());
    this.listen(window, 'beforeprint', () => this.#unfold());
    this.listen(window, 'afterprint', () => {
      for (const item of this.#unfolded) item.open = false;
    });
    this.#reveal();
  }

  get #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll<HTMLSelectElement>('select')];
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('input[name=q]');
  }

  get #filter(): Filter {
    return {
      words: this.#field?.value ?? '',
      values: Object.fromEntries(this.#selects.map(({ name, value }) => [name, value])),
    };
  }

  #unfold() {
    this.#unfolded = [...this.querySelectorAll<HTMLDetailsElement>('details[data-item]:not([open])')];
    for (const item of this.#unfolded) item.open = true;
  }

  #read() {
    const offered = this.#selects.map(({ name, options }) => [name, [...options].map(({ value }) => value)] as const);
    const { words, values } = readFilter(
      new URLSearchParams(location.search),
      Object.fromEntries<readonly string[]>(offered),
    );
    if (this.#field) this.#field.value = words;
    for (const select of this.#selects) select.value = values[select.name] ?? '';
    this.#show();
  }

  #asked() {
    keepInAddress(writeFilter(this.#filter));
    this.#show();
  }

  #reset() {
    if (this.#field) this.#field.value = '';
    for (const select of this.#selects) select.value = '';
    this.#asked();
    (this.#field ?? this.#selects[0])?.focus();
  }

  /** The entry that the address names is shown, whatever was asked. */
  #reveal() {
    const named = document.getElementById(namedIn(location.hash));
    const item = named?.closest<HTMLElement>('[data-item]');
    if (!item || !this.contains(item)) return;
    if (item.hidden) this.#reset();
    if (item instanceof HTMLDetailsElement) item.open = true;
    item.scrollIntoView();
  }

  #show() {
    const filter = this.#filter;
    const stems = stemsOf(filter.words);
    const left = this.#items.filter((item) => passesFilter(item, filter));
    unmark(this);
    for (const item of this.#items) item.element.hidden = !left.includes(item);
    if (stems.length > 0) for (const { element } of left) mark(element, stems);
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('[data-item]:not([hidden])');
    this.#fold(stems.length > 0 && left.length <= FEW ? left : []);
    this.#count(filter);
    this.one('[data-reset]').hidden = !isAsked(filter);
    this.one('[data-empty]').hidden = left.length > 0;
    this.#tell(left.length, filter);
  }

  /** Opens the few answers that are left, and closes what was opened so. */
  #fold(few: readonly Item[]) {
    for (const details of this.#opened) if (!few.some(({ element }) => element === details)) details.open = false;
    this.#opened.clear();
    for (const { element } of few) {
      if (!(element instanceof HTMLDetailsElement)) continue;
      element.open = true;
      this.#opened.add(element);
    }
  }

  #count(filter: Filter) {
    for (const select of this.#selects)
      for (const option of select.options)
        if (option.value)
          option.textContent = `${option.dataset['label']} (${countWith(this.#items, filter, select.name, option.value)})`;
  }

  #tell(left: number, filter: Filter) {
    const { one = '', many = '', none = '' } = this.dataset;
    const words = left === 0 ? none : count(left, one, many);
    const typed = filter.words.trim().replace(/'/g, '’');
    const status = this.one('[role=status]');
    const told = typed ? `${words} pour «\u00a0${typed}\u00a0»` : words;
    if (status.textContent !== told) status.textContent = told;
    // What was typed goes along to whoever may answer.
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-carry]')) {
      const url = new URL(link.href);
      if (typed) url.searchParams.set(link.dataset['carry'] ?? '', typed);
      else url.searchParams.delete(link.dataset['carry'] ?? '');
      link.href = url.href;
    }
  }
}

customElements.define('filter-list', FilterList);
