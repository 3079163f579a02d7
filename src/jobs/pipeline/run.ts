import { rm } from 'node:fs/promises';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../disk.ts';
import { readOrigin } from '#publication/origin.ts';
import { isOlder } from './change.ts';
import { folderHost, pagesHost, type Host, type Served } from './host.ts';
import { publish, WHOLE_TESTS, type Outcome } from './publish.ts';
import { annotationsOf, refusalOf, type Failure } from './refuse.ts';
import { runStep } from './step.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What a pipeline has to say, in French, and how it ends. */
export interface Report {
  words: string;
  failed: boolean;
  /** True when a newer site is online already. */
  overtaken?: boolean;
}

/** Where a pipeline leaves why it refused. */
const REFUSAL_FILE = 'refus.json';

export const hostOf = (env: Env, root: string): Host => (env['PUBLISH_TO']?.trim() ? folderHost(root) : pagesHost(env));

/** What a change of code must pass before it is merged. */
export async function testChange(root: string): Promise<Report> {
  const { code } = await runStep(WHOLE_TESTS, root);
  return { failed: code !== 0, words: code === 0 ? 'Tous les essais passent.' : 'Des essais échouent.' };
}

interface Publishing {
  root: string;
  env: Env;
  now: Date;
  /** True to try the site in a browser too, whatever changed. */
  thorough?: boolean;
}

/** Publishes the commit at hand, and tells everywhere why it did not. */
export async function publishAndTell(publishing: Publishing): Promise<Report & { failure?: Failure }> {
  const { root, env, thorough } = publishing;
  await rm(join(root, REFUSAL_FILE), { force: true });
  const host = hostOf(env, root);
  const outcome = await publish({ root, origin: readOrigin(root, env), host, thorough }).catch(stopped);
  if (outcome.is === 'published') {
    // For GitHub's Pages: an older site must not be handed over.
    if (env['GITHUB_OUTPUT']) appendFileSync(env['GITHUB_OUTPUT'], 'published=true\n');
    return { failed: false, words: 'Le site est publié.' };
  }
  if (outcome.is === 'overtaken') {
    const words = `Un site plus récent est déjà en ligne (${outcome.by.slice(0, 8)}) : celui-ci n’est pas publié.`;
    return { failed: false, overtaken: true, words };
  }
  await tell(outcome.failure, outcome.served, { ...publishing, host });
  const { step } = outcome.failure;
  return {
    failed: true,
    failure: outcome.failure,
    words: `La publication s’arrête à ${step}. Le site en ligne n’est pas touché.`,
  };
}

type Telling = Publishing & { host: Host };

async function tell(failure: Failure, served: Served | undefined, { root, env, now, host }: Telling): Promise<void> {
  const refusal = refusalOf(failure, readOrigin(root, env), env, now);
  if (!refusal) return;
  writeWhole(join(root, REFUSAL_FILE), `${JSON.stringify(refusal, undefined, 1)}\n`);
  if (env['GITHUB_ACTIONS'] === 'true') console.log(annotationsOf(refusal).join('\n'));
  const current = served?.state && host.refuse ? await host.served() : undefined;
  // A newer site that was published meanwhile contains what its own editors corrected.
  if (!current?.state || isOlder(refusal.commit, current.state.commit ?? '', root)) return;
  await host.refuse?.(refusal, current);
}

/** A host that does not answer, a tool that is missing: told like a step that failed. */
const stopped = (error: unknown): Extract<Outcome, { is: 'refused' }> => ({
  is: 'refused',
  failure: {
    step: 'la lecture du site en ligne',
    problems: [],
    lines: (error instanceof Error ? error.message : String(error)).split('\n'),
  },
  served: { release: '', state: undefined },
});
