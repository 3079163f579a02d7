import type { EntryPlace } from '#content/check/entry-index.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { readProposal } from '#proposals/read.ts';
import type { Proposal } from '#proposals/proposal.ts';
import { button, element } from '../elements.ts';
import { frenchError } from '../errors.ts';
import type { Change, Entries } from '../write/entries.ts';
import { accept, Moved, type Decision } from './accept.ts';
import { makesEntry, takenIn } from './compare.ts';
import { examine, titleOf, type Examined, type Library } from './examine.ts';
import type { Queue } from './kept.ts';
import { listView, type Report } from './list.ts';
import { oneView } from './one.ts';
import type { Waiting } from './queue.ts';
import { openFile, openText, type Opened } from './sources.ts';
import { ProposalWindow } from './window.ts';
import { sayAccepted, sayArrival } from './words.ts';

export interface ProposalMeans extends Omit<Library, 'entries'> {
  entries: Entries;
  /** True when the form of that entry is open and holds what is not saved. */
  isBeingWritten: (place: EntryPlace) => boolean;
  /** Tells what was done on the bar of the desk, and offers to undo it. */
  done: (title: string, told: string, undo: () => Promise<void>) => void;
  /** Called with how many wait, each time that changes. */
  counted: (waiting: number) => void;
}

const OPEN =
  'Cette fiche est ouverte et votre texte n’est pas enregistré : publiez-le ou quittez-le d’abord. Rien n’est changé.';

/** The window of the proposals: those that wait one after the other, the list of them, and the ways to add some. */
export class ProposalDesk {
  readonly #means: ProposalMeans;
  readonly #queue: Queue;
  readonly #window: ProposalWindow;

  constructor(means: ProposalMeans, queue: Queue) {
    this.#means = means;
    this.#queue = queue;
    this.#window = new ProposalWindow({
      isKept: queue.isKept,
      dropped: (files, text) => void this.#add(files.length > 0 ? this.#filesOf(files) : this.#textOf(text)),
      closed: () => void this.#count(),
    });
    addEventListener('visibilitychange', () => void this.#count());
    void this.#count();
  }

  /**
   * Takes what an address held into the queue, whoever is there.
   * @returns its key, or what to tell when it is not taken
   */
  async take(fragment: string): Promise<{ key: string } | { refused: string; again?: () => Promise<string> }> {
    const { proposal, refused } = readProposal(fragment, this.#means.today());
    if (refused !== undefined) return { refused: typeset(refused) };
    const arrival = await this.#queue.take(proposal);
    await this.#count();
    if (arrival.is !== 'done') return { key: arrival.waiting.key };
    const again = async () => this.#readAgain(proposal);
    return { refused: typeset(`Cette proposition est ${sayArrival(arrival)}. Rien n’est changé.`), again };
  }

  async #readAgain(proposal: Proposal): Promise<string> {
    const arrival = await this.#queue.take(proposal, true);
    await this.#count();
    return arrival.is === 'done' ? arrival.done.key : arrival.waiting.key;
  }

  /** Shows those that wait, and the ways to add some. */
  async openList(reports: readonly Report[] = []): Promise<void> {
    const waiting = await this.#queue.waiting();
    const examined = await this.#examined(waiting);
    if (!examined) return;
    const screen = listView(examined, reports, {
      read: (key) => void this.openOne(key),
      acceptAll: (plain) => void this.#acceptAll(plain),
      addText: (text) => void this.#add(this.#textOf(text)),
      addFiles: (files) => void this.#add(this.#filesOf(files)),
      close: () => this.#window.close(),
    });
    this.#window.show('Propositions', screen);
  }

  /** Shows one of those that wait. */
  async openOne(key: string): Promise<void> {
    const waiting = await this.#queue.waiting();
    const one = waiting.find((each) => each.key === key);
    const [examined] = (one && (await this.#examined([one]))) ?? [];
    if (!examined) return one ? undefined : this.openList();
    const place =
      waiting.length > 1 ? ` (${waiting.findIndex((each) => each.key === key) + 1} sur ${waiting.length})` : '';
    this.#window.show(
      typeset(`${examined.title}${place}`),
      oneView(examined, {
        accept: (paths, taken) => void this.#accept(examined, paths, taken),
        refuse: () => void this.#refuse(examined),
        end: () =>
          void this.#window.during(() => this.#queue.end(examined.waiting, 'accepted').then(() => this.#next())),
        later: () => this.#window.close(),
      }),
    );
  }

  /** Undefined when nothing can be read: it was told. */
  async #examined(waiting: readonly Waiting[]): Promise<Examined[] | undefined> {
    try {
      return await Promise.all(waiting.map((each) => examine(this.#means, each)));
    } catch (error) {
      const close = button('Fermer', () => this.#window.close());
      this.#window.show('Propositions', {
        content: [element('p', '', frenchError(error)), element('p', 'cms-tools', close)],
        first: close,
      });
      return undefined;
    }
  }

  async #accept(
    { waiting, title, comparison, stored }: Examined,
    paths: readonly string[],
    taken: number,
  ): Promise<void> {
    if (!comparison) return;
    await this.#window.during(async () => {
      const changes = await this.#write([{ comparison, stored, paths }]).catch((error: unknown) => {
        if (!(error instanceof Moved)) throw error;
        this.#window.tell(error.message);
        return undefined;
      });
      if (!changes) return this.openOne(waiting.key);
      // What no field holds waits until somebody has read it.
      const left = comparison.others.length > 0 && waiting.byHand !== true;
      if (left) await this.#queue.keep({ ...waiting, byHand: true });
      else await this.#queue.end(waiting, 'accepted');
      const told = makesEntry(waiting.proposal)
        ? typeset(`« ${title} » : la session est publiée.`)
        : sayAccepted(title, taken);
      this.#tellDone(title, told, changes, [waiting]);
      if (left) await this.openOne(waiting.key);
      else await this.#next();
    });
  }

  async #acceptAll(plain: readonly Examined[]): Promise<void> {
    await this.#window.during(async () => {
      const decisions = plain.flatMap(({ comparison, stored }) =>
        comparison ? [{ comparison, stored, paths: takenIn(comparison.rows) }] : [],
      );
      const changes = await this.#write(decisions);
      for (const { waiting } of plain) await this.#queue.end(waiting, 'accepted');
      const told = typeset(`${count(plain.length, 'fiche')} : tout est accepté.`);
      const waiting = plain.map((each) => each.waiting);
      this.#tellDone(plain.map(({ title }) => title).join(', '), told, changes, waiting);
      await this.#next();
    });
  }

  async #write(decisions: readonly Decision[]): Promise<Change[]> {
    const { entries, index, isBeingWritten } = this.#means;
    if (decisions.some(({ stored }) => stored && isBeingWritten(stored))) throw new Error(typeset(OPEN));
    return accept(entries, await index(), decisions);
  }

  #tellDone(title: string, told: string, changes: readonly Change[], waiting: readonly Waiting[]): void {
    if (changes.length === 0) {
      this.#window.tell(typeset('La fiche le disait déjà : rien n’a changé.'));
      return;
    }
    const undo = async () => {
      await this.#means.entries.undo(changes, `Défait : ${told.replace(/\.$/, '')}`);
      for (const each of waiting) await this.#queue.reopen(each);
      await this.#count();
    };
    this.#means.done(title, told, undo);
    this.#window.tell(told, 'Défaire', () =>
      undo().then(() => 'C’est défait : la fiche est comme avant, la proposition attend de nouveau.'),
    );
  }

  async #refuse({ waiting, title }: Examined): Promise<void> {
    await this.#window.during(async () => {
      await this.#queue.end(waiting, 'refused');
      this.#window.tell(typeset(`« ${title} » : proposition refusée, rien n’est changé.`), 'Reprendre', async () => {
        await this.#queue.reopen(waiting);
        await this.#count();
        await this.openOne(waiting.key);
        return undefined;
      });
      await this.#next('list');
    });
  }

  /** The one that follows; without any, the window is left where there is nothing to take back. */
  async #next(orElse: 'list' | 'close' = 'close'): Promise<void> {
    await this.#count();
    const [next] = (await this.#queue.waiting()).filter(({ byHand }) => byHand !== true);
    if (next) return this.openOne(next.key);
    if (orElse === 'list') return this.openList();
    this.#window.close();
  }

  readonly #textOf = async (text: string): Promise<Opened[]> => [await openText(text, this.#means.today())];

  readonly #filesOf = (files: readonly File[]): Promise<Opened[]> =>
    Promise.all(files.map((file) => openFile(file, this.#means.today())));

  async #add(opening: Promise<Opened[]>): Promise<void> {
    await this.#window.during(async () => {
      const titles = await this.#means.index();
      const reports: Report[] = [];
      const keys: string[] = [];
      for (const { name, reads } of await opening) {
        for (const { proposal, refused } of reads) {
          if (!proposal) {
            reports.push({ name, told: typeset(refused) });
            continue;
          }
          const arrival = await this.#queue.take(proposal);
          if (arrival.is !== 'done') keys.push(arrival.waiting.key);
          const again =
            arrival.is === 'done' ? () => void this.#readAgain(proposal).then((key) => this.openOne(key)) : undefined;
          reports.push({ name, told: typeset(`« ${titleOf(proposal, titles)} » ${sayArrival(arrival)}.`), again });
        }
      }
      await this.#count();
      const [key] = keys;
      if (reports.length === 1 && key !== undefined) await this.openOne(key);
      else await this.openList(reports);
    });
  }

  async #count(): Promise<void> {
    this.#means.counted((await this.#queue.waiting()).length);
  }
}
