/**
 * `npm run watch:mail`: sends the alerts that are due; ends with 1 when one did not leave.
 * `--dry-run` writes them as .eml files in `--dossier` (`.cache/alertes/`) and changes nothing else.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const root = resolve(import.meta.dirname, '../../..');

try {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      dossier: { type: 'string', default: resolve(root, '.cache/alertes') },
    },
  });
  // These read the environment when they load, and say what is wrong with it.
  const { siteFolders } = await import('../../content/check/folders.ts');
  const { runWatchMail } = await import('./run.ts');
  const report = await runWatchMail({
    now: new Date(),
    env: process.env,
    folders: siteFolders(root),
    statePath: resolve(process.env['WATCH_STATE']?.trim() || resolve(root, '.cache/watch-mail.json')),
    trialFolder: values['dry-run'] ? resolve(values.dossier) : undefined,
  });
  if (report.failed) console.error(report.words);
  else console.log(report.words);
  process.exitCode = report.failed ? 1 : 0;
} catch (error) {
  console.error(inFrench(error));
  process.exitCode = 1;
}

/** Node explains a wrong option in English. */
function inFrench(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isOption = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return isOption
    ? `Option inconnue ou incomplète (${error.message}). Options : --dry-run, --dossier=chemin. Rien n’est envoyé.`
    : error.message;
}
