import { execFileSync } from 'node:child_process';

/** What a commit changed of a folder. */
export interface Commit {
  hash: string;
  parents: readonly string[];
  /** Milliseconds since 1970, by the clock of whoever committed. */
  at: number;
  /** The files that it changed from one parent at least: their text after it. */
  blobs: ReadonlyMap<string, string>;
}

/**
 * The commits that changed a folder, the oldest first, each after its parents.
 * @param options `firstParent`: only those that the branch went through, a merge being told as what it brought
 * @throws Error as Git tells it, when there is no repository that it reads
 */
export function readCommits(folder: string, { firstParent = false } = {}): Commit[] {
  return parseLog(log(folder, firstParent ? ['--first-parent'] : []));
}

/** The texts of Git by their names, for those it has. */
export function readBlobs(folder: string, blobs: readonly string[]): ReadonlyMap<string, string> {
  if (blobs.length === 0) return new Map();
  const answer = execFileSync('git', ['-C', folder, 'cat-file', '--batch'], {
    input: `${blobs.join('\n')}\n`,
    maxBuffer: 1 << 30,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const texts = new Map<string, string>();
  for (let at = 0; at < answer.length;) {
    const end = answer.indexOf('\n', at);
    const [blob = '', type, size] = answer.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    texts.set(blob, answer.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}

/** Parents before their children; a merge comes once for each parent from which it changed something. */
function log(folder: string, only: readonly string[]): string {
  const order = ['--topo-order', '--reverse'];
  const changes = ['-m', '--raw', '--no-abbrev', '--no-renames', '--relative'];
  const settings = ['core.quotePath=false', 'log.showRoot=true', 'log.showSignature=false'].flatMap((each) => [
    '-c',
    each,
  ]);
  return execFileSync(
    'git',
    ['-C', folder, ...settings, 'log', '--format=commit %H %ct %P', ...only, ...order, ...changes],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 29,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

function parseLog(text: string): Commit[] {
  const commits = new Map<string, Commit & { blobs: Map<string, string> }>();
  let blobs = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, hash = '', seconds, parents = ''] = /^commit (\w+) (\d+) ?(.*)$/.exec(line) ?? [];
    const [, blob, name] = /^:\d+ \d+ \w+ (\w+) \w+\t(.+)$/.exec(line) ?? [];
    if (seconds !== undefined) {
      blobs = commits.get(hash)?.blobs ?? new Map<string, string>();
      commits.set(hash, { hash, at: Number(seconds) * 1000, parents: parents.split(' ').filter(Boolean), blobs });
    } else if (blob !== undefined && name !== undefined) {
      blobs.set(name, blob);
    }
  }
  return [...commits.values()];
}
