import { ofName } from '#domain/of-name.ts';
import { isArea, type Choice } from './area.ts';
import type { Place } from './place.ts';
import type { Understanding } from './understand.ts';

const ROUGHLY: Readonly<Record<Exclude<Place['precision'], 'exact'>, string>> = {
  postcode: 'les communes de même code postal',
  epci: 'les communes de son intercommunalité',
  departement: 'les communes de son département',
  district: 'le milieu de l’arrondissement',
};

/** What must be known of a chosen place: it is now part of another, or it is located roughly; empty otherwise. */
export function noteOn(choice: Choice): string {
  if (isArea(choice)) return AREA_NOTES[choice.kind] ?? '';
  const { name, formerOf, precision } = choice;
  const merged = formerOf === undefined ? '' : `${name} fait aujourd’hui partie ${ofName(formerOf)}.`;
  if (precision === 'exact') return merged;
  const around = precision === 'postcode' && formerOf ? formerOf : ROUGHLY[precision];
  return `${merged} Position approximative, d’après ${around}\u00a0: les distances disent «\u00a0environ\u00a0».`.trim();
}

/** What one must know to read the distances from what is no commune. */
const AREA_NOTES: Readonly<Partial<Record<string, string>>> = {
  departement: 'Les distances partent du milieu de ce département.',
  region: 'Les distances partent du milieu de cette région.',
};

/** What is asked when a text is not enough to know the place; empty when it is. */
export function askWhich(text: string, how: Understanding['how']): string {
  const isDigits = /^[\d\s]+$/.test(text);
  switch (how) {
    case 'one':
      return '';
    case 'several':
      return 'Plusieurs lieux portent ce nom\u00a0: lequel est le vôtre\u202f?';
    case 'begun':
      return 'Plusieurs lieux commencent ainsi\u00a0: lequel est le vôtre\u202f?';
    case 'like':
      return isDigits
        ? `${nothingFor(text)} Ou bien, autour\u00a0:`
        : `Nous ne trouvons pas «\u00a0${text}\u00a0». Vouliez-vous dire l’un de ceux-ci\u202f?`;
    case 'none':
      return isDigits
        ? nothingFor(text)
        : `Nous ne trouvons pas «\u00a0${text}\u00a0». La liste reste entière\u00a0: parcourez-la, ou essayez un code postal.`;
  }
}

/** What is told of a list of suggestions, aloud and not on screen. */
export const countOf = (places: number): string =>
  places === 1 ? '1 lieu proposé.' : `${places} lieux proposés. Les flèches haut et bas les parcourent.`;

/** What to do when nothing fits a text. */
export function nothingFor(text: string): string {
  if (/^\d{1,4}$/.test(text)) return 'Continuez\u00a0: un code postal a cinq chiffres.';
  if (/\d{5}/.test(text)) {
    return 'Aucune commune n’a ce code postal. Les codes CEDEX n’y sont pas\u00a0: essayez le nom de la commune.';
  }
  return 'Aucune commune ne commence ainsi. Vérifiez l’orthographe, ou essayez le code postal.';
}
