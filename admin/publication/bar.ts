import { readSiteState, type SiteState } from '#publication/site-state.ts';
import type { Forge } from './forge.ts';
import { readSaves, writeSaves, type Save } from './saves.ts';
import { situationOf, sortSaves, type Seen } from './situation.ts';
import { showNotice } from './view.ts';
import { say, sayDraft, sayLocal, sayOnline, type Notice } from './words.ts';

/** Between two looks: while a save waits, once it has waited for long, and when nothing does. */
const LOOK_MS = { soon: 5_000, later: 15_000, seldom: 5 * 60_000 } as const;
const SOON_MS = 5 * 60_000;

/** A save that nothing follows, in the local CMS or in a draft, is told as long as Decap's own message. */
const BRIEF_MS = 8_000;

/**
 * Follows what this browser saved until it is online, and tells when the last publication was refused: from
 * `/etat.json` of the served site, and from the forge that the editor is logged into.
 */
export class PublicationBar {
  readonly #view: HTMLElement;
  readonly #forge: Forge | undefined;
  readonly #loggedIn: () => boolean;
  #saves: Save[];
  #online: readonly Save[] = [];
  #seen: Seen = { site: undefined, siteLostAt: undefined, head: undefined, run: undefined, forgeLostAt: undefined };
  #closed = '';
  #brief: Notice | undefined;
  #briefTimer: number | undefined;
  #timer: number | undefined;
  #looking = false;

  constructor(view: HTMLElement, forge: Forge | undefined, loggedIn: () => boolean) {
    this.#view = view;
    this.#forge = forge;
    this.#loggedIn = loggedIn;
    this.#saves = forge ? readSaves(localStorage, Date.now()) : [];
  }

  /** Starts to look, now and each time that the page is seen again. */
  start(): void {
    if (!this.#forge) return;
    document.addEventListener('visibilitychange', () => void this.#look());
    addEventListener('storage', () => {
      this.#saves = readSaves(localStorage, Date.now());
      this.#draw();
    });
    void this.#look();
  }

  /** Something was saved just now. */
  saved(title: string): void {
    this.#online = [];
    this.#brief = undefined;
    const save = { title, savedAt: Date.now() };
    if (!this.#forge) {
      this.#tell(sayLocal([save]));
      return;
    }
    // What was seen is of the commit before.
    this.#seen = { ...this.#seen, head: undefined, run: undefined };
    this.#keep([...this.#saves, save]);
    this.#draw();
    void this.#look();
  }

  /** A draft was saved just now, on a branch of its own. */
  drafted(title: string): void {
    this.#tell(sayDraft(title));
  }

  #tell(brief: Notice): void {
    clearTimeout(this.#briefTimer);
    this.#brief = brief;
    this.#draw();
    this.#briefTimer = window.setTimeout(() => {
      this.#brief = undefined;
      this.#draw();
    }, BRIEF_MS);
  }

  #keep(saves: Save[]): void {
    this.#saves = saves;
    writeSaves(localStorage, saves);
  }

  async #look(): Promise<void> {
    if (this.#looking || document.visibilityState === 'hidden') return;
    this.#looking = true;
    clearTimeout(this.#timer);
    await this.#lookAtForge();
    await this.#lookAtSite();
    this.#looking = false;
    this.#draw();
    const oldest = this.#saves[0];
    const wait = !oldest ? LOOK_MS.seldom : Date.now() - oldest.savedAt < SOON_MS ? LOOK_MS.soon : LOOK_MS.later;
    this.#timer = window.setTimeout(() => void this.#look(), wait);
  }

  async #lookAtForge(): Promise<void> {
    if (!this.#forge || !this.#loggedIn()) return;
    const known = this.#saves.length;
    try {
      const head = await this.#forge.head();
      // A save made while the forge answered may not be in that commit.
      this.#keep(this.#saves.map((save, index) => (index < known ? { ...save, commit: save.commit ?? head } : save)));
      const commit = this.#saves[known - 1]?.commit ?? head;
      const own = await this.#forge.run(commit);
      // The pipeline of a commit may be given up for that of the next one.
      const run = own.state === 'none' && commit !== head ? await this.#forge.run(head) : own;
      if (this.#saves.length === known) this.#seen = { ...this.#seen, head, run, forgeLostAt: undefined };
    } catch {
      this.#seen = { ...this.#seen, run: undefined, forgeLostAt: this.#seen.forgeLostAt ?? Date.now() };
    }
  }

  async #lookAtSite(): Promise<void> {
    const site = await readSite();
    const siteLostAt = site ? undefined : (this.#seen.siteLostAt ?? Date.now());
    this.#seen = { ...this.#seen, site: site ?? this.#seen.site, siteLostAt };
    const { online, waiting } = sortSaves(this.#saves, site);
    if (online.length === 0) return;
    this.#online = [...this.#online, ...online];
    this.#keep(waiting);
  }

  #draw(): void {
    if (this.#brief) {
      this.#show(this.#brief);
      return;
    }
    const situation = situationOf(this.#saves, this.#seen, Date.now());
    const quiet = situation.is === 'nothing' || situation.is === 'broken';
    this.#show(quiet && this.#online.length > 0 ? sayOnline(this.#online) : say(situation));
  }

  #show(notice: Notice | undefined): void {
    const told = JSON.stringify(notice);
    showNotice(this.#view, told === this.#closed ? undefined : notice, () => {
      this.#closed = told;
      this.#brief = undefined;
      this.#online = [];
      this.#draw();
    });
  }
}

const TIMEOUT_MS = 15_000;

/** The state of the served site; undefined when it does not answer, or not with that. */
async function readSite(): Promise<SiteState | undefined> {
  try {
    const answer = await fetch('/etat.json', { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return answer.ok ? readSiteState(await answer.text()) : undefined;
  } catch {
    return undefined;
  }
}
