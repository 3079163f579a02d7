import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { readRefusal } from '#publication/refusal.ts';
import { projectRoot } from '../support/folders.ts';
import { commitAll, git } from '../support/git.ts';
import { startGitlab, type GitlabServer } from '../support/gitlab-server.ts';
import { copySite } from '../support/site-copy.ts';

/** One run of the pipeline, as its log tells it. */
export interface PipelineRun {
  commit: string;
  startedAt: number;
  endedAt: number;
  code: number;
  /** Each step, with what became of it and its seconds. */
  steps: { name: string; seconds: string }[];
  log: string;
}

/** A forge, a runner and a host on this machine. */
export interface Stage {
  gitlab: GitlabServer;
  /** The folder that the web server reads. */
  served: string;
  /** The runs of the pipeline, the last one last. */
  runs: PipelineRun[];
  /** The schedule of the night, on the newest commit. */
  night: (variables: Readonly<Record<string, string>>) => Promise<PipelineRun>;
  /** Waits until every pipeline has ended. */
  idle: () => Promise<void>;
  close: () => Promise<void>;
}

/** Who looks after the site. */
export const TECHNICAL = 'technique@exemple.org';

/** What stands in the clone of the runner without being committed: its packages, as on a runner that keeps its folder. */
function keepPackages(runner: string): void {
  mkdirSync(join(runner, 'node_modules'));
  for (const name of readdirSync(join(projectRoot, 'node_modules')).filter(
    (each) => !/^\.(?:astro|vite|vitest-cache|cache|installed)$/.test(each),
  ))
    symlinkSync(join(projectRoot, 'node_modules', name), join(runner, 'node_modules', name));
  const lock = ['package.json', 'package-lock.json', '.npmrc'].map((file) => readFileSync(join(runner, file)));
  const hash = createHash('sha256').update(Buffer.concat(lock)).digest('hex');
  writeFileSync(join(runner, 'node_modules/.installed'), `${hash}  -\n`);
}

/**
 * GitLab's pipeline, run by gitlab-ci-local in a clone of a bare repository, for each commit that the CMS writes; a
 * folder as host, where the site of the first commit is already.
 */
export async function setStage(say: (words: string) => void): Promise<Stage> {
  const scratch = mkdtempSync(join(tmpdir(), 'petites-cantines-pipeline-'));
  const copy = copySite();
  const runner = join(scratch, 'runner');
  const settings = join(copy.root, 'content/settings/site.md');
  writeFileSync(
    settings,
    readFileSync(settings, 'utf8').replace('---\n', `---\ntechnicalEmail: ${TECHNICAL}\ntelephone: 04 72 00 00 00\n`),
  );
  commitAll(copy.root, 'Say whom to tell');
  git(copy.root, 'branch', '--move', '--force', 'main');
  git(scratch, 'clone', '--quiet', '--bare', copy.root, 'site.git');
  copy.remove();
  git(scratch, 'clone', '--quiet', 'site.git', 'runner');
  keepPackages(runner);
  const gitlab = await startGitlab(join(scratch, 'site.git'));
  const root = join(scratch, 'srv/site');
  const variables: Record<string, string> = {
    PUBLISH_TO: root,
    CMS_BACKEND: 'gitlab',
    CMS_REPO: gitlab.backend['repo'] ?? '',
    CMS_APP_ID: 'essai',
    CMS_BASE_URL: gitlab.backend['base_url'] ?? '',
  };

  say('The first site is built and put on the host: its code has passed already.');
  const first = git(runner, 'rev-parse', 'HEAD');
  await run('node', ['tests/run.ts', 'build'], runner, variables);
  await run('.ci/publish', ['site', 'dist', first, ''], runner, variables);

  const runs: PipelineRun[] = [];
  let last: Promise<void> = Promise.resolve();
  const runPipeline = async (commit: string, more: Readonly<Record<string, string>> = {}): Promise<PipelineRun> => {
    const startedAt = performance.now();
    git(runner, 'fetch', '--quiet', 'origin');
    git(runner, 'checkout', '--quiet', '-B', 'main', commit);
    const given = Object.entries({ ...variables, ...more }).flatMap(([name, value]) => [
      '--variable',
      `${name}=${value}`,
    ]);
    const local = join(projectRoot, 'node_modules/gitlab-ci-local/dist/index.js');
    const options = ['--force-shell-executor', '--no-shell-isolation', '--state-dir', '../state', '--home', scratch];
    const { printed } = await run(process.execPath, [local, 'publish', ...options, ...given], runner);
    // With `allow_failure: exit_codes` gitlab-ci-local ends with 0 whatever happened, and says which it was.
    const log = stripVTControlCharacters(printed);
    const code = /^\s*PASS\s+publish/m.test(log) ? 0 : 1;
    // A job that failed prints its last lines again at the end.
    const told = [
      ...log
        .slice(0, log.search(/^\s*(?:PASS|FAIL|WARN)\s+publish/m))
        .matchAll(/── (.+) : (fait|échec \(\d+\)), ([\d.]+) s/g),
    ];
    const steps = told.map(([, name = '', end = '', seconds = '']) => ({
      name: end === 'fait' ? name : `${name}, ${end}`,
      seconds,
    }));
    const ended = { commit, startedAt, endedAt: performance.now(), code, steps, log };
    runs.push(ended);
    return ended;
  };
  gitlab.onCommit = (commit) => {
    gitlab.pipelines.set(commit, { status: 'running' });
    // One at a time, as `resource_group` asks of GitLab.
    last = last.then(async () => {
      const { code } = await runPipeline(commit);
      const file = join(runner, 'refus.json');
      const refusal = existsSync(file) ? readRefusal(readFileSync(file, 'utf8')) : undefined;
      gitlab.pipelines.set(commit, code === 0 ? { status: 'success' } : { status: 'failed', refusal });
    });
  };
  return {
    gitlab,
    served: join(root, 'current'),
    runs,
    night: (more) => runPipeline(git(runner, 'rev-parse', 'origin/main'), { CI_PIPELINE_SOURCE: 'schedule', ...more }),
    idle: () => last,
    close: async () => {
      await last;
      await gitlab.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<{ code: number; printed: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 && program !== process.execPath) reject(new Error(`${program} ended with ${code}:\n${printed}`));
      else resolve({ code: code ?? 1, printed });
    });
  });
}
