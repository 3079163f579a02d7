import { SiteElement } from '#components/site-element.ts';
import { showTrouble } from '#components/trouble.ts';
import type { Point } from '#domain/distance.ts';
import { fetchShard } from './fetch-shard.ts';
import type { Choice } from './area.ts';
import type { Landmark } from './landmark.ts';
import type { Understanding } from './understand.ts';

/** What `place-change` tells: a place, where the device is, or that there is no place any more. */
export type PlaceChange = Choice | (Point & { name: string }) | null;

const SLOW_MS = 400;
const LOADING = 'La liste des communes arrive…';
const ASKING = 'Votre appareil cherche où vous êtes. S’il vous demande la permission, acceptez-la.';

type Choosing = typeof import('./choosing.ts');
const loadChoosing = (): Promise<Choosing> => import('./choosing.ts');
const loadGeolocation = () => import('./geolocation.ts');

/** What a text means, and the words to say it. */
interface Understood extends Understanding {
  choosing: Choosing;
}

/**
 * The behaviour of `<place-field>`, over the finished HTML of PlaceField.astro: an editable combobox with a list
 * (ARIA 1.2). Dispatches `place-change`, a CustomEvent of PlaceChange that bubbles.
 */
export class PlaceField extends SiteElement {
  /** Places that the page itself knows by their name. */
  landmarks: readonly Landmark[] = [];
  readonly #input = this.one('input', HTMLInputElement);
  readonly #list = this.one('[role=listbox]');
  readonly #count = this.one('[data-count-of-places]');
  readonly #note = this.one('[data-note]');
  readonly #broken = this.one('[data-broken]');
  readonly #clear = this.one('[data-clear]', HTMLButtonElement);
  readonly #around = this.one('[data-around]', HTMLButtonElement);
  #shown: Understood | undefined;
  /** Rank of the option that the keyboard points at, -1 for none. */
  #active = -1;
  #token = '';
  /** Number of the latest question; an answer to an older one is dropped. */
  #latest = 0;
  #search: Promise<void> = Promise.resolve();
  #again: () => void = () => undefined;

  connectedCallback(): void {
    this.listen(
      this.#input,
      'focus',
      () => void Promise.all([loadChoosing(), fetchShard('index')]).catch(() => undefined),
    );
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
      if (option) this.#choose([...this.#list.children].indexOf(option));
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
    return this.#token;
  }

  /** The name of the chosen place; empty without one. */
  get label(): string {
    return this.#token === '' ? '' : this.#input.value;
  }

  /**
   * Chooses the place that an address names, and says so by `place-change`; empties the field, silently, when it
   * names none. Offers those that it may name when it is not sure, and says what to do when it names nothing known or
   * cannot be looked up.
   * @param label its name, to show until then
   */
  async restore(text: string, label?: string): Promise<void> {
    // `lyon-69123` until it is known as « Lyon (69) ».
    const typed = label ?? text.replace(/-\d[\dab]\d{3}$/i, '').replaceAll('-', ' ');
    this.#start(typed);
    if (text === '') return;
    const found = await this.#understand(text, () => void this.restore(text, label));
    if (found?.how === 'one') this.#choose(0, found);
    else if (found) this.#ask(typed, found);
  }

  /** What a text means; undefined when another was asked since, or for a trouble, which is told. */
  async #understand(text: string, again: () => void): Promise<Understood | undefined> {
    const turn = this.#latest;
    try {
      const choosing = await loadChoosing();
      const known = { areas: 'areas' in this.dataset, landmarks: this.landmarks };
      const understood = await choosing.understand(text, fetchShard, known);
      return turn === this.#latest ? { ...understood, choosing } : undefined;
    } catch (error) {
      if (turn === this.#latest) this.#fail(error, again);
      return undefined;
    }
  }

  /** Asks which of several places is meant; the first is a key away. */
  #ask(text: string, found: Understood): void {
    const question = found.choosing.askWhich(text, found.how);
    this.#note.textContent = question;
    if (found.choices.length === 0) return;
    this.#input.focus();
    this.#open(found);
    // The list covers the note.
    this.#list.dataset['question'] = question;
    this.#point(0);
  }

  #tell(detail: PlaceChange): void {
    this.dispatchEvent(new CustomEvent<PlaceChange>('place-change', { detail, bubbles: true }));
  }

  /** Begins a question: forgets what was said of the one before. */
  #start(text: string): number {
    if (this.#input.value !== text) this.#input.value = text;
    this.#clear.hidden = text === '';
    this.#token = '';
    this.#close();
    this.#note.textContent = '';
    this.#broken.hidden = true;
    return ++this.#latest;
  }

  #empty(): void {
    this.#start('');
    this.#tell(null);
  }

  #fail(error: unknown, again: () => void): void {
    this.#close();
    this.#note.textContent = '';
    showTrouble(this.#broken, error);
    this.#again = again;
  }

  #typed(): void {
    this.#token = '';
    if (this.#input.value.trim() === '') this.#empty();
    else this.#search = this.#suggest(this.#input.value);
  }

  async #suggest(text: string): Promise<void> {
    const turn = ++this.#latest;
    this.#clear.hidden = false;
    const slow = setTimeout(() => {
      if (turn === this.#latest) this.#note.textContent = LOADING;
    }, SLOW_MS);
    const found = await this.#understand(text, () => {
      this.#typed();
    });
    clearTimeout(slow);
    if (!found) return;
    this.#close();
    this.#broken.hidden = true;
    const isFound = found.how !== 'like' && found.how !== 'none';
    this.#note.textContent = isFound ? '' : found.choosing.askWhich(text.trim(), found.how);
    if (found.choices.length === 0 || this.#input !== document.activeElement) return;
    this.#open(found);
    if (!isFound) this.#list.dataset['question'] = this.#note.textContent;
  }

  #open(found: Understood): void {
    const { choices, choosing } = found;
    this.#shown = found;
    this.#list.replaceChildren(...choosing.optionsOf(choices, this.#list.id));
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#count.textContent = choosing.countOf(choices.length);
  }

  #close(): void {
    this.#point(-1);
    this.#shown = undefined;
    this.#list.hidden = true;
    this.#list.replaceChildren();
    delete this.#list.dataset['question'];
    this.#input.setAttribute('aria-expanded', 'false');
    this.#count.textContent = '';
  }

  /** Points the keyboard at an option. */
  #point(rank: number): void {
    const options = [...this.#list.children];
    for (const [each, option] of options.entries()) option.setAttribute('aria-selected', String(each === rank));
    this.#active = rank;
    const option = options[rank];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const count = this.#shown?.choices.length ?? 0;
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
        if (this.#active >= 0) this.#choose(this.#active);
        else if (count === 1 && this.#shown?.how === 'one') this.#choose(0);
        break;
    }
  }

  /** Chooses the option pointed at or the one that is meant, once what is typed is understood; else asks. */
  async #enter(): Promise<void> {
    if (!this.#shown && (this.#token !== '' || this.#input.value.trim() === '')) return;
    if (!this.#shown) this.#typed();
    const turn = this.#latest;
    await this.#search;
    if (turn !== this.#latest || !this.#shown) return;
    if (this.#active >= 0) this.#choose(this.#active);
    else if (this.#shown.how === 'one') this.#choose(0);
    else this.#ask(this.#input.value.trim(), this.#shown);
  }

  #choose(rank: number, from: Understood | undefined = this.#shown): void {
    const choice = from?.choices[rank];
    if (!choice) return;
    const { labelOfChoice, noteOn, tokenOfChoice } = from.choosing;
    this.#start(labelOfChoice(choice));
    this.#token = tokenOfChoice(choice);
    this.#note.textContent = noteOn(choice);
    this.#tell(choice);
  }

  async #locate(): Promise<void> {
    const turn = this.#start('');
    this.#note.textContent = ASKING;
    try {
      const { note, point } = await (await loadGeolocation()).locateDevice();
      if (turn !== this.#latest) return;
      this.#note.textContent = note;
      if (point) this.#tell({ ...point, name: 'Autour de moi' });
    } catch (error) {
      if (turn === this.#latest) this.#fail(error, () => void this.#locate());
    }
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
