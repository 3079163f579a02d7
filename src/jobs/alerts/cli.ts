/** `npm run watch:mail`: sends the alerts that are due; ends with 1 when one did not leave. */
import { resolve } from 'node:path';
import { runCommand } from '../command.ts';
import { trialFolderOf } from '../mail/trial-folder.ts';

const root = resolve(import.meta.dirname, '../../..');

await runCommand({
  help: `npm run watch:mail [-- options]
Envoie les alertes de financement qui sont dues. À lancer chaque nuit, après la construction du site.

  --dry-run         écrit les messages en .eml, n’envoie et ne retient rien
  --arret code      dit à qui est le code d’une demande d’arrêt, et n’envoie rien
  --dossier chemin  où les écrire (.cache/alertes par défaut)

SITE_URL          l’adresse du site
SMTP_URL          smtps://utilisateur:mot-de-passe@hôte:465
MAIL_FROM         Les Petites Cantines <veille@exemple.org>
MAIL_UNSUBSCRIBE  qui reçoit les demandes d’arrêt (l’expéditeur par défaut)
WATCH_STATE       la mémoire de ce qui est parti, à garder d’une nuit à l’autre (.cache/watch-mail.json par défaut)`,
  options: {
    'dry-run': { type: 'boolean', default: false },
    dossier: { type: 'string' },
    arret: { type: 'string' },
  },
  run: async (values) => {
    const trialFolder = trialFolderOf(values, resolve(root, '.cache/alertes'));
    // These read the environment when they load, and say what is wrong with it.
    const { siteFolders } = await import('#content/check/folders.ts');
    const statePath = resolve(process.env['WATCH_STATE']?.trim() || resolve(root, '.cache/watch-mail.json'));
    if (values.arret !== undefined) {
      const { whoAsksToStop } = await import('./who-stops.ts');
      return whoAsksToStop(values.arret, { folders: siteFolders(root), statePath });
    }
    const { runAlertMail } = await import('./run.ts');
    return runAlertMail({
      now: new Date(),
      env: process.env,
      folders: siteFolders(root),
      statePath,
      trialFolder,
    });
  },
});
