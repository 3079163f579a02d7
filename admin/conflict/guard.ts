import { typeset } from '#domain/typography.ts';

interface DataFile {
  path: string;
  raw: string;
  /** The text that a write without a form started from; null for a file that is not there yet. */
  base?: string | null;
  [more: string]: unknown;
}

interface SentEntry {
  dataFiles: readonly DataFile[];
  [more: string]: unknown;
}

interface SaveOptions {
  newEntry?: boolean;
  /** True when what is saved is a draft, on a branch of its own. */
  useWorkflow?: boolean;
  /** True for a draft that has its branch. */
  unpublished?: boolean;
  collectionName?: string;
  [more: string]: unknown;
}

/**
 * What is used of a Decap backend (`Implementation` in decap-cms-lib-util).
 * https://github.com/decaporg/decap-cms/blob/main/packages/decap-cms-lib-util/src/implementation.ts
 */
export interface Implementation {
  getEntry(path: string): Promise<{ data: string | null }>;
  persistEntry(entry: SentEntry, options: SaveOptions): Promise<unknown>;
  deleteFiles(paths: readonly string[], message: string): Promise<unknown>;
  unpublishedEntry?(entry: {
    collection: string;
    slug: string;
  }): Promise<{ diffs: readonly { id: string; path: string }[] }>;
  unpublishedEntryDataFile?(collection: string, slug: string, path: string, id: string): Promise<string>;
  /** Ours, of a forge: brings what was published since into the branch of a draft, so that it is compared too. */
  freshenDraft?(collection: string, slug: string): Promise<void>;
  /**
   * Ours, of a forge: ends what a cut left of a draft that was begun. Its request is marked as a draft; a branch
   * without a request goes.
   * @returns true when there is a draft after all
   */
  settleBranch?(collection: string, slug: string): Promise<boolean>;
  /** That of a forge. */
  api?: {
    readFile?: (path: string, id: null, options: { repoURL?: string }) => Promise<unknown>;
    originRepoURL?: string;
    [more: string]: unknown;
  };
  /** That of the local backend: an action of its server. */
  request?: (payload: { action: string; params: Readonly<Record<string, unknown>> }) => Promise<unknown>;
  branch?: string;
  authenticate?(credentials: unknown): Promise<unknown>;
  /** Of GitLab: how its sessions are renewed. */
  getRefreshedAccessToken?(): Promise<string>;
  refreshedTokenPromise?: Promise<string> | undefined;
  apiRequestFunction?: (request: unknown) => Promise<Response>;
}

/** What the guard adds to a backend. */
export interface Guarded extends Implementation {
  /** Deletes what nobody points at any more, whatever form is open. */
  deleteUnasked: Implementation['deleteFiles'];
}

/** A file that is no longer what an editor started from. */
export interface Conflict {
  gesture: 'save' | 'delete';
  path: string;
  /** The text that is there; null when the file is gone. */
  theirs: string | null;
  /** The text that was about to be written; null for a deletion. */
  mine: string | null;
}

/** What an editor makes of it: go on over the other version, take it into the form, or go on writing. */
export type Choice = 'mine' | 'theirs' | 'write on';

/** What the guard knows of the form that is open, and whom it asks. */
export interface Surroundings {
  textOf(path: string): string | undefined;
  goOnFrom(path: string, raw: string): void;
  show(raw: string): void;
  ask(conflict: Conflict): Promise<Choice>;
  /**
   * Called once an editor has seen the text of the entry that is to be deleted.
   * @throws with a sentence when it must stay
   */
  removing(path: string, text: string): Promise<void>;
  removed(path: string): Promise<void>;
  /** Why files that are no entry must stay, as a sentence. */
  whyKept(paths: readonly string[]): Promise<string | undefined>;
}

/** What was written from a text that is no longer there: nothing of it is written. */
export class Outrun extends Error {}

/** A sentence that Decap shows as it is: no « Error: » before it. */
class Stopped extends Error {
  override name = '';

  constructor(sentence: string) {
    super(typeset(sentence));
  }
}

const STOPPED = {
  'write on': 'Rien n’est enregistré : votre texte est toujours dans le formulaire.',
  theirs: 'Le formulaire montre maintenant l’autre version. Votre texte est gardé : il vous est proposé à côté.',
  gone: 'quelqu’un l’a déjà supprimée.',
  kept: 'vous avez préféré la garder.',
  taken:
    'Rien n’est enregistré : une fiche de ce nom attend déjà une relecture. Donnez un autre titre à celle-ci, ou ouvrez l’autre dans « Relecture ».',
  busy: 'Rien n’est enregistré : cette fiche change sans cesse. Attendez un instant, puis recommencez.',
} as const;

/** A forge that is written to without end is not waited for. */
const TRIES = 5;

/**
 * Makes a backend compare before it writes: no version of an entry replaces another that its editor has not seen.
 * What the local server and the forges refuse because it changed in between is compared again.
 */
export function guard<T extends Implementation>(backend: T, around: Surroundings): T & Guarded {
  const write = backend.persistEntry.bind(backend);
  const remove = backend.deleteFiles.bind(backend);

  const writeFrom = async (entry: SentEntry, options: SaveOptions) => {
    for (const file of entry.dataFiles) if ((await presentText(backend, file.path)) !== file.base) throw new Outrun();
    return write(entry, options).catch((error: unknown) => {
      throw isOutrun(error) ? new Outrun() : error;
    });
  };

  const writeOn = async (file: DataFile, entry: SentEntry, options: SaveOptions) => {
    const done = await write(entry, options);
    around.goOnFrom(file.path, file.raw);
    return done;
  };

  const persistEntry: Implementation['persistEntry'] = async (entry, options) => {
    const [file] = entry.dataFiles;
    if (file?.base !== undefined) return writeFrom(entry, options);
    let known: string | null | undefined = file && around.textOf(file.path);
    if (file === undefined || options.newEntry === true || known === undefined) {
      if (file && options.useWorkflow === true && options.newEntry === true) {
        const { text, unpublished } = await placeOf(backend, file.path, options, slugIn(file));
        if (unpublished && text !== file.raw) throw new Stopped(STOPPED.taken);
        return writeOn(file, entry, { ...options, unpublished });
      }
      return file ? writeOn(file, entry, options) : write(entry, options);
    }
    for (let tries = 0; tries < TRIES; tries++) {
      const { text: theirs, unpublished } = await placeOf(backend, file.path, options, slugIn(file));
      if (theirs !== known && theirs !== file.raw) {
        const choice = await around.ask({ gesture: 'save', path: file.path, theirs, mine: file.raw });
        if (choice === 'theirs' && theirs !== null) around.show(theirs);
        if (choice !== 'mine') throw new Stopped(STOPPED[choice]);
      }
      known = theirs;
      try {
        return await writeOn(file, { ...entry, dataFiles: [{ ...file, base: known }] }, { ...options, unpublished });
      } catch (error) {
        if (!isOutrun(error)) throw error;
      }
    }
    throw new Stopped(STOPPED.busy);
  };

  const deleteFiles: Implementation['deleteFiles'] = async (paths, message) => {
    const [path] = paths;
    let known: string | null | undefined = path === undefined ? undefined : around.textOf(path);
    // A photo, or an entry that no form shows.
    if (path === undefined || known === undefined) {
      const why = await around.whyKept(paths);
      if (why !== undefined) throw new Stopped(why);
      return remove(paths, message);
    }
    let isReady = false;
    for (let tries = 0; tries < TRIES; tries++) {
      const theirs = await presentText(backend, path);
      if (theirs === null) throw new Stopped(STOPPED.gone);
      if (theirs !== known) {
        const choice = await around.ask({ gesture: 'delete', path, theirs, mine: null });
        if (choice === 'theirs') around.show(theirs);
        if (choice !== 'mine') throw new Stopped(STOPPED.kept);
      }
      known = theirs;
      if (!isReady) await around.removing(path, theirs);
      isReady = true;
      try {
        // The local server compares too, without anything in between.
        const { request, branch } = backend;
        const params = { branch, paths, base: known, options: { commitMessage: message } };
        const done = await (request
          ? request.call(backend, { action: 'deleteFiles', params })
          : remove(paths, message));
        await around.removed(path);
        return done;
      } catch (error) {
        if (!isOutrun(error)) throw error;
      }
    }
    throw new Stopped(STOPPED.busy);
  };

  return Object.assign(backend, { persistEntry, deleteFiles, deleteUnasked: remove });
}

const slugIn = ({ slug }: DataFile): string => (typeof slug === 'string' ? slug : '');

/** Where the newest text of an entry stands. */
interface Place {
  /** Null when there is none. */
  text: string | null;
  unpublished: boolean;
}

/**
 * In its draft when it has one, whoever began it and whatever the form knows of it; else as it is published.
 * @throws whatever the backend throws when it does not answer
 */
async function placeOf(
  backend: Implementation,
  path: string,
  { useWorkflow, collectionName = '' }: SaveOptions,
  slug: string,
): Promise<Place> {
  if (useWorkflow === true) {
    const draft = () => draftText(backend, collectionName, slug, path);
    let text = await draft();
    if (text === undefined && (await backend.settleBranch?.(collectionName, slug)) === true) text = await draft();
    if (text !== undefined) return { text, unpublished: true };
  }
  return { text: await presentText(backend, path), unpublished: false };
}

/** The text of an entry in its draft, null when it deletes it; undefined when there is no draft. */
async function draftText(
  backend: Implementation,
  collection: string,
  slug: string,
  path: string,
): Promise<string | null | undefined> {
  const read = backend.unpublishedEntryDataFile?.bind(backend);
  if (!backend.unpublishedEntry || !read) return undefined;
  try {
    await backend.freshenDraft?.(collection, slug);
    const { diffs } = await backend.unpublishedEntry({ collection, slug });
    const found = diffs.find((each) => each.path === path);
    // A draft that changes nothing any more.
    if (!found) return await presentText(backend, path);
    return await orAbsent(() => read(collection, slug, path, found.id));
  } catch (error) {
    if (error instanceof Error && 'notUnderEditorialWorkflow' in error) return undefined;
    throw error;
  }
}

/**
 * The published text of an entry as it stands; null when there is none.
 * @throws whatever the backend throws when it does not answer
 */
async function presentText(backend: Implementation, path: string): Promise<string | null> {
  return orAbsent(async () => {
    const { data } = await backend.getEntry(path);
    // Those of GitHub, Forgejo and Gitea answer so whatever is wrong: their API tells what is.
    if (data !== '' || !backend.api?.readFile) return data;
    const { originRepoURL: repoURL } = backend.api;
    return (await backend.api.readFile(path, null, repoURL === undefined ? {} : { repoURL })) as string;
  });
}

/** Null for a file that is not there. */
async function orAbsent(read: () => Promise<string | null>): Promise<string | null> {
  try {
    return await read();
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

const statusOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;

/**
 * Something was written between the comparison and the write: 409 of the local server, Forgejo and Gitea, the words of
 * GitHub (a branch that moved) and of GitLab (a file that was created or deleted).
 */
const isOutrun = (error: unknown): boolean =>
  statusOf(error) === 409 ||
  (error instanceof Error &&
    /not a fast[ -]forward|has changed since|sha does not match|already exists|doesn't exist/i.test(error.message));
