import { cantines, type Cantine } from '#schemas/cantines.ts';
import { uncapitalised } from '#domain/french.ts';
import { factOf, factsOf } from '#content/facts.ts';

const ALL_OF_ACCESS = 'l’accès en fauteuil et en poussette';

/**
 * What a fiche does not say yet, in the words of a sentence: `l’adhésion`, `les places`. What the first rows of the
 * fiche already tell as unknown (hours, address, contacts) is not said twice.
 */
export function lackingOf(cantine: Cantine): string[] {
  const { booking, membership, price, capacity, accessibility, diets, dietsNote, languages } = cantine;
  const access = factsOf(cantines.fields.accessibility, accessibility);
  const unknown = access.filter(({ value }) => value === undefined).map(({ label }) => uncapitalised(label));
  return [
    ...(booking.note === undefined && booking.cook === 'unknown' && booking.eat === 'unknown'
      ? ['comment s’inscrire']
      : []),
    ...(membership.required === 'unknown' && membership.note === undefined ? ['l’adhésion'] : []),
    ...(price.costPrice === undefined && price.note === undefined ? ['ce que coûte un repas à la cantine'] : []),
    ...(factsOf(cantines.fields.capacity, capacity).some(({ value }) => value !== undefined) ? [] : ['les places']),
    ...(diets.length === 0 && dietsNote === undefined ? ['le menu'] : []),
    ...(factOf(cantines.fields.languages, languages).value === undefined ? ['les langues parlées'] : []),
    ...(unknown.length === access.length ? (accessibility.note ? [] : [ALL_OF_ACCESS]) : unknown),
  ];
}
