import { execFileSync } from 'node:child_process';
import { RECENT_COMMITS, type Origin } from './site-state.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where GitLab, then GitHub and Forgejo, say which commit they build. */
const VARIABLES = ['CI_COMMIT_SHA', 'GITHUB_SHA'] as const;

/**
 * Where the files of a folder come from: from Git, or from the variables of the forge when the pipeline builds an
 * archive without its history.
 */
export function readOrigin(folder: string, env: Env): Origin {
  const lines = log(folder);
  const [commit, date] = lines[0]?.split(' ') ?? [];
  if (commit !== undefined && date !== undefined)
    return { commit, committedAt: new Date(date), commits: lines.map((line) => line.slice(0, commit.length)) };
  const told = VARIABLES.map((name) => env[name]?.trim().toLowerCase()).find((value) =>
    /^[0-9a-f]{40,64}$/.test(value ?? ''),
  );
  // GitLab alone says when.
  const moment = new Date(env['CI_COMMIT_TIMESTAMP'] ?? NaN);
  return {
    commit: told,
    committedAt: told === undefined || Number.isNaN(moment.valueOf()) ? undefined : moment,
    commits: told === undefined ? [] : [told],
  };
}

function log(folder: string): string[] {
  try {
    const options = ['log', `--max-count=${RECENT_COMMITS}`, '--format=%H %cI'];
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('git', ['-C', folder, ...options], { encoding: 'utf8', stdio: [...stdio] })
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
}
