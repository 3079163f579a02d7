import { formatDay } from '#domain/date-words.ts';
import { formatTime, joinWords, shorten } from '#domain/french.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { dayIn, timeIn } from '#domain/zones.ts';
import type { Difference } from '../versions/differences.ts';
import type { Kept } from './copies.ts';

/** What is told of a copy that may come back. */
export interface Offer {
  /** Milliseconds since 1970. */
  keptAt: number;
  differences: readonly Difference[];
  /** True when the entry is no longer the one that the copy was begun on. */
  changedSince: boolean;
  /** The names of its files that come back, and of those that do not. */
  files: readonly string[];
  missing: readonly string[];
}

export const OFFER = {
  one: 'Un texte non enregistré vous attend',
  several: (number: number) => `${number} textes non enregistrés vous attendent`,
  others: (number: number) => `Et ${count(number, 'autre', 'autres')}`,
  restore: 'Reprendre ce texte',
  discard: 'Le jeter',
  compare: 'Comparer',
  columns: { before: 'Dans la fiche', after: 'Votre texte' },
  close: 'Fermer',
  elsewhere: typeset(
    'Cette fiche est ouverte dans un autre onglet, où quelque chose n’est pas enregistré : finissez là-bas d’abord.',
  ),
  restored: typeset('Votre texte est de retour dans le formulaire. Il n’est pas enregistré : relisez, puis publiez.'),
} as const;

/** As many fields are named in a line. */
const NAMED = 4;

/**
 * One line on a copy, and what to know before it comes back.
 * @param zone of the editor, as IANA names it
 */
export function sayOffer(
  { keptAt, differences, changedSince, files, missing }: Offer,
  now: number,
  zone: string,
): string[] {
  const names = differences.slice(0, NAMED).map(({ label }) => shorten(label, 40));
  const others = differences.length - names.length;
  const listed = others > 0 ? [...names, count(others, 'autre')] : names;
  return [
    `Gardé ${sayMoment(keptAt, now, zone)}.`,
    ...(differences.length > 0
      ? [`${count(differences.length, 'champ diffère', 'champs diffèrent')} : ${joinWords(listed)}.`]
      : []),
    ...(changedSince
      ? ['La fiche a changé depuis : deux versions diffèrent. Comparez-les avant de reprendre la vôtre.']
      : []),
    ...(files.length > 0 ? [`Avec ${joinWords(files)}.`] : []),
    ...(missing.length > 0 ? [sayMissing(missing)] : []),
  ].map(typeset);
}

export const sayMissing = (missing: readonly string[]): string =>
  typeset(`À ajouter de nouveau : ${joinWords(missing)}. Ce navigateur n’avait pas la place de le garder.`);

/** `aujourd’hui à 12 h 30`, `mardi 12 mars 2027 à 9 h`. */
function sayMoment(at: number, now: number, zone: string): string {
  const day = dayIn(zone, at);
  return `${day === dayIn(zone, now) ? 'aujourd’hui' : formatDay(day)} à ${formatTime(timeIn(zone, at))}`;
}

/** What an editor must know of how their text is kept; undefined when all is well. */
export function sayKept(kept: Kept): string | undefined {
  switch (kept) {
    case 'whole':
      return undefined;
    case 'without its files':
      return typeset(
        'Ce navigateur n’a plus la place de garder les fichiers de cette fiche : si la page se ferme avant que vous publiiez, il faudra les ajouter de nouveau.',
      );
    case 'instead of older ones':
      return typeset(
        'Ce navigateur n’a plus de place : des textes non enregistrés plus anciens ont été effacés pour garder celui-ci.',
      );
    case 'not at all':
      return typeset(
        'Ce navigateur ne garde pas votre texte (plus de place, ou navigation privée) : publiez souvent, rien ne le rendrait si la page se fermait.',
      );
  }
}
