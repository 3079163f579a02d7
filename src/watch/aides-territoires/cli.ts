/**
 * `npm run import:aides-territoires`: brings the aids that may fit a cantine into the watch, as drafts.
 * `--fichier`, `--tout`, `--recommencer`, `--a-blanc`; AIDES_TERRITOIRES_TOKEN, AIDES_TERRITOIRES_URL.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { siteFolders } from '../../content/check/folders.ts';
import { dayInFrance } from '../../domain/clock.ts';
import { site } from '../../site.ts';
import { runImport } from './run.ts';
import { summaryOf } from './summary.ts';

const project = resolve(import.meta.dirname, '../../..');

function readOptions() {
  try {
    return parseArgs({
      options: {
        fichier: { type: 'string' },
        tout: { type: 'boolean', default: false },
        recommencer: { type: 'boolean', default: false },
        'a-blanc': { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    throw new Error('Option inconnue. Celles qui existent : --fichier chemin.json, --tout, --recommencer, --a-blanc.');
  }
}

function baseOf(given: string | undefined): string {
  const text = given?.trim() || 'https://aides-territoires.beta.gouv.fr';
  if (!URL.canParse(text))
    throw new Error(
      `AIDES_TERRITOIRES_URL vaut « ${text} » : il faut une adresse entière, comme https://aides-territoires.beta.gouv.fr.`,
    );
  return new URL(text).origin;
}

async function main(): Promise<void> {
  const options = readOptions();
  const token = process.env['AIDES_TERRITOIRES_TOKEN']?.trim() ?? '';
  if (options.fichier === undefined && token === '')
    throw new Error(
      'Il manque AIDES_TERRITOIRES_TOKEN, le jeton personnel que donne l’équipe d’Aides-territoires (voyez « API » sur son site). Sans jeton, donnez un fichier enregistré : npm run import:aides-territoires -- --fichier aides.json.',
    );
  const bar = new SingleBar({
    format: 'Pages {bar} {value}/{total}',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5000,
  });
  let started = false;
  const report = await runImport({
    content: siteFolders(project).root,
    stateFile: resolve(project, 'imports/aides-territoires.json'),
    cacheFolder: resolve(project, '.cache/aides-territoires'),
    file: options.fichier,
    client: {
      base: baseOf(process.env['AIDES_TERRITOIRES_URL']),
      token,
      agent: `Petites-Cantines-veille/1.0 (${site.url})`,
      backOff: 2_000,
      timeout: 30_000,
      tries: 5,
      onProgress: (done, total) => {
        if (started) bar.update(done);
        else bar.start(total, done);
        started = true;
      },
    },
    now: Date.now(),
    today: dayInFrance(new Date()),
    all: options.tout,
    anew: options.recommencer,
    trial: options['a-blanc'],
  }).finally(() => {
    if (started) bar.stop();
  });
  console.log(summaryOf(report));
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
