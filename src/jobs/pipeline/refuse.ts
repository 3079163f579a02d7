import type { FileProblem } from '#content/check/index.ts';
import { sayPlace, type Refusal } from '#publication/refusal.ts';
import { RECENT_COMMITS, type Origin } from '#publication/site-state.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Why a step failed: errors of content, or what it printed. */
export interface Failure {
  step: string;
  problems: readonly FileProblem[];
  lines: readonly string[];
}

/** As many as one reads at a time. */
const TOLD = 20;

/** What is told of a failure, to whom waits for that commit; undefined when nothing says which commit it is. */
export function refusalOf(
  { step, problems, lines }: Failure,
  origin: Origin,
  env: Env,
  now: Date,
): Refusal | undefined {
  if (origin.commit === undefined) return undefined;
  return {
    version: 1,
    commit: origin.commit,
    commits: origin.commits.slice(0, RECENT_COMMITS),
    refusedAt: now.toISOString(),
    step,
    problems: problems
      .slice(0, TOLD)
      .map(({ file, line, field, label, remedy }) => ({ file, line, field, label, remedy })),
    total: problems.length,
    lines: [...lines],
    pipeline: pipelineOf(env),
  };
}

/** The page of the pipeline on its forge; Forgejo numbers its runs otherwise than GitHub. */
export function pipelineOf(env: Env): string | undefined {
  const { CI_PIPELINE_URL: gitlab, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  if (gitlab) return gitlab;
  const forgejo = env['FORGEJO_ACTIONS'] === 'true' || env['GITEA_ACTIONS'] === 'true';
  const run = forgejo ? env['GITHUB_RUN_NUMBER'] : env['GITHUB_RUN_ID'];
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}

/**
 * The lines by which a runner of GitHub marks what is wrong, where the CMS reads them.
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function annotationsOf({ problems, step }: Refusal): string[] {
  if (problems.length === 0) return [`::error title=${property('Publication refusée')}::${data(step)}`];
  return problems.map((problem) => {
    const { file, line, remedy } = problem;
    const at = line === undefined ? '' : `,line=${line}`;
    return `::error file=${property(file)}${at},title=${property(sayPlace(problem))}::${data(remedy)}`;
  });
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
