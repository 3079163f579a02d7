import { execFileSync } from 'node:child_process';

/** What Git knows of one file. */
export interface FileHistory {
  /** The last commit that changed it, in milliseconds since 1970. */
  changedAt: number;
  /** The first commit that wrote it, in milliseconds since 1970. */
  firstAt: number;
  /** How many commits changed it. */
  changes: number;
}

/** Which version of an entry this is, for those who keep a copy of it. */
export interface Revision {
  /** Milliseconds since 1970. */
  changedAt: number;
  /** Higher with each change, an integer of 31 bits (until 2094). */
  sequence: number;
}

interface Dated {
  verifiedOn?: string;
  sources: readonly { readOn?: string }[];
}

/** Before the first entry: sequences count from here. */
const EPOCH = Date.UTC(2026, 0, 1);

/**
 * The histories of the files of a folder, by file name, in one run of Git; empty where there is no Git or no
 * repository. A shallow clone has no older commit than its boundary, which seems to have written every file: the
 * moments are then later than the truth, but go forward all the same.
 */
export function readHistory(folder: string): ReadonlyMap<string, FileHistory> {
  const found = new Map<string, FileHistory>();
  let moment = 0;
  for (const line of log(folder).split('\n')) {
    const commit = /^commit (\d+)$/.exec(line);
    if (commit) moment = Number(commit[1]) * 1000;
    else if (line !== '') {
      const { changedAt = 0, firstAt = moment, changes = 0 } = found.get(line) ?? {};
      // The clocks of two authors may disagree: the latest moment, not the last commit's.
      found.set(line, {
        changedAt: Math.max(changedAt, moment),
        firstAt: Math.min(firstAt, moment),
        changes: changes + 1,
      });
    }
  }
  return found;
}

function log(folder: string): string {
  const options = ['--format=commit %ct', '--name-only', '--relative', '--no-renames', '--diff-merges=first-parent'];
  try {
    return execFileSync('git', ['-C', folder, '-c', 'core.quotePath=false', 'log', ...options, '--', '.'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}

/**
 * The revision of an entry, from the history of its file and of those it takes words from. Without history, from the
 * newest day that the entry gives itself (« Vérifié le », « Lue le »): there, an editor tells a change by « Vérifié le
 * ». The clock of the build is never asked: two builds of the same content give the same revision.
 */
export function revisionOf(entry: Dated, histories: readonly (FileHistory | undefined)[]): Revision {
  const known = histories.filter((history) => history !== undefined);
  const days = [entry.verifiedOn, ...entry.sources.map(({ readOn }) => readOn)];
  const moments =
    known.length > 0
      ? known.map(({ changedAt }) => changedAt)
      : days.flatMap((day) => (day === undefined ? [] : Date.parse(`${day}T00:00:00Z`)));
  const changedAt = Math.max(EPOCH, ...moments);
  // Seconds outlive a history that is cut short or rewritten; changes tell two commits of one second apart.
  const changes = known.reduce((sum, history) => sum + history.changes, 0);
  return { changedAt, sequence: Math.floor((changedAt - EPOCH) / 1000) + changes };
}
