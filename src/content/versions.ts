import { dayInFrance } from '#domain/days.ts';
import { readBlobs, readCommits } from './git-log.ts';

/** What a file said from a day on. */
export interface FileVersion {
  /** `YYYY-MM-DD`, in France. */
  on: string;
  /** Undefined once it is deleted. */
  text: string | undefined;
}

const DELETED = /^0+$/;

/**
 * What the files below a folder said, day after day, by path from it: the last text of each day on the branch that is
 * published. A clock that goes back is read as the day before it.
 * @throws Error as Git tells it, when there is no repository that it reads
 */
export function readVersions(folder: string): ReadonlyMap<string, readonly FileVersion[]> {
  const commits = readCommits(folder, { firstParent: true });
  const texts = readBlobs(folder, [
    ...new Set(commits.flatMap(({ blobs }) => [...blobs.values()]).filter((blob) => !DELETED.test(blob))),
  ]);
  const versions = new Map<string, FileVersion[]>();
  let on = '';
  for (const { at, blobs } of commits) {
    const day = dayInFrance(new Date(at));
    if (day > on) on = day;
    for (const [name, blob] of blobs) {
      const known = versions.get(name) ?? [];
      if (known.at(-1)?.on === on) known.pop();
      versions.set(name, [...known, { on, text: texts.get(blob) }]);
    }
  }
  return versions;
}
