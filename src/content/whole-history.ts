import { execFileSync } from 'node:child_process';
import { readHistory } from './history.ts';

/**
 * Why a live build must not start, in French, from what Git says of the folder of content; undefined when its whole
 * history is there. Without it the SEQUENCE of every event would go back, and the programs that subscribed to a
 * calendar would no longer see its changes.
 */
export function historyRefusal(folder: string, siteUrl: string): string | undefined {
  const lack = historyLack(folder);
  return (
    lack &&
    `SITE_URL=${siteUrl} est un site en ligne, mais ${lack.what}. Les agendas auxquels on s’est abonné reconnaissent un changement à un numéro que seul l’historique entier donne : sans lui, ce numéro reculerait. ${lack.remedy}, ou retirez SITE_URL pour un essai.`
  );
}

/** What a trial must say, in French, when Git does not give the whole history: its numbers are not those of the site. */
export function historyWarning(folder: string): string | undefined {
  const lack = historyLack(folder);
  return (
    lack &&
    `${lack.what} : les numéros (SEQUENCE) des agendas de cet essai ne sont pas ceux du site, et peuvent être plus petits. Ne servez pas cet essai à qui est abonné. ${lack.remedy} ; un site en ligne (SITE_URL) serait refusé.`
  );
}

interface Lack {
  what: string;
  remedy: string;
}

function historyLack(folder: string): Lack | undefined {
  try {
    if (isShallow(folder)) {
      return {
        what: `le dépôt de « ${folder} » n’a qu’une partie de son historique Git`,
        remedy:
          'Réglez la chaîne pour qu’elle le clone en entier (fetch-depth: 0 sur GitHub et Forgejo, GIT_DEPTH: 0 sur GitLab), ou lancez git fetch --unshallow',
      };
    }
    if (readHistory(folder).size > 0) return undefined;
  } catch (error) {
    return lackOf(error, folder);
  }
  return {
    what: `l’historique Git ne contient rien de « ${folder} »`,
    remedy: 'Enregistrez ce dossier dans le dépôt (git add, git commit)',
  };
}

const isShallow = (folder: string): boolean =>
  execFileSync('git', ['-C', folder, 'rev-parse', '--is-shallow-repository'], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim() === 'true';

function lackOf(error: unknown, folder: string): Lack {
  const { code, stderr } = error as { code?: unknown; stderr?: unknown };
  if (code === 'ENOENT') {
    return { what: 'la commande git est introuvable', remedy: 'Installez Git sur la machine qui construit le site' };
  }
  const [told = ''] = /^.*(?:fatal|error).*$/m.exec(String(stderr)) ?? [];
  if (told.includes('dubious ownership')) {
    const [, owned = folder] = /repository at '(.+)'/.exec(told) ?? [];
    return {
      what: `Git refuse de lire le dépôt « ${owned} », qui appartient à un autre compte`,
      remedy: `Autorisez-le (git config --global --add safe.directory ${owned}), ou construisez avec le compte qui a fait le clone`,
    };
  }
  if (told.includes('not a git repository')) {
    return {
      what: `« ${folder} » n’est dans aucun dépôt Git`,
      remedy: 'Construisez dans un clone entier du dépôt (git clone), non dans une archive ni une copie sans .git',
    };
  }
  return {
    what: `Git ne lit pas l’historique de « ${folder} »${told && ` : ${told}`}`,
    remedy: 'Lancez git log dans ce dossier, et corrigez ce qu’il dit',
  };
}
