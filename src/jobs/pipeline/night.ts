import { publishAndTell, type Report } from './run.ts';
import type { Failure } from './refuse.ts';
import { runStep, type Step } from './step.ts';
import { tellFailures } from './tell.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Where the drafts of the night wait to be read. */
const IMPORT_BRANCH = 'import/aides-territoires';

const IMPORT: Step = { name: 'l’import d’Aides-territoires', command: ['.ci/import', IMPORT_BRANCH] };
const REPORT: Step = { name: 'le rapport de veille', command: ['node', 'src/jobs/report/cli.ts'] };
/** Those that write to somebody. */
const MAILS: readonly Step[] = [
  { name: 'les alertes par e-mail', command: ['node', 'src/jobs/alerts/cli.ts'] },
  { name: 'les demandes de confirmation', command: ['node', 'src/jobs/ask/cli.ts'] },
  { name: 'la lecture des pages officielles', command: ['node', 'src/jobs/pages/cli.ts'] },
];

interface Night {
  root: string;
  env: Env;
  now: Date;
  /** The file that remembers which failure was told. */
  statePath: string;
}

/** What is done each night: each step whatever became of the others, then one message when some failed. */
export async function runNight({ root, env, now, statePath }: Night): Promise<Report> {
  const failures: Failure[] = [];
  const attempt = async (step: Step) => {
    const { code, lines } = await runStep(step, root);
    if (code !== 0) failures.push({ step: step.name, problems: [], lines });
  };
  if (env['AIDES_TERRITOIRES_TOKEN']?.trim()) await attempt(IMPORT);
  // Before the build: /admin/veille/ shows the links that it asked.
  await attempt(REPORT);
  const published = await publishAndTell({ root, env, now, thorough: true });
  if (published.failure) failures.push(published.failure);
  if (env['SMTP_URL']?.trim()) for (const step of MAILS) await attempt(step);

  const told = await tellFailures(failures, { root, env, now, statePath });
  const words = [
    published.words,
    ...failures.map(({ step }) => `Cette nuit, un échec à ${step}.`),
    ...(told === undefined ? [] : [told]),
  ].join('\n');
  // The forge publishes its Pages when the job succeeds: another step may not hold back a site that passed.
  const holdsBack = published.failed || Boolean(env['PUBLISH_TO']?.trim());
  return { words, failed: failures.length > 0 && holdsBack, overtaken: published.overtaken };
}
