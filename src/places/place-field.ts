import { SiteElement } from '#components/site-element.ts';
import type { Point } from '#domain/distance.ts';
import { fetchShard } from './fetch-shard.ts';
import { resolve, suggest, tokenOf } from './lookup.ts';
import { labelOf, whereOf, type Place } from './place.ts';
import { ASKING, countOf, LOADING, noteOn, nothingFor, UNKNOWN_ADDRESS } from './words.ts';

/** What `place-change` tells: a place, where the device is, or that there is no place any more. */
export type PlaceChange = Place | (Point & { name: string }) | null;

const SLOW_MS = 400;

/**
 * The behaviour of `<place-field>`, over the finished HTML of PlaceField.astro: an editable combobox with a list
 * (ARIA 1.2). Dispatches `place-change`, a CustomEvent of PlaceChange that bubbles.
 */
export class PlaceField extends SiteElement {
  readonly #input = this.one('input', HTMLInputElement);
  readonly #list = this.one('[role=listbox]');
  readonly #count = this.one('[data-count-of-places]');
  readonly #note = this.one('[data-note]');
  readonly #broken = this.one('[data-broken]');
  readonly #clear = this.one('[data-clear]', HTMLButtonElement);
  readonly #around = this.one('[data-around]', HTMLButtonElement);
  #places: readonly Place[] = [];
  /** Rank of the option that the keyboard points at, -1 for none. */
  #active = -1;
  #chosen: Place | undefined;
  /** Number of the latest question; an answer to an older one is dropped. */
  #latest = 0;
  #search: Promise<void> = Promise.resolve();
  #again: () => void = () => undefined;

  connectedCallback(): void {
    this.listen(this.#input, 'focus', () => void fetchShard('index').catch(() => undefined));
    this.listen(this.#input, 'input', () => {
      this.#typed();
    });
    this.listen(this.#input, 'keydown', (event) => {
      this.#pressed(event);
    });
    this.listen(this.#input, 'blur', () => {
      this.#close();
    });
    // The field keeps the focus: its list would close under the finger.
    this.listen(this.#list, 'mousedown', (event) => {
      event.preventDefault();
    });
    this.listen(this.#list, 'click', ({ target }) => {
      const option = target instanceof Element ? target.closest('[role=option]') : undefined;
      this.#choose(this.#places[option ? [...this.#list.children].indexOf(option) : -1]);
    });
    this.listen(this.#clear, 'click', () => {
      this.#empty();
      this.#input.focus();
    });
    this.listen(this.#around, 'click', () => void this.#locate());
    this.listen(this.one('[data-retry]'), 'click', () => {
      this.#input.focus();
      this.#again();
    });
    this.#clear.hidden = this.#input.value === '';
  }

  /** What an address says of the chosen place, for `restore`; empty without one. */
  get value(): string {
    return this.#chosen ? tokenOf(this.#chosen) : '';
  }

  /**
   * Chooses the place that an address names, and says so by `place-change`; empties the field, silently, when it
   * names none. Resolves without a place, and with a sentence on screen, when it is unknown or cannot be looked up.
   */
  async restore(text: string): Promise<Place | undefined> {
    // `lyon-69123` until it is known as « Lyon (69) ».
    const turn = this.#start(text.replace(/-\w{5}$/, '').replaceAll('-', ' '));
    if (text === '') return undefined;
    const found = await resolve(text, fetchShard).catch(() => 'broken' as const);
    if (turn !== this.#latest) return undefined;
    if (found === 'broken') {
      this.#fail(() => void this.restore(text));
      return undefined;
    }
    if (found) this.#choose(found);
    else this.#note.textContent = UNKNOWN_ADDRESS;
    return found;
  }

  #tell(detail: PlaceChange): void {
    this.dispatchEvent(new CustomEvent<PlaceChange>('place-change', { detail, bubbles: true }));
  }

  /** Begins a question: forgets what was said of the one before. */
  #start(text: string): number {
    if (this.#input.value !== text) this.#input.value = text;
    this.#clear.hidden = text === '';
    this.#chosen = undefined;
    this.#close();
    this.#note.textContent = '';
    this.#broken.hidden = true;
    return ++this.#latest;
  }

  #empty(): void {
    this.#start('');
    this.#tell(null);
  }

  #fail(again: () => void): void {
    this.#note.textContent = '';
    this.#broken.hidden = false;
    this.#again = again;
  }

  #typed(): void {
    this.#chosen = undefined;
    if (this.#input.value.trim() === '') this.#empty();
    else this.#search = this.#suggest(this.#input.value);
  }

  async #suggest(text: string): Promise<void> {
    const turn = ++this.#latest;
    this.#clear.hidden = false;
    const slow = setTimeout(() => {
      if (turn === this.#latest) this.#note.textContent = LOADING;
    }, SLOW_MS);
    const places = await suggest(text, fetchShard).catch(() => 'broken' as const);
    clearTimeout(slow);
    if (turn !== this.#latest) return;
    this.#close();
    this.#broken.hidden = true;
    if (places === 'broken') {
      this.#fail(() => {
        this.#typed();
      });
      return;
    }
    this.#note.textContent = places.length === 0 ? nothingFor(text.trim()) : '';
    if (places.length > 0 && this.#input === document.activeElement) this.#open(places);
  }

  #open(places: readonly Place[]): void {
    this.#places = places;
    this.#list.replaceChildren(...places.map((place, rank) => this.#option(place, rank)));
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#count.textContent = countOf(places.length);
  }

  #close(): void {
    this.#point(-1);
    this.#places = [];
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#input.setAttribute('aria-expanded', 'false');
    this.#count.textContent = '';
  }

  #option(place: Place, rank: number): HTMLElement {
    const option = document.createElement('div');
    option.role = 'option';
    option.id = `${this.#list.id}-${rank}`;
    option.ariaSelected = 'false';
    const name = document.createElement('span');
    name.textContent = place.name;
    const where = document.createElement('small');
    where.textContent = whereOf(place);
    option.append(name, ' ', where);
    return option;
  }

  /** Points the keyboard at an option. */
  #point(rank: number): void {
    const options = [...this.#list.children];
    for (const [each, option] of options.entries()) option.ariaSelected = String(each === rank);
    this.#active = rank;
    const option = options[rank];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.#places.length;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (count === 0) this.#typed();
        else if (event.key === 'ArrowDown') this.#point((this.#active + 1) % count);
        else this.#point((this.#active <= 0 ? count : this.#active) - 1);
        break;
      case 'Enter':
        event.preventDefault();
        void this.#enter();
        break;
      case 'Escape':
        event.preventDefault();
        if (count > 0) this.#close();
        else this.#empty();
        break;
      case 'Tab':
        // Who leaves with a single suggestion in sight means it.
        this.#choose(this.#places[this.#active] ?? (count === 1 ? this.#places[0] : undefined));
        break;
    }
  }

  /** Chooses the option pointed at, else the first, once the suggestions for what is typed have come. */
  async #enter(): Promise<void> {
    if (this.#chosen && this.#places.length === 0) return;
    if (this.#places.length === 0 && this.#input.value.trim() !== '') this.#typed();
    const turn = this.#latest;
    await this.#search;
    if (turn === this.#latest) this.#choose(this.#places[this.#active] ?? this.#places[0]);
  }

  #choose(place: Place | undefined): void {
    if (!place) return;
    this.#start(labelOf(place));
    this.#chosen = place;
    this.#note.textContent = noteOn(place);
    this.#tell(place);
  }

  async #locate(): Promise<void> {
    const turn = this.#start('');
    this.#note.textContent = ASKING;
    const around = await import('./geolocation.ts').then(({ locateDevice }) => locateDevice()).catch(() => undefined);
    if (turn !== this.#latest) return;
    this.#note.textContent = around?.note ?? '';
    if (around?.point) this.#tell({ ...around.point, name: 'Autour de moi' });
    if (!around) this.#fail(() => void this.#locate());
  }
}

customElements.define('place-field', PlaceField);

declare global {
  interface HTMLElementTagNameMap {
    'place-field': PlaceField;
  }
  interface HTMLElementEventMap {
    'place-change': CustomEvent<PlaceChange>;
  }
}
