import { wear, type Theme } from './page-theme.ts';

export type Width = 'phone' | 'wide';

/** What a page is laid out for, in CSS pixels; what it is shown on may be narrower. */
const WIDTHS: Readonly<Record<Width, number>> = { phone: 360, wide: 1280 };

/** The answer of a page that is not there, or not yet. */
const REFUSED = 400;

/**
 * A page of the site in a frame, and its next state in another behind it, which comes forward once it is whole: nothing
 * flashes, and what was in sight stays there.
 */
export class Frames {
  readonly #stage: HTMLElement;
  #front: HTMLIFrameElement;
  #back: HTMLIFrameElement;
  #path = '';
  #width: Width = 'phone';
  #theme: Theme = 'light';

  constructor(stage: HTMLElement) {
    this.#stage = stage;
    [this.#front, this.#back] = [frame(), frame()];
    this.#front.setAttribute('data-front', '');
    stage.append(this.#front, this.#back);
    new ResizeObserver(() => this.#fit()).observe(stage);
  }

  get path(): string {
    return this.#path;
  }

  /** Nothing was shown yet, or what was shown is of another form. */
  clear(): void {
    this.#path = '';
    for (const each of [this.#front, this.#back]) each.contentWindow?.location.replace('about:blank');
  }

  /**
   * Shows a page; one that is there already is only laid over, unless asked for afresh.
   * @throws Error when there is no such page
   */
  async show(path: string, { fresh, lay }: { fresh: boolean; lay?: (page: Document) => void }): Promise<void> {
    const shown = this.#front.contentDocument;
    if (!fresh && path === this.#path && shown) {
      lay?.(shown);
      return;
    }
    const isSame = pageIn(path) === pageIn(this.#path);
    const place = isSame ? this.#front.contentWindow?.scrollY : undefined;
    const page = await load(this.#back, path);
    standStill(page);
    lay?.(page);
    this.#colour(this.#back);
    if (place !== undefined) this.#back.contentWindow?.scrollTo({ top: place, behavior: 'instant' });
    [this.#front, this.#back] = [this.#back, this.#front];
    this.#front.setAttribute('data-front', '');
    this.#back.removeAttribute('data-front');
    this.#path = path;
  }

  setWidth(width: Width): void {
    this.#width = width;
    this.#fit();
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    for (const each of [this.#front, this.#back]) this.#colour(each);
  }

  #colour(each: HTMLIFrameElement): void {
    each.style.colorScheme = this.#theme;
    if (each.contentDocument) wear(each.contentDocument, this.#theme);
  }

  #fit(): void {
    const { clientWidth, clientHeight } = this.#stage;
    const width = WIDTHS[this.#width];
    const scale = Math.min(1, clientWidth / width);
    for (const { style } of [this.#front, this.#back]) {
      style.width = `${width}px`;
      style.height = `${clientHeight / scale}px`;
      style.left = `${Math.max(0, (clientWidth - width) / 2)}px`;
      style.transform = `scale(${scale})`;
    }
  }
}

const pageIn = (path: string): string => path.replace(/[?#].*$/, '');

function frame(): HTMLIFrameElement {
  const made = document.createElement('iframe');
  made.title = 'La page, comme elle sera publiée';
  return made;
}

/** Loads a page into a frame, whatever it showed, without a step in the history of the tab. */
async function load(into: HTMLIFrameElement, path: string): Promise<Document> {
  const loaded = new Promise((resolve) => into.addEventListener('load', resolve, { once: true }));
  const { href, hash } = new URL(path, location.origin);
  // To the same address with an anchor, a frame would only scroll.
  if (hash !== '' && into.contentDocument?.URL === href) into.contentWindow?.location.reload();
  else into.contentWindow?.location.replace(path);
  await loaded;
  const page = into.contentDocument;
  const [visit] = into.contentWindow?.performance.getEntriesByType('navigation') ?? [];
  const status = (visit as PerformanceNavigationTiming | undefined)?.responseStatus ?? 0;
  if (!page || status >= REFUSED) throw new Error(`${path}: ${status}`);
  return page;
}

/** The page is there to be looked at: its links open beside, its forms send nothing. */
function standStill(page: Document): void {
  page.addEventListener('submit', (event) => event.preventDefault(), { capture: true });
  page.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[href]');
      if (!link || link.getAttribute('href')?.startsWith('#')) return;
      event.preventDefault();
      if (/^https?:$/.test(link.protocol)) window.open(link.href, '_blank', 'noopener');
    },
    { capture: true },
  );
}
