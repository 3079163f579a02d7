import type { EntryPlace } from '#content/check/entry-index.ts';
import type { ParseMarkdown } from '#content/check/markdown.ts';
import type { LocatedProblem } from '#content/check/problem.ts';
import type { Site } from '#content/check/site.ts';
import { typeset } from '#domain/typography.ts';
import { verdictOn } from '../check/form-entry.ts';
import { Outrun, type Guarded } from '../conflict/guard.ts';
import { keepRemoved, keepSaved, toldOf, type Told } from '../known/saved.ts';
import { listed } from '../save-check.ts';
import type { Answers } from '../versions/answers.ts';
import { answersIn } from '../versions/file.ts';
import { fileOf } from './file.ts';

/** An entry as it is in the repository. */
export interface StoredEntry extends EntryPlace {
  answers: Answers;
  /** The text of its file. */
  raw: string;
}

/** An entry that was written: `before` is null when it was made then. */
export interface Change {
  before: StoredEntry | null;
  after: StoredEntry;
}

/** What writing entries without their form rests on. */
export interface Repository {
  backend: () => Guarded;
  /** @throws when it cannot be known */
  site: () => Promise<Site>;
  parser: () => Promise<ParseMarkdown>;
  /** Called after each write. */
  written: (entries: readonly StoredEntry[]) => void;
  removed: (places: readonly EntryPlace[]) => void;
}

/** A sentence for the editor: nothing was written. */
export class NotWritten extends Error {
  override name = '';

  constructor(sentence: string) {
    super(typeset(sentence));
  }
}

/** Files that change without end are not waited for. */
const TRIES = 5;

const pathOf = ({ collection, slug }: EntryPlace): string => `content/${collection}/${slug}.md`;

const UNSTILL = 'Cette fiche change sans cesse : rien n’est écrit. Attendez un instant, puis recommencez.';

/** Reads and writes entries without their form; what is written has passed the check of the build. */
export class Entries {
  readonly #repository: Repository;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** @throws NotWritten when it is not there to be read */
  async read({ collection, slug }: EntryPlace): Promise<StoredEntry> {
    const path = pathOf({ collection, slug });
    const { data } = await this.#repository
      .backend()
      .getEntry(path)
      .catch(() => ({ data: null }));
    if (data === null || data === '') throw new NotWritten(`« ${path} » ne se lit pas : rien n’est écrit.`);
    return { collection, slug, answers: answersIn(data), raw: data };
  }

  /**
   * Changes entries in one save. What was written meanwhile stays: the change is made again on what is there.
   * @param change the same answers for an entry that stays as it is
   * @returns the entries that changed
   * @throws NotWritten with what the check says; none is written then
   */
  async change(
    places: readonly EntryPlace[],
    change: (answers: Answers, place: EntryPlace) => Answers,
    message: string,
  ): Promise<Change[]> {
    for (let tries = 0; tries < TRIES; tries++) {
      const changes: Change[] = [];
      for (const place of places) {
        const before = await this.read(place);
        const answers = change(before.answers, place);
        if (answers !== before.answers) changes.push({ before, after: storedAs(place, answers) });
      }
      if (await this.#written(changes, message)) return changes;
    }
    throw new NotWritten(UNSTILL);
  }

  /**
   * Makes entries, in one save.
   * @throws NotWritten with what the check says, or when one of them is there already; none is written then
   */
  async create(entries: readonly (EntryPlace & { answers: Answers })[], message: string): Promise<Change[]> {
    const changes = entries.map(({ answers, ...place }) => ({ before: null, after: storedAs(place, answers) }));
    if (await this.#written(changes, message)) return changes;
    throw new NotWritten('Une fiche de ce nom existe déjà : rien n’est écrit.');
  }

  /**
   * Puts entries back as they were before they were written, and away those that were made then.
   * @throws NotWritten when one of them changed again since
   */
  async undo(changes: readonly Change[], message: string): Promise<void> {
    const made = changes.filter(({ before }) => before === null).map(({ after }) => after);
    const back = changes.flatMap(({ before, after }) => (before ? { before: after, after: before } : []));
    if (!(await this.#written(back, message)))
      throw new NotWritten('Cette fiche a changé depuis : rien n’est défait. Ouvrez-la pour la corriger.');
    if (made.length > 0) await this.remove(made, message);
  }

  /** Deletes entries that nobody points at. */
  async remove(places: readonly EntryPlace[], message: string): Promise<void> {
    await this.#repository.backend().deleteUnasked(places.map(pathOf), message);
    keepRemoved(places);
    this.#repository.removed(places);
  }

  /** False when something was written meanwhile: none of these is. */
  async #written(changes: readonly Change[], message: string): Promise<boolean> {
    const [first] = changes;
    if (!first) return true;
    const told = await this.#checked(changes);
    const dataFiles = changes.map(({ before, after }) => ({
      path: pathOf(after),
      slug: after.slug,
      raw: after.raw,
      base: before?.raw ?? null,
    }));
    const { collection } = first.after;
    const options = { newEntry: first.before === null, commitMessage: message, collectionName: collection };
    try {
      await this.#repository.backend().persistEntry({ dataFiles, assets: [] }, { ...options, useWorkflow: false });
    } catch (error) {
      if (error instanceof Outrun) return false;
      throw error;
    }
    keepSaved({
      files: [],
      entries: told.map(({ collection, slug, entry }) => ({ collection, slug, entry })),
      redirects: told.find(({ redirects }) => redirects)?.redirects,
    });
    this.#repository.written(changes.map(({ after }) => after));
    return true;
  }

  /** @throws NotWritten with what the build would refuse, but for what was wrong before */
  async #checked(changes: readonly Change[]): Promise<(EntryPlace & Told)[]> {
    const [site, parse] = await Promise.all([this.#repository.site(), this.#repository.parser()]);
    const verdict = ({ collection, slug, answers }: StoredEntry) =>
      verdictOn({ collection, slug, data: answers }, site, parse);
    return changes.map(({ before, after }) => {
      const already = new Set(before ? verdict(before).problems.map(named) : []);
      const { problems, hidden } = verdict(after);
      const told = toldOf({ ...after, hidden }, parse);
      const wrong = problems.filter((problem) => !already.has(named(problem)));
      if (wrong.length > 0)
        throw new NotWritten(
          `Rien n’est écrit. À corriger d’abord dans « ${told.entry.title || after.slug} » :\n${listed(wrong)}`,
        );
      return { collection: after.collection, slug: after.slug, ...told };
    });
  }
}

/** A problem, whichever version of an entry has it. */
const named = ({ field, found }: LocatedProblem): string => `${field} ${found}`;

const storedAs = ({ collection, slug }: EntryPlace, answers: Answers): StoredEntry => ({
  collection,
  slug,
  answers,
  raw: fileOf(collection, answers),
});
