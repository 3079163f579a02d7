import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import type { Reason } from './forge.ts';
import type { Save } from './saves.ts';
import type { Situation } from './situation.ts';

/** What the bar shows, as text. */
export interface Notice {
  tone: 'calm' | 'good' | 'bad';
  /** One or two words, in bold. */
  title: string;
  text: string;
  /** What to correct, each with the entry to open. */
  list: readonly { text: string; entry: string | undefined }[];
  /** The page of the pipeline. */
  page: string | undefined;
}

const notice = (tone: Notice['tone'], title: string, text: string, reason?: Reason): Notice => ({
  tone,
  title: typeset(title),
  text: typeset(text),
  list: (reason?.problems ?? []).slice(0, SHOWN).map(({ file, place, remedy }) => ({
    text: typeset(`${place} : ${remedy}`),
    entry: entryOf(file),
  })),
  page: reason?.page,
});

/** As many corrections as fit above the form of a phone. */
const SHOWN = 3;

/** The address of an entry in the CMS, from its file. */
function entryOf(file: string): string | undefined {
  const [, collection, slug] = /^content\/([a-z]+)\/([a-z0-9-]+)\.md$/.exec(file) ?? [];
  return collection && slug ? `#/collections/${collection}/entries/${slug}` : undefined;
}

const titlesOf = (saves: readonly Save[]): string =>
  saves.length === 1 ? `« ${saves[0]?.title ?? ''} »` : count(saves.length, 'enregistrement');

export const sayLocal = (saves: readonly Save[]): Notice => notice('calm', 'Enregistré', `${titlesOf(saves)}.`);

export const sayDraft = (title: string): Notice =>
  notice('calm', 'Brouillon gardé, à relire', `« ${title} » : le site ne change pas tant que personne ne le publie.`);

export const sayOnline = (saves: readonly Save[]): Notice => notice('good', 'En ligne', `${titlesOf(saves)}.`);

/** What the bar says of a situation; undefined when there is nothing to say. */
export function say(situation: Situation): Notice | undefined {
  switch (situation.is) {
    case 'nothing':
      return undefined;
    case 'saved':
      return notice(
        'calm',
        'Enregistré',
        `${titlesOf(situation.saves)} : le site se construit, cela peut prendre quelques minutes.`,
      );
    case 'refused':
      return notice(
        'bad',
        'Refusé',
        `Votre texte est gardé, mais le site ne le montre pas. ${sayWhy(situation.reason)}`,
        situation.reason,
      );
    case 'broken':
      return notice(
        'bad',
        'La dernière publication a échoué',
        `Le site garde sa dernière bonne version ; rien de nouveau ne paraît d’ici là. ${sayWhy(situation.reason)}`,
        situation.reason,
      );
    case 'not started':
      return notice(
        'bad',
        'Enregistré, mais pas en route',
        'Rien ne construit le site depuis dix minutes. Votre texte est gardé : prévenez la personne qui s’occupe du site.',
      );
    case 'not served':
      return notice(
        'bad',
        'Construit, mais pas servi',
        'La forge dit que c’est publié, et le site montre encore l’ancienne version. Prévenez la personne qui s’occupe du site.',
      );
    case 'forge lost':
      return notice(
        'calm',
        'Enregistré',
        'La forge ne répond plus : on ne sait pas où en est la publication. On continue de regarder ; si cela dure, reconnectez-vous.',
      );
    case 'site lost':
      return notice(
        'calm',
        'Enregistré',
        'Le site ne répond plus. On continue de regarder : vérifiez votre connexion.',
      );
  }
}

function sayWhy({ problems, total, step }: Reason): string {
  const shown = Math.min(problems.length, SHOWN);
  if (shown === 0) {
    const where = step === undefined ? '' : ` à ${step}`;
    return `La construction s’arrête${where} : prévenez la personne qui s’occupe du site.`;
  }
  return total > shown ? `À corriger, ${count(total, 'point')}, dont :` : 'À corriger :';
}
