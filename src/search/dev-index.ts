import { DomUtils, parseDocument } from 'htmlparser2';
import { FIXED_PAGES } from '#content/routes.ts';
import { indexPages, type IndexFiles, type PageIndex } from './index-pages.ts';

/** The HTML of a page of the running site; undefined when there is no such page. @throws when the page is in error. */
export type ReadPage = (path: string) => Promise<string | undefined>;

interface KnownPage {
  html: string;
  links: ReadonlySet<string>;
}

/** What a client asks for first, and what tells it which version of the index to read. */
const ENTRY = /^pagefind(?:-entry\.json|\.js)$/;

const OUTSIDE = /^\/(?:admin|embed|pagefind)\//;

/** The pages of the site that a page leads to, as paths with a final slash. */
export function pageLinks(html: string): Set<string> {
  const links = DomUtils.getElementsByTagName('a', parseDocument(html)).flatMap(({ attribs }) => attribs['href'] ?? []);
  const paths = links.filter((href) => /^\/(?!\/)/.test(href)).map((href) => href.replace(/[?#].*$/, ''));
  return new Set(paths.filter((path) => path.endsWith('/') && !OUTSIDE.test(path)));
}

/**
 * The search index of the development server, in memory: it reads the site by following its links, one page at a time,
 * and reads again what changes. A file asked for meanwhile waits for the index.
 */
export class DevIndex {
  readonly #read: ReadPage;
  readonly #warn: (message: string) => void;
  readonly #settleMs: number;
  readonly #quiet: () => Promise<void>;
  readonly #pages = new Map<string, KnownPage>();
  /** The files of the index, and those of the one before, which an open page may still be reading. */
  #files: IndexFiles = new Map();
  #before: IndexFiles = new Map();
  #work: Promise<unknown> | undefined;
  #stale = new Set<string>();
  #settled: PromiseWithResolvers<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Somebody waits for the index. */
  #asked: PromiseWithResolvers<void> = Promise.withResolvers();

  /**
   * @param settleMs how long to wait after a change, for the site to have taken it in.
   * @param quiet resolves when the server has nothing else to do: until somebody searches, each page waits for it.
   */
  constructor(options: {
    read: ReadPage;
    warn: (message: string) => void;
    settleMs: number;
    quiet?: () => Promise<void>;
  }) {
    this.#read = options.read;
    this.#warn = options.warn;
    this.#settleMs = options.settleMs;
    this.#quiet = options.quiet ?? (() => Promise.resolve());
  }

  /** Starts reading the site, once; further calls do nothing. */
  start(): void {
    this.#work ??= this.#refresh(new Set(Object.values(FIXED_PAGES)));
  }

  /** Says that these pages, and the pages that lead to them, are to be read again. Nothing to do before the start. */
  change(paths: Iterable<string>): void {
    const changed = [...paths];
    if (!this.#work || changed.length === 0) return;
    for (const path of changed) this.#stale.add(path);
    this.#settled ??= Promise.withResolvers();
    this.#wait(this.#settleMs);
  }

  /** Says that the site has taken in the changes. */
  ready(): void {
    if (this.#stale.size > 0) this.#wait(Math.min(this.#settleMs, 250));
  }

  /** A file of `/pagefind/`; undefined when there is none. */
  async file(name: string): Promise<Uint8Array | undefined> {
    this.#asked.resolve();
    this.start();
    if (this.#files.size === 0) await this.#work;
    if (ENTRY.test(name)) {
      await this.#settled?.promise;
      await this.#work;
    }
    return this.#files.get(name) ?? this.#before.get(name);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#settled?.resolve();
  }

  #wait(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const stale = this.#stale;
      this.#stale = new Set();
      this.#work = this.#work?.then(() => this.#refresh(this.#around(stale)));
      this.#settled?.resolve();
      this.#settled = undefined;
    }, delay);
  }

  /** These pages, the folders they stand in, and the pages that lead to them. */
  #around(paths: ReadonlySet<string>): Set<string> {
    const folders = [...paths].map((path) => path.replace(/[^/]+\/$/, '')).filter((path) => this.#pages.has(path));
    const leading = [...this.#pages].filter(([, { links }]) => !links.isDisjointFrom(paths)).map(([path]) => path);
    return new Set([...paths, ...folders, ...leading]);
  }

  async #refresh(paths: ReadonlySet<string>): Promise<void> {
    try {
      const queue = new Set(paths);
      // A set grows while it is walked: the pages that are found on the way come last, and none comes twice.
      for (const path of queue) {
        await Promise.race([this.#quiet(), this.#asked.promise]);
        const page = await this.#visit(path);
        for (const link of page?.links ?? []) if (!this.#pages.has(link)) queue.add(link);
      }
      const { files }: PageIndex = await indexPages([...this.#pages].map(([url, { html }]) => ({ url, html })));
      [this.#before, this.#files] = [this.#files, files];
      this.#asked = Promise.withResolvers();
    } catch (reason) {
      if (this.#files.size === 0) this.#work = undefined;
      this.#warn(`L’index de recherche n’a pas été refait : ${String(reason)}`);
    }
  }

  /** Reads a page. One in error keeps what was known of it: the others must still be found. */
  async #visit(path: string): Promise<KnownPage | undefined> {
    try {
      const html = await this.#read(path);
      if (html === undefined) {
        this.#pages.delete(path);
        return undefined;
      }
      const page = { html, links: pageLinks(html) };
      this.#pages.set(path, page);
      return page;
    } catch (reason) {
      this.#warn(`La recherche passe ${path} : ${reason instanceof Error ? reason.message : String(reason)}`);
      return undefined;
    }
  }
}
