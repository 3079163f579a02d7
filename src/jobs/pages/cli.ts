/** `npm run facts:pages`: tells who edits the watch which official pages changed; ends with 1 when that failed. */
import { resolve } from 'node:path';
import { runCommand } from '../command.ts';
import { trialFolderOf } from '../mail/trial-folder.ts';

const root = resolve(import.meta.dirname, '../../..');

await runCommand({
  help: `npm run facts:pages [-- options]
Relit les pages officielles des financements, poliment, et dit par e-mail ce qui a changé à qui tient la veille. À lancer
chaque nuit : une page n’est relue qu’une fois par jour.

  --dry-run         lit les pages, écrit le message en .eml, n’envoie et ne retient rien
  --dossier chemin  où l’écrire (.cache/pages par défaut)

SITE_URL          l’adresse du site
SMTP_URL          smtps://utilisateur:mot-de-passe@hôte:465
MAIL_FROM         Les Petites Cantines <veille@exemple.org>
MAIL_UNSUBSCRIBE  qui reçoit les demandes d’arrêt (l’expéditeur par défaut)
PAGES_STATE       la mémoire de ce qui a été lu et dit, à garder d’une nuit à l’autre (.cache/facts-pages.json par défaut)`,
  options: {
    'dry-run': { type: 'boolean', default: false },
    dossier: { type: 'string' },
  },
  run: async (values) => {
    const trialFolder = trialFolderOf(values, resolve(root, '.cache/pages'));
    // These read the environment when they load, and say what is wrong with it.
    const { siteFolders } = await import('#content/check/folders.ts');
    const { runPages } = await import('./run.ts');
    return runPages({
      now: new Date(),
      env: process.env,
      folders: siteFolders(root),
      statePath: resolve(process.env['PAGES_STATE']?.trim() || resolve(root, '.cache/facts-pages.json')),
      trialFolder,
    });
  },
});
