import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The folders of one build of a site, beside the folder that is served. */
export interface AsideFolders {
  /** What is served. */
  live: string;
  /** What is being built. */
  next: string;
  /** What was served before, for the moment of the swap. */
  last: string;
}

export const foldersOf = (live: string, pid: number): AsideFolders => ({
  live,
  next: beside(live, 'next', pid),
  last: beside(live, 'last', pid),
});

const beside = (live: string, what: string, pid: number): string =>
  join(dirname(live), `.${basename(live)}-${what}-${pid}`);

/**
 * Puts in order what builds that were killed have left: gives its name back to the last site when a swap was cut in the
 * middle, and removes the rest.
 * @param isRunning whether a process of that number is alive
 */
export function tidy(live: string, isRunning: (pid: number) => boolean = runs): void {
  const leftover = new RegExp(`^\\.${RegExp.escape(basename(live))}-(next|last)-(\\d+)$`);
  const parent = dirname(live);
  const found = existsSync(parent) ? readdirSync(parent) : [];
  const left = found.flatMap((name) => {
    const [, what, pid] = leftover.exec(name) ?? [];
    return what && !isRunning(Number(pid)) ? [{ what, path: join(parent, name) }] : [];
  });
  const last = left.find(({ what }) => what === 'last');
  if (last && !existsSync(live)) renameSync(last.path, live);
  for (const { path } of left) rmSync(path, { recursive: true, force: true });
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
