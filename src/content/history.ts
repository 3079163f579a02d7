import { readCommits, type Commit } from './git-log.ts';

/** What Git knows of one file. */
export interface FileHistory {
  /** The latest commit that changed it, in milliseconds since 1970. */
  changedAt: number;
  /** The earliest commit that wrote it, in milliseconds since 1970. */
  firstAt: number;
  /** The stamp of its last change: higher at each of them, 31 bits at most. */
  stamp: number;
}

/** Which version of an entry this is, for those who keep a copy of it. */
export interface Revision {
  /** Milliseconds since 1970. */
  changedAt: number;
  /** Higher with each change, an integer of 31 bits. */
  sequence: number;
}

interface Dated {
  verifiedOn?: string;
  sources: readonly { readOn?: string }[];
}

/** Before the first entry: stamps are seconds since this day. */
const EPOCH = Date.UTC(2026, 0, 1);
/** A clock that says more is wrong; 2²⁴ changes may still come after it before an integer of iCalendar is full. */
const LATEST = 2 ** 31 - 2 ** 24;

/** A file at a commit. */
interface State extends FileHistory {
  /** The name that Git gives to its text; zeros once it is deleted. */
  blob: string;
}

/**
 * The histories of the files below a folder, by path from it, in one run of Git.
 *
 * A commit has a stamp: its moment in seconds, or one more than the highest of its parents when its clock is behind
 * theirs (a hybrid logical clock, like the corrected dates of Git's own commit graph). What is published moves along
 * these commits, so that a file which changed has a higher stamp whoever changed it, on whatever branch, by whatever
 * clock, and one that did not keeps its own. A history rewritten afterwards (rebase, squash, import) is dated later.
 * The first commit of a shallow clone seems to have written every file: their stamps are then too high.
 * @throws Error as Git tells it, when there is no repository that it reads
 */
export function readHistory(folder: string): ReadonlyMap<string, FileHistory> {
  const commits = readCommits(folder);
  const children = new Map<string, number>();
  for (const parent of commits.flatMap(({ parents }) => parents)) children.set(parent, (children.get(parent) ?? 0) + 1);
  const reached = new Map<string, { stamp: number; files: Map<string, State> }>();

  /** The state of a parent; its last child takes it over instead of copying it. */
  const take = (parent: string) => {
    const found = reached.get(parent);
    const left = (children.get(parent) ?? 0) - 1;
    children.set(parent, left);
    if (left > 0) return found && { ...found, files: new Map(found.files) };
    reached.delete(parent);
    return found;
  };

  let last = new Map<string, State>();
  for (const commit of commits) {
    // A shallow clone names parents that it does not have.
    const parents = commit.parents.flatMap((parent) => take(parent) ?? []);
    const seconds = Math.min(Math.floor((commit.at - EPOCH) / 1000), LATEST);
    const stamp = Math.max(1, seconds, ...parents.map((parent) => parent.stamp + 1));
    last = after(
      commit,
      stamp,
      parents.map(({ files }) => files),
    );
    reached.set(commit.hash, { stamp, files: last });
  }
  return last;
}

/** The files after a commit, in the first parent’s map. */
function after(commit: Commit, stamp: number, parents: readonly Map<string, State>[]): Map<string, State> {
  const files = parents[0] ?? new Map<string, State>();
  const others = parents.slice(1).flatMap((each) => [...each.keys()]);
  for (const name of new Set([...commit.blobs.keys(), ...others])) {
    const known = parents.flatMap((each) => each.get(name) ?? []);
    const highest = Math.max(0, ...known.map((state) => state.stamp));
    const newest = known.filter((state) => state.stamp === highest);
    const blob = commit.blobs.get(name) ?? newest[0]?.blob ?? '';
    // A merge that keeps the text of the branch which changed it last changes nothing more.
    const kept = newest.length > 0 && newest.every((state) => state.blob === blob);
    // What a branch brings is news when it is merged.
    const isNews = files.get(name)?.blob !== blob;
    files.set(name, {
      blob,
      stamp: kept ? highest : stamp,
      // The clocks of two authors may disagree: the latest moment, not the last commit’s.
      changedAt: Math.max(...known.map(({ changedAt }) => changedAt), ...(isNews ? [commit.at] : [])),
      firstAt: Math.min(...known.map(({ firstAt }) => firstAt), commit.at),
    });
  }
  return files;
}

/**
 * The revision of an entry, from the history of its file and of those it takes words from. Without history, from the
 * newest day that the entry gives itself (« Vérifié le », « Lue le »): there, an editor tells a change by « Vérifié le
 * ». The clock of the build is never asked: two builds of the same content give the same revision.
 */
export function revisionOf(entry: Dated, histories: readonly (FileHistory | undefined)[]): Revision {
  const known = histories.filter((history) => history !== undefined);
  if (known.length > 0) {
    return {
      changedAt: Math.max(EPOCH, ...known.map(({ changedAt }) => changedAt)),
      sequence: Math.max(...known.map(({ stamp }) => stamp)),
    };
  }
  const days = [entry.verifiedOn, ...entry.sources.map(({ readOn }) => readOn)];
  const changedAt = Math.max(
    EPOCH,
    ...days.flatMap((day) => (day === undefined ? [] : Date.parse(`${day}T00:00:00Z`))),
  );
  return { changedAt, sequence: Math.floor((changedAt - EPOCH) / 1000) };
}
