import type { Place } from './place.ts';

const ROUGHLY: Readonly<Record<Exclude<Place['precision'], 'exact'>, string>> = {
  postcode: 'les communes de même code postal',
  epci: 'les communes de son intercommunalité',
  departement: 'les communes de son département',
  district: 'le milieu de l’arrondissement',
};

/** What must be known of a chosen place: it is now part of another, or it is located roughly; empty otherwise. */
export function noteOn({ name, formerOf, precision }: Place): string {
  const merged = formerOf === undefined ? '' : `${name} fait aujourd’hui partie de ${formerOf}.`;
  if (precision === 'exact') return merged;
  const around = precision === 'postcode' && formerOf ? formerOf : ROUGHLY[precision];
  return `${merged} Position approximative, d’après ${around}\u00a0: les distances disent «\u00a0environ\u00a0».`.trim();
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

export const LOADING = 'La liste des communes arrive…';
export const UNKNOWN_ADDRESS =
  'L’adresse de cette page nomme un lieu que nous ne connaissons pas. Tapez une commune ou un code postal.';
export const ASKING = 'Votre appareil cherche où vous êtes. S’il vous demande la permission, acceptez-la.';
