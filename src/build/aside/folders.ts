import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** The folders of one build of a site. */
export interface AsideFolders {
  /** What is served. */
  live: string;
  /** Where the build writes: in the project, since Astro moves files between it and folders of its own. */
  built: string;
  /** What was built, beside what is served and on its disk. */
  next: string;
  /** What was served before, for the moment of the swap. */
  last: string;
}

/** @param project the folder of the project, where a build starts */
export const foldersOf = (live: string, pid: number, project = process.cwd()): AsideFolders => ({
  live,
  built: join(project, BUILT, String(pid)),
  next: beside(live, 'next', pid),
  last: beside(live, 'last', pid),
});

/** In the project, but not where a pipeline keeps what it carries from one job to the next. */
const BUILT = '.cache/building';

const beside = (live: string, what: string, pid: number): string =>
  join(dirname(live), `.${basename(live)}-${what}-${pid}`);

/**
 * Puts in order what builds that were killed have left: gives its name back to the last site when a swap was cut in the
 * middle, and removes the rest.
 * @param isRunning whether a process of that number is alive
 */
export function tidy(live: string, isRunning: (pid: number) => boolean = runs, project = process.cwd()): void {
  const leftover = new RegExp(`^\\.${RegExp.escape(basename(live))}-(next|last)-(\\d+)$`);
  const parent = dirname(live);
  const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
  for (const pid of namesIn(join(project, BUILT)))
    if (!isRunning(Number(pid))) rmSync(join(project, BUILT, pid), { recursive: true, force: true });
  const left = namesIn(parent).flatMap((name) => {
    const [, what, pid] = leftover.exec(name) ?? [];
    return what && !isRunning(Number(pid)) ? [{ what, path: join(parent, name) }] : [];
  });
  const last = left.find(({ what }) => what === 'last');
  if (last && !existsSync(live)) renameSync(last.path, live);
  // The process of a swap may still be removing one of them.
  for (const { path } of left) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

/** Brings what was built beside what is served, whatever disk each is on. */
export async function bring({ built, next }: AsideFolders): Promise<void> {
  mkdirSync(dirname(next), { recursive: true });
  try {
    renameSync(built, next);
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code !== 'EXDEV') throw reason;
    // Not its other form, which tells a full disk as an unknown error.
    await cp(built, next, { recursive: true });
    rmSync(built, { recursive: true, force: true });
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (reason) {
    // A process of somebody else is alive too.
    return (reason as NodeJS.ErrnoException).code === 'EPERM';
  }
}
