/** `npm run facts:ask`: asks the cantines whether their fiches still hold; ends with 1 when a message did not leave. */
import { resolve } from 'node:path';
import { runCommand } from '../command.ts';
import { trialFolderOf } from '../mail/trial-folder.ts';

const root = resolve(import.meta.dirname, '../../..');

await runCommand({
  help: `npm run facts:ask [-- options]
Demande par e-mail aux cantines, au plus une fois par trimestre et un mois avant la rentrée, si leur fiche est toujours
juste ; rappelle une fois. À lancer chaque nuit.

  --dry-run         écrit les messages en .eml, n’envoie et ne retient rien
  --dossier chemin  où les écrire (.cache/demandes par défaut)

SITE_URL          l’adresse du site
SMTP_URL          smtps://utilisateur:mot-de-passe@hôte:465
MAIL_FROM         Les Petites Cantines <veille@exemple.org>
MAIL_UNSUBSCRIBE  qui reçoit les demandes d’arrêt (l’expéditeur par défaut)
ASK_STATE         la mémoire de ce qui a été demandé, à garder d’une nuit à l’autre (.cache/facts-ask.json par défaut)`,
  options: {
    'dry-run': { type: 'boolean', default: false },
    dossier: { type: 'string' },
  },
  run: async (values) => {
    const trialFolder = trialFolderOf(values, resolve(root, '.cache/demandes'));
    // These read the environment when they load, and say what is wrong with it.
    const { siteFolders } = await import('#content/check/folders.ts');
    const { runAsk } = await import('./run.ts');
    return runAsk({
      now: new Date(),
      env: process.env,
      folders: siteFolders(root),
      statePath: resolve(process.env['ASK_STATE']?.trim() || resolve(root, '.cache/facts-ask.json')),
      trialFolder,
    });
  },
});
