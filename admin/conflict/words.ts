import { typeset } from '#domain/typography.ts';
import type { Choice, Conflict } from './guard.ts';

/** The dialogue about a conflict, in words. */
export interface ConflictWords {
  title: string;
  lines: readonly string[];
  /** In the order of the buttons; the first one loses nothing. */
  choices: readonly (readonly [Choice, string])[];
}

export const COLUMNS = { before: 'L’autre version, enregistrée', after: 'Votre texte' } as const;

/** Of an entry that is deleted: as it was opened, and as it is there. */
export const DELETED_COLUMNS = { before: 'Ce que vous aviez ouvert', after: 'Ce qui est enregistré' } as const;

export function sayConflict({ gesture, theirs }: Pick<Conflict, 'gesture' | 'theirs'>): ConflictWords {
  const { title, lines, choices } = wordsOf(gesture, theirs === null);
  return { title: typeset(title), lines: lines.map(typeset), choices };
}

function wordsOf(gesture: Conflict['gesture'], isGone: boolean): ConflictWords {
  if (gesture === 'delete') {
    return {
      title: 'Cette fiche a changé depuis que vous l’avez ouverte',
      lines: [
        'Rien n’est supprimé. Quelqu’un d’autre, ou un autre onglet, a enregistré une autre version entre-temps.',
      ],
      choices: [
        ['write on', 'Ne pas supprimer'],
        ['theirs', 'Voir l’autre version'],
        ['mine', 'Supprimer quand même'],
      ],
    };
  }
  if (isGone) {
    return {
      title: 'Cette fiche a été supprimée pendant que vous écriviez',
      lines: ['Rien n’est enregistré, et votre texte est toujours dans le formulaire.'],
      choices: [
        ['write on', 'Continuer d’écrire'],
        ['mine', 'Recréer la fiche avec mon texte'],
      ],
    };
  }
  return {
    title: 'Cette fiche a changé pendant que vous écriviez',
    lines: [
      'Rien n’est encore enregistré. Quelqu’un d’autre, ou un autre onglet, a enregistré une autre version entre-temps.',
      'Pour réunir les deux, continuez d’écrire : recopiez dans le formulaire ce qui manque, puis publiez de nouveau.',
    ],
    choices: [
      ['write on', 'Continuer d’écrire'],
      ['theirs', 'Prendre l’autre version'],
      ['mine', 'Garder mon texte et remplacer l’autre'],
    ],
  };
}
