import { keyOf } from '../../places/normalise.ts';
import type { Aid } from './aid.ts';

/** Words that bring an aid near what a cantine does, in its categories, its name or its description. */
const NEAR: readonly string[] = [
  'alimentation',
  'alimentaire',
  'repas',
  'cuisine',
  'restauration collective',
  'circuits courts',
  'gaspillage',
  'lien social',
  'cohésion sociale',
  'lutte contre la précarité',
  'isolement',
  'personnes âgées',
  'bénévolat',
  'vie associative',
  'associations',
  'quartiers',
  'inclusion',
  'citoyenneté',
  'tiers-lieu',
  'économie sociale',
  'insertion',
  'santé',
  'jeunesse',
];
const NEAR_KEYS = NEAR.map(keyOf);

/** Why an aid cannot fit a cantine. */
export const REFUSALS = {
  'not-live': 'plus en ligne',
  audience: 'pas pour les associations',
  charged: 'service payant',
  far: 'loin de ce que fait une cantine',
} as const;
export type Refusal = keyof typeof REFUSALS;

/** The first reason why an aid cannot fit a cantine; undefined when it may. With `all`, every aid for associations. */
export function refusalOf(aid: Aid, all = false): Refusal | undefined {
  if (!aid.is_live) return 'not-live';
  if (!aid.targeted_audiences.some((audience) => keyOf(audience).includes('association'))) return 'audience';
  if (all) return undefined;
  if (aid.is_charged === true) return 'charged';
  const words = keyOf([...aid.categories, aid.name, aid.description ?? ''].join(' '));
  return NEAR_KEYS.some((near) => words.includes(near)) ? undefined : 'far';
}
