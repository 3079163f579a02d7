import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readFrontMatter } from '#content/check/front-matter.ts';
import { dayInFrance } from '#domain/days.ts';
import { readMailSettings, readSmtp } from '../mail/env.ts';
import { sendingThrough, type Patience } from '../mail/smtp.ts';
import { failureMessage } from './failure-words.ts';
import { pipelineOf, type Failure } from './refuse.ts';
import { causeOf, isNews, rememberTold } from './told.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface Telling {
  root: string;
  env: Env;
  now: Date;
  /** The file that remembers which failure was told. */
  statePath: string;
  patience?: Patience | undefined;
}

/**
 * Writes to who looks after the site, once for each cause and once a week while it lasts; a night without failure
 * forgets it.
 * @returns what became of the message, in French; undefined when there is nothing to say
 */
export async function tellFailures(failures: readonly Failure[], telling: Telling): Promise<string | undefined> {
  const { root, env, now, statePath, patience } = telling;
  if (failures.length === 0) {
    rmSync(statePath, { force: true });
    return undefined;
  }
  const cause = causeOf(failures);
  if (!isNews(statePath, cause, now))
    return 'La même cause a déjà été dite par e-mail : elle le sera de nouveau après sept jours.';
  if (!env['SMTP_URL']?.trim()) return 'Personne n’est prévenu par e-mail : réglez SMTP_URL et MAIL_FROM.';
  const to = recipientOf(root);
  if (to === undefined)
    return 'Personne n’est prévenu par e-mail : remplissez « E-mail technique » dans les Réglages (content/settings/site.md).';
  try {
    const { from, siteUrl } = readMailSettings(env, false);
    const sending = sendingThrough(readSmtp(env), patience);
    const message = failureMessage(failures, { today: dayInFrance(now), siteUrl, pipeline: pipelineOf(env) });
    const outcome = await sending
      .send({
        date: now,
        from,
        to: { name: '', address: to },
        ...message,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'fr' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      .finally(sending.close);
    if (outcome.is !== 'accepted') return `Le message qui le dit n’est pas parti : ${outcome.why}`;
    rememberTold(statePath, cause, now);
    return 'Un e-mail le dit à l’adresse technique des Réglages.';
  } catch (error) {
    return `Le message qui le dit n’est pas parti : ${error instanceof Error ? error.message : String(error)}`;
  }
}

const SETTINGS = 'content/settings/site.md';

/** The address of the settings; of the commit before them when they are the very file that is refused. */
function recipientOf(root: string): string | undefined {
  return addressIn(() => readFileSync(join(root, SETTINGS), 'utf8')) ?? addressIn(() => before(root));
}

const before = (root: string): string =>
  execFileSync('git', ['-C', root, 'show', `HEAD~1:${SETTINGS}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const address = z.email().optional().catch(undefined);

function addressIn(read: () => string): string | undefined {
  try {
    const { data } = readFrontMatter(read());
    return address.parse(data?.['technicalEmail']) ?? address.parse(data?.['email']);
  } catch {
    return undefined;
  }
}
