import { cmsStore, watchActions, type Action } from '../store.ts';
import type { Answers } from './answers.ts';
import { answersIn } from './file.ts';

/** A file that was added to a form and is not uploaded yet. */
export interface AddedFile {
  name: string;
  path: string;
  file?: File | undefined;
  [more: string]: unknown;
}

/** What an editor has before their eyes. */
export interface Draft {
  collection: string;
  /** Empty for an entry that was never saved, as is `path`. */
  slug: string;
  path: string;
  data: Answers;
  files: readonly AddedFile[];
}

/** What the answers of a form started from. */
export interface Start {
  /** Of this form alone: two tabs on one entry have two. */
  id: string;
  collection: string;
  slug: string;
  path: string;
  /** The text of the file; empty for a new entry. */
  raw: string;
  data: Answers;
}

/** What is told of the form that is open. */
export interface FormListener {
  /** Another entry is in the form, or the same one anew. */
  opened(start: Start): void;
  changed(): void;
  /** What was in the form when it was sent is written; `start` is that. */
  saved(start: Start): void;
  deleted(start: Start): void;
  /** The form goes, or is about to hold something else. */
  closing(): void;
}

/** Immutable's Map, of which only that is used. */
interface Immutable {
  toJS(): unknown;
  get(key: string): Immutable | undefined;
}

/** The form of Decap's editor: what it holds, where it started from, and another version to put into it. */
export class OpenForm {
  #listener: FormListener | undefined;
  #start: Start | undefined;
  /** What a save under way took from the form. */
  #sent: Answers | undefined;
  /** True while a copy of ours goes the way of Decap's. */
  #restoring = false;

  constructor() {
    watchActions((action, next) => this.#see(action, () => next(action)));
  }

  listen(listener: FormListener): void {
    this.#listener = listener;
  }

  get start(): Start | undefined {
    return this.#start;
  }

  get draft(): Draft | undefined {
    const entry = entryOf();
    return entry && { ...entry, files: entry.mediaFiles.filter(({ draft }) => draft === true) };
  }

  /** The text that the form started from, when it shows that file. */
  textOf(path: string): string | undefined {
    return this.#start?.path === path ? this.#start.raw : undefined;
  }

  /** The form is on this text from here on: it was written, or an editor knows it and goes on. */
  goOnFrom(path: string, raw: string): void {
    const start = this.#start;
    if (start && (start.path === path || start.path === '')) this.#start = { ...start, path, raw };
  }

  /** Whether that entry is in the form, and the form holds what is not saved. */
  isChanged(collection: string, slug: string): boolean {
    const { entryDraft } = cmsStore().getState() as { entryDraft?: Immutable };
    const start = this.#start;
    return start?.collection === collection && start.slug === slug && Boolean(entryDraft?.get('hasChanged'));
  }

  /** Has the CMS show entries that were written without their form. */
  written(entries: readonly { collection: string; slug: string; answers: Answers; raw: string }[]): void {
    for (const { collection, slug, answers, raw } of entries) {
      const path = `content/${collection}/${slug}.md`;
      if (this.#start?.path === path) this.show(raw);
      // Decap takes a list of one entry for the whole list: one that it has not read is left to be read.
      else if (isListed(collection)) {
        const entry = { collection, slug, path, raw, data: answers, mediaFiles: [], partial: false };
        cmsStore().dispatch({ type: 'ENTRY_SUCCESS', payload: { collection, entry } });
      }
    }
  }

  /** Has its lists forget entries that were deleted without their form. */
  removed(places: readonly { collection: string; slug: string }[]): void {
    for (const { collection, slug } of places.filter((place) => isListed(place.collection))) {
      const payload = { collectionName: collection, entrySlug: slug };
      cmsStore().dispatch({ type: 'ENTRY_DELETE_SUCCESS', payload });
    }
  }

  /** Puts another text of the same file into the form, as if it had been opened then. */
  show(raw: string): void {
    const entry = entryOf();
    if (!entry) return;
    const shown = { ...entry, raw, data: answersIn(raw), mediaFiles: [] };
    const { dispatch } = cmsStore();
    // What Decap compares a form to, to know whether it has changed.
    dispatch({ type: 'ENTRY_SUCCESS', payload: { collection: entry.collection, entry: shown } });
    dispatch({ type: 'DRAFT_CREATE_FROM_ENTRY', payload: { entry: shown } });
  }

  /** Puts answers into the form that were begun on the text `raw`. */
  restore(data: Answers, files: readonly AddedFile[], raw: string): void {
    const [entry, start] = [entryOf(), this.#start];
    if (!entry || !start) return;
    const { dispatch } = cmsStore();
    this.#restoring = true;
    try {
      const mediaFiles = [...entry.mediaFiles.filter(({ draft }) => draft !== true), ...files];
      dispatch({ type: 'DRAFT_LOCAL_BACKUP_RETRIEVED', payload: { entry: { ...entry, raw, data, mediaFiles } } });
      dispatch({ type: 'DRAFT_CREATE_FROM_LOCAL_BACKUP' });
    } finally {
      this.#restoring = false;
    }
    this.#start = { ...start, id: crypto.randomUUID(), raw };
    this.#listener?.changed();
  }

  #see(action: Action, next: () => unknown): unknown {
    switch (action.type) {
      // Decap's own copy, which it offers in a dialogue before the entry is read.
      case 'DRAFT_LOCAL_BACKUP_RETRIEVED':
        return this.#restoring ? next() : action;
      case 'DRAFT_CREATE_FROM_LOCAL_BACKUP':
        this.#listener?.closing();
        return next();
      case 'DRAFT_CREATE_FROM_ENTRY':
      case 'DRAFT_CREATE_EMPTY':
        return this.#open(next);
      case 'DRAFT_CREATE_DUPLICATE_FROM_ENTRY':
      case 'DRAFT_CHANGE_FIELD':
      case 'ADD_DRAFT_ENTRY_MEDIA_FILE':
      case 'REMOVE_DRAFT_ENTRY_MEDIA_FILE': {
        const done = next();
        this.#listener?.changed();
        return done;
      }
      case 'ENTRY_PERSIST_REQUEST':
      case 'UNPUBLISHED_ENTRY_PERSIST_REQUEST':
        this.#sent = this.draft?.data;
        return next();
      case 'ENTRY_PERSIST_SUCCESS':
      case 'UNPUBLISHED_ENTRY_PERSIST_SUCCESS':
        return this.#saved(next, slugIn(action));
      case 'ENTRY_DELETE_SUCCESS':
      case 'UNPUBLISHED_ENTRY_DELETE_SUCCESS': {
        const start = this.#start;
        if (start && start.slug === deletedIn(action)) {
          this.#start = undefined;
          this.#listener?.deleted(start);
        }
        return next();
      }
      case 'DRAFT_DISCARD': {
        this.#listener?.closing();
        this.#start = undefined;
        return next();
      }
      default:
        return next();
    }
  }

  #open(next: () => unknown): unknown {
    this.#listener?.closing();
    const done = next();
    const entry = entryOf();
    this.#start = entry && {
      id: crypto.randomUUID(),
      collection: entry.collection,
      slug: entry.slug,
      path: entry.path,
      raw: entry.raw,
      data: entry.data,
    };
    if (this.#start) this.#listener?.opened(this.#start);
    return done;
  }

  #saved(next: () => unknown, slug: string | undefined): unknown {
    const done = next();
    const [start, sent] = [this.#start, this.#sent];
    if (start && sent) {
      this.#start = { ...start, slug: start.slug || (slug ?? ''), data: sent };
      this.#listener?.saved(this.#start);
    }
    return done;
  }
}

interface Entry extends Omit<Draft, 'files'> {
  raw: string;
  mediaFiles: AddedFile[];
}

/** The entry of Decap's draft; undefined when no form is open. */
function entryOf(): Entry | undefined {
  const { entryDraft } = cmsStore().getState() as { entryDraft?: Immutable };
  const entry = entryDraft?.get('entry')?.toJS() as Partial<Entry> | undefined;
  if (entry?.collection === undefined) return undefined;
  const { collection, slug = '', path = '', raw = '', data = {}, mediaFiles = [] } = entry;
  return { ...entry, collection, slug, path, raw, data, mediaFiles };
}

/** Whether Decap has read the list of a collection. */
function isListed(collection: string): boolean {
  const { entries } = cmsStore().getState() as { entries?: Immutable };
  return entries?.get('pages')?.get(collection) !== undefined;
}

const slugIn = ({ payload }: Action): string | undefined => (payload as { slug?: string } | undefined)?.slug;

const deletedIn = ({ payload }: Action): string | undefined => {
  const { entrySlug, slug } = (payload ?? {}) as { entrySlug?: string; slug?: string };
  return entrySlug ?? slug;
};
