import type { FileProblem } from '#content/check/index.ts';
import { formatProblems } from '#content/check/index.ts';
import type { Origin } from '#publication/site-state.ts';
import { changeSince, fetchNewest, isOlder, knows } from './change.ts';
import { OVERTAKEN, type Host, type Served } from './host.ts';
import type { Failure } from './refuse.ts';
import { runStep, type Ran, type Step } from './step.ts';

/** What became of a publication. */
export type Outcome =
  { is: 'published' } | { is: 'overtaken'; by: string } | { is: 'refused'; failure: Failure; served: Served };

interface Publication {
  /** The folder of the project. */
  root: string;
  origin: Origin;
  host: Host;
  /** True to try the site in a browser too, whatever changed. */
  thorough?: boolean;
  run?: typeof runStep;
}

/** The environment of a trial build: tests of the code know nothing of the site that is online. */
const TRIAL = Object.fromEntries(
  [
    'SITE_URL',
    'CMS_BACKEND',
    'CMS_REPO',
    'CMS_BRANCH',
    'CMS_APP_ID',
    'CMS_BASE_URL',
    'CMS_WORKFLOW',
    'FORM_ENDPOINT',
    'TILE_URL',
  ].map((name) => [name, undefined]),
);

/** Everything that holds the code: what `npm test` runs, where an engine that is missing is a failure. */
export const WHOLE_TESTS: Step = {
  name: 'les essais du code',
  command: ['npm', 'test'],
  env: { ...TRIAL, ENGINES: 'all' },
};

const CHECK: Step = {
  name: 'la vérification des fiches',
  command: ['node', 'src/content/check/cli.ts', '--json'],
  silent: true,
};

/** The site to publish, and what must hold of any site. */
const BUILD: Step = {
  name: 'la construction et les essais du site',
  command: ['node', 'tests/run.ts', 'build', 'content'],
};

/** The same, and in a browser: it tells of code more than of an entry, and an editor waits. */
const BUILD_AND_LOOK: Step = { ...BUILD, command: [...BUILD.command, 'browser', 'content-browser'] };

/**
 * Checks, builds, tests and publishes a commit. What is served is replaced by a site that passed everything, and never
 * by an older one.
 */
export async function publish({ root, origin, host, thorough = false, run = runStep }: Publication): Promise<Outcome> {
  const { commit } = origin;
  const served = await host.served();
  const online = served.state?.commit ?? undefined;
  const refused = (failure: Failure): Outcome => ({ is: 'refused', failure, served });
  const failed = (step: Step, { lines }: Ran) => refused({ step: step.name, problems: [], lines });
  if (commit === undefined)
    return refused({ step: 'la lecture du commit', problems: [], lines: ['Ce dossier n’est pas un dépôt Git.'] });

  if (online !== undefined && !knows(online, root)) fetchNewest(root);
  if (online !== undefined && isOlder(commit, online, root)) return { is: 'overtaken', by: online };

  const checked = await run(CHECK, root);
  if (checked.code !== 0) {
    const problems = readProblems(checked.output);
    if (problems.length > 0) console.error(formatProblems(problems));
    return refused({ step: CHECK.name, problems, lines: problems.length > 0 ? [] : checked.lines });
  }
  const code = changeSince(online, commit, root) === 'code';
  const steps = [...(code ? [WHOLE_TESTS] : []), code || thorough ? BUILD_AND_LOOK : BUILD];
  for (const step of steps) {
    const ran = await run(step, root);
    if (ran.code !== 0) return failed(step, ran);
  }
  return handOver({ root, origin, host }, commit, served);
}

/** Another publication may have ended meanwhile: it is asked again whose site is older. */
async function handOver({ root, host }: Publication, commit: string, before: Served): Promise<Outcome> {
  for (let served = before; ; served = await host.served()) {
    const online = served.state?.commit ?? undefined;
    if (online !== undefined && !knows(online, root)) fetchNewest(root);
    if (online !== undefined && isOlder(commit, online, root)) return { is: 'overtaken', by: online };
    const { code, lines } = await host.publish('dist', commit, served);
    if (code === 0) return { is: 'published' };
    if (code !== OVERTAKEN)
      return { is: 'refused', failure: { step: 'la mise en ligne', problems: [], lines }, served };
  }
}

function readProblems(output: string): FileProblem[] {
  try {
    return (JSON.parse(output) as { problems: FileProblem[] }).problems;
  } catch {
    return [];
  }
}
