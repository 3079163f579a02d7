import { SiteElement } from '#components/site-element.ts';
import { showTrouble } from '#components/trouble.ts';
import type { SearchAnswer, Engine, Hit } from './engine.ts';
import { kindOf, type Kind } from './kinds.ts';
import type { Pagefind } from './pagefind.ts';
import type { PlaceAnswer } from './place-answer.ts';
import { statusOf } from './status.ts';

const PAGE = 10;
const TYPING_MS = 220;
const SLOW_MS = 400;

function linkTo(url: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = text;
  return link;
}

/**
 * The behaviour of `<site-search>`, over the finished HTML of SearchBox.astro.
 * The search lives in the address (`?q=…&genre=…`), so that it can be reloaded, shared and come back to.
 */
class SiteSearch extends SiteElement {
  readonly #form = this.one('form', HTMLFormElement);
  readonly #input = this.one('input[name=q]', HTMLInputElement);
  readonly #status = this.one('[role=status]');
  readonly #list = this.one('[data-results]');
  readonly #model = this.one('[data-result]', HTMLTemplateElement);
  readonly #more = this.one('[data-more]', HTMLButtonElement);
  readonly #meant = this.one('[data-meant]');
  readonly #nothing = this.one('[data-nothing]');
  readonly #everywhere = this.one('[data-everywhere]', HTMLButtonElement);
  readonly #broken = this.one('[data-broken]');
  readonly #counts = [...this.querySelectorAll<HTMLElement>('[data-count]')];
  #engine: Promise<Engine> | undefined;
  #attempts = 0;
  #timer = 0;
  /** Number of the latest search; an answer to an older one is dropped. */
  #latest = 0;
  #answer: SearchAnswer | undefined;

  connectedCallback(): void {
    this.#readAddress();
    this.listen(this.#form, 'submit', (event) => {
      event.preventDefault();
      this.#soon(0);
    });
    this.listen(this.#form, 'input', (event) => {
      this.#soon(event.target === this.#input ? TYPING_MS : 0);
    });
    this.listen(this.#input, 'focus', () => void this.#load().catch(() => undefined));
    this.listen(this.#more, 'click', () => void this.#showMore());
    this.listen(this.#everywhere, 'click', () => {
      this.#choose(undefined);
      this.#input.focus();
      this.#soon(0);
    });
    this.listen(this.one('[data-retry]'), 'click', () => {
      this.#input.focus();
      this.#soon(0);
    });
    if (this.#typed !== '') void this.#search(this.#shownBefore());
  }

  get #typed(): string {
    return this.#input.value.trim();
  }

  get #kind(): Kind | undefined {
    return kindOf(this.querySelector<HTMLInputElement>('input[name=genre]:checked')?.value);
  }

  #choose(kind: Kind | undefined): void {
    const radio = this.querySelector<HTMLInputElement>(`input[name=genre][value="${kind ?? ''}"]`);
    if (radio) radio.checked = true;
  }

  #readAddress(): void {
    const asked = new URLSearchParams(location.search);
    this.#input.value = asked.get('q') ?? this.#input.value;
    this.#choose(kindOf(asked.get('genre')));
  }

  #shownBefore(): number {
    const state: unknown = history.state;
    return typeof state === 'object' && state && 'shown' in state ? Number(state.shown) : 0;
  }

  #writeAddress(): void {
    const url = new URL(location.href);
    url.search = '';
    if (this.#typed) url.searchParams.set('q', this.#typed);
    if (this.#kind) url.searchParams.set('genre', this.#kind);
    history.replaceState({ shown: this.#shown }, '', url);
  }

  #load(): Promise<Engine> {
    // A browser remembers the failure of a module: the address of a new attempt differs.
    const address = `/pagefind/pagefind.js${this.#attempts > 0 ? `?essai=${this.#attempts}` : ''}`;
    this.#engine ??= Promise.all([import(/* @vite-ignore */ address) as Promise<Pagefind>, import('./open-engine.ts')])
      .then(([pagefind, { openEngine }]) => openEngine(pagefind))
      .catch((reason: unknown) => {
        this.#engine = undefined;
        this.#attempts += 1;
        throw reason;
      });
    return this.#engine;
  }

  #soon(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#search(), delay);
  }

  /** @param atLeast how many results to show at once, when the reader comes back to a longer list. */
  async #search(atLeast = 0): Promise<void> {
    const turn = ++this.#latest;
    const [typed, kind] = [this.#typed, this.#kind];
    const slow = setTimeout(() => {
      this.#say('Recherche en cours…');
    }, SLOW_MS);
    this.setAttribute('aria-busy', 'true');
    try {
      const answer = typed === '' ? undefined : await (await this.#load()).search(typed, kind);
      const hits = await answer?.hits(0, Math.max(PAGE, atLeast));
      if (turn !== this.#latest) return;
      this.#answer = answer;
      this.#list.replaceChildren(...this.#items(answer, hits ?? []));
      this.#broken.hidden = true;
      this.#nothing.hidden = answer === undefined || answer.total > 0 || answer.place !== undefined;
      this.#everywhere.hidden = kind === undefined || answer?.counts.all === 0;
      this.#showCounts(answer);
      this.#showMeant(answer);
      this.#settle();
      this.#say(statusOf(answer, typed, kind));
    } catch (error) {
      if (turn !== this.#latest) return;
      this.#answer = undefined;
      this.#list.replaceChildren();
      this.#nothing.hidden = true;
      showTrouble(this.#broken, error);
      this.#showCounts(undefined);
      this.#showMeant(undefined);
      this.#settle();
      this.#say('La recherche ne répond pas.');
    } finally {
      clearTimeout(slow);
      if (turn === this.#latest) this.removeAttribute('aria-busy');
    }
  }

  async #showMore(): Promise<void> {
    const [turn, shown] = [this.#latest, this.#shown];
    const hits = await this.#answer?.hits(shown, shown + PAGE).catch(() => undefined);
    if (!hits || turn !== this.#latest || shown !== this.#shown) return;
    const items = this.#list.children.length;
    this.#list.append(...hits.map((hit) => this.#item(hit)));
    this.#settle();
    this.#list.children[items]?.querySelector('a')?.focus();
  }

  /** How many pages are shown. */
  get #shown(): number {
    return this.#list.querySelectorAll(':scope > :not([data-place])').length;
  }

  #settle(): void {
    this.#more.hidden = this.#shown >= (this.#answer?.total ?? 0);
    this.#writeAddress();
  }

  #say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  #showCounts(answer: SearchAnswer | undefined): void {
    for (const place of this.#counts) {
      const kind = kindOf(place.dataset['count']) ?? 'all';
      place.textContent = answer ? `${answer.counts[kind]}` : '';
    }
  }

  #showMeant(answer: SearchAnswer | undefined): void {
    const corrected = answer?.corrections.length ? answer.corrected : undefined;
    this.#meant.hidden = corrected === undefined;
    if (corrected === undefined) return;
    const link = linkTo(`/recherche/?${new URLSearchParams({ q: corrected }).toString()}`, corrected);
    this.#meant.querySelector('a')?.replaceWith(link);
  }

  #items(answer: SearchAnswer | undefined, hits: readonly Hit[]): DocumentFragment[] {
    const items = hits.map((hit) => this.#item(hit));
    if (answer?.place) items.splice(answer.isPlaceFirst ? 0 : 1, 0, this.#placeItem(answer.place));
    return items;
  }

  #placeItem({ title, url, told, choices }: PlaceAnswer): DocumentFragment {
    const item = this.#item({ url, title, kind: 'Cantines', excerpt: [{ text: told, mark: false }] });
    item.firstElementChild?.setAttribute('data-place', '');
    if (choices.length > 0) {
      const links = choices.flatMap(({ label, url: to }, rank) => [rank === 0 ? '' : ', ', linkTo(to, label)]);
      item.querySelector('[data-excerpt]')?.replaceChildren('Plusieurs lieux portent ce nom\u00a0: ', ...links, '.');
    }
    return item;
  }

  #item({ url, title, kind, excerpt }: Hit): DocumentFragment {
    const item = this.#model.content.cloneNode(true) as DocumentFragment;
    const place = (name: string) => item.querySelector<HTMLElement>(`[data-${name}]`);
    place('title')?.replaceChildren(linkTo(url, title));
    const chip = place('kind');
    if (chip) chip.textContent = kind ?? 'Pages';
    place('excerpt')?.append(
      ...excerpt.map(({ text, mark }) => {
        if (!mark) return text;
        const marked = document.createElement('mark');
        marked.textContent = text;
        return marked;
      }),
    );
    return item;
  }
}

customElements.define('site-search', SiteSearch);
