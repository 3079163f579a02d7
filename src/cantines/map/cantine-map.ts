import { SiteElement } from '#components/site-element.ts';
import { showTrouble } from '#components/trouble.ts';
import type { Point } from '#domain/distance.ts';
import type { DetailedMap } from './detailed.ts';
import { drawingWith } from './drawing.ts';
import type { MapData } from './records.ts';

type OpenDetailed = (typeof import('./detailed.ts'))['openDetailed'];

/**
 * The behaviour of `<cantine-map>`, over the finished HTML of CantineMap.astro. What it is told holds in the drawing
 * and in the detailed map. It fires `cantine-focus` when a mark is pointed at or focused, and when it is left.
 */
export class CantineMap extends SiteElement {
  readonly #data = JSON.parse(this.one('[data-places]').textContent) as MapData;
  readonly #board = this.one('[data-board]');
  /** What is said and seen of the drawing, and makes room for the detailed map. */
  readonly #drawingParts = this.querySelectorAll<HTMLElement>('[data-drawing]');
  readonly #tip = this.one('[data-tip]');
  readonly #originMark = this.one('[data-origin]', SVGElement);
  readonly #box = this.one('[data-detailed]');
  readonly #openButton = this.one('[data-open]', HTMLButtonElement);
  readonly #closeButton = this.one('[data-close]', HTMLButtonElement);
  readonly #status = this.one('[data-status]');
  readonly #noTiles = this.one('[data-no-tiles]');
  readonly #broken = this.one('[data-broken]');
  readonly #marks = [...this.querySelectorAll<SVGElement>('[data-slugs]')].map((element) => ({
    element,
    slugs: (element.dataset['slugs'] ?? '').split(' '),
  }));
  #shown: readonly string[] | undefined;
  #origin: Point | null = null;
  #detailed: DetailedMap | undefined;
  #opening = false;

  connectedCallback(): void {
    this.#turn(false);
    this.listen(this.#openButton, 'click', () => void this.#open());
    this.listen(this.#closeButton, 'click', () => {
      this.#close();
      this.#openButton.focus();
    });
    this.listen(this.one('[data-retry]'), 'click', () => this.#detailed?.retry());
    for (const { element, slugs } of this.#marks) {
      const link = element.querySelector('a');
      const enter = () => {
        this.#label(element);
        this.#tell(slugs[0]);
      };
      const leave = () => {
        this.#label(undefined);
        this.#tell(undefined);
      };
      if (!link) continue;
      for (const event of ['pointerenter', 'focus'] as const) this.listen(link, event, enter);
      for (const event of ['pointerleave', 'blur'] as const) this.listen(link, event, leave);
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  /** Shows these cantines only; the others leave both views, and the keyboard. */
  show(slugs: readonly string[]): void {
    this.#shown = slugs;
    const wanted = new Set(slugs);
    for (const mark of this.#marks) {
      const left = mark.slugs.filter((slug) => wanted.has(slug)).length;
      mark.element.toggleAttribute('hidden', left === 0);
      const number = mark.element.querySelector('.number');
      if (number) number.textContent = String(left);
    }
    this.#detailed?.show(slugs);
  }

  /** Points at the mark of a cantine, without moving the focus; undefined points at none. */
  focusOn(slug: string | undefined): void {
    for (const { element, slugs } of this.#marks) {
      const chosen = slug !== undefined && slugs.includes(slug);
      element.classList.toggle('chosen', chosen);
      if (chosen) this.#label(element);
    }
    if (slug === undefined) this.#label(undefined);
    this.#detailed?.focusOn(slug);
  }

  /** Shows where the visitor starts from; null takes it away. */
  setOrigin(origin: Point | null): void {
    this.#origin = origin;
    const drawing = drawingWith(this.#data.insets);
    const at = origin ? drawing.place(origin) : undefined;
    this.#originMark.toggleAttribute('hidden', !at);
    if (at) {
      this.#originMark.setAttribute('x', `${(at.x / drawing.width) * 100}%`);
      this.#originMark.setAttribute('y', `${(at.y / drawing.height) * 100}%`);
    }
    this.#detailed?.setOrigin(origin);
  }

  #tell(slug: string | undefined): void {
    this.dispatchEvent(new CustomEvent('cantine-focus', { bubbles: true, detail: { slug } }));
  }

  /** Lifts the name of a mark above all others, inside the drawing. */
  #label(mark: SVGElement | undefined): void {
    const halo = mark?.querySelector('.halo')?.getBoundingClientRect();
    this.#tip.hidden = !halo || halo.width === 0;
    if (!mark || !halo || this.#tip.hidden) return;
    this.#tip.textContent = mark.querySelector('.name')?.textContent ?? '';
    const board = this.#board.getBoundingClientRect();
    const [width, height] = [this.#tip.offsetWidth, this.#tip.offsetHeight];
    const middle = halo.left + halo.width / 2 - board.left - width / 2;
    const above = halo.top - board.top - height - 6;
    const left = Math.max(0, Math.min(board.width - width, middle));
    const top = above < 0 ? halo.bottom - board.top + 6 : above;
    this.#tip.style.translate = `${left}px ${top}px`;
  }

  async #open(): Promise<void> {
    if (this.#opening) return;
    this.#opening = true;
    this.#broken.hidden = true;
    this.#status.textContent = 'La carte détaillée arrive…';
    try {
      const { openDetailed } = await import('./detailed.ts');
      if (this.isConnected) this.#show(openDetailed);
    } catch (error) {
      this.#close();
      showTrouble(this.#broken, error);
    }
    this.#opening = false;
  }

  #show(openDetailed: OpenDetailed): void {
    this.#turn(true);
    this.#detailed = openDetailed(this.#box, this.#data, {
      onFocus: (slug) => {
        this.#tell(slug);
      },
      onView: (words) => {
        this.#status.textContent = words;
      },
      onTiles: (arrive) => {
        this.#noTiles.hidden = arrive;
      },
    });
    if (this.#shown) this.#detailed.show(this.#shown);
    if (this.#origin) this.#detailed.setOrigin(this.#origin);
  }

  #close(): void {
    this.#detailed?.close();
    this.#detailed = undefined;
    this.#status.textContent = '';
    this.#noTiles.hidden = true;
    this.#turn(false);
  }

  #turn(detailed: boolean): void {
    for (const part of this.#drawingParts) part.hidden = detailed;
    this.#openButton.hidden = detailed;
    this.#box.hidden = !detailed;
    this.#closeButton.hidden = !detailed;
  }
}

customElements.define('cantine-map', CantineMap);

declare global {
  interface HTMLElementTagNameMap {
    'cantine-map': CantineMap;
  }
  interface HTMLElementEventMap {
    /** The slug of the cantine whose mark is pointed at; undefined when it is left. */
    'cantine-focus': CustomEvent<{ slug: string | undefined }>;
  }
}
