/** `npm run import:aides-territoires`: brings the aids that may fit a cantine into the watch, as drafts. */
import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { dayInFrance } from '#domain/days.ts';
import { LOOPBACK_NAMES } from '#domain/loopback.ts';
import { runCommand } from '../command.ts';
import { runImport } from './run.ts';
import { importSummary } from './summary.ts';

const project = resolve(import.meta.dirname, '../../..');
const SERVICE = 'https://aides-territoires.beta.gouv.fr';

function baseOf(given: string | undefined): string {
  const text = given?.trim() || SERVICE;
  if (!/^https?:/.test(text) || !URL.canParse(text))
    throw new Error(`AIDES_TERRITOIRES_URL vaut « ${text} » : il faut une adresse entière, comme ${SERVICE}.`);
  const { protocol, hostname, origin } = new URL(text);
  if (protocol === 'http:' && !LOOPBACK_NAMES.includes(hostname))
    throw new Error(`AIDES_TERRITOIRES_URL vaut « ${text} » : le jeton y passerait en clair. Écrivez https://.`);
  return origin;
}

function progressBar() {
  const bar = new SingleBar({
    format: 'Aides {bar} {value}/{total}',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5000,
  });
  let started = false;
  return {
    onProgress: (done: number, total: number) => {
      if (started) bar.update(done);
      else bar.start(total, done);
      started = true;
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}

await runCommand({
  help: `npm run import:aides-territoires [-- options]
Relève sur Aides-territoires les aides qui peuvent aller à une cantine, et les écrit en brouillon dans
content/opportunities/. Ce qu’une personne a écrit n’est jamais remplacé. imports/aides-territoires.json retient ce qui
vient de l’import : gardez-le dans Git, avec les fiches.

  --fichier chemin.json  lit un fichier enregistré depuis l’API, sans réseau
  --tout                 toutes les aides ouvertes aux associations, même loin de ce que fait une cantine
  --pourquoi             nomme chaque aide laissée de côté, et dit pourquoi
  --recommencer          oublie les pages d’un import interrompu
  --dry-run              dit ce qui serait fait, n’écrit rien

AIDES_TERRITOIRES_TOKEN  le jeton personnel que donne l’équipe d’Aides-territoires
AIDES_TERRITOIRES_URL    une autre adresse du service (${SERVICE} par défaut)`,
  options: {
    fichier: { type: 'string' },
    tout: { type: 'boolean', default: false },
    pourquoi: { type: 'boolean', default: false },
    recommencer: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  run: async (options) => {
    const token = process.env['AIDES_TERRITOIRES_TOKEN']?.trim() ?? '';
    if (options.fichier === undefined && token === '')
      throw new Error(
        'Il manque AIDES_TERRITOIRES_TOKEN, le jeton personnel que donne l’équipe d’Aides-territoires (voyez « API » sur son site). Sans jeton, donnez un fichier enregistré : npm run import:aides-territoires -- --fichier aides.json.',
      );
    if (!/^[\x21-\x7e]*$/.test(token))
      throw new Error(
        'AIDES_TERRITOIRES_TOKEN contient une espace, un accent ou un autre signe qu’un jeton n’a pas : copiez-le de nouveau, en entier.',
      );
    // These read the environment when they load, and say what is wrong with it.
    const { siteFolders } = await import('#content/check/folders.ts');
    const { site } = await import('#site.ts');
    const bar = progressBar();
    const stop = () => {
      bar.stop();
      console.error('Import interrompu. Relancez la commande : elle reprendra où elle en est, rien n’est perdu.');
      process.exit(130);
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
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
        patience: 120_000,
        timeout: 30_000,
        tries: 5,
        onProgress: bar.onProgress,
      },
      now: Date.now(),
      today: dayInFrance(new Date()),
      all: options.tout,
      anew: options.recommencer,
      trial: options['dry-run'],
    }).finally(bar.stop);
    return { words: importSummary(report, options.pourquoi), failed: false };
  },
});
