import type { Aid } from './aid.ts';
import { aidText } from './markdown.ts';
import { holdsOneOf } from './words.ts';

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

/** Why an aid cannot fit a cantine. */
export const REFUSALS = {
  'not-live': 'plus en ligne',
  audience: 'pas pour les associations',
  charged: 'service payant',
  far: 'loin de ce que fait une cantine',
} as const;
export type AidRefusal = keyof typeof REFUSALS;

/** The first reason why an aid cannot fit a cantine; undefined when it may. With `all`, every aid for associations. */
export function aidRefusal(aid: Aid, all = false): AidRefusal | undefined {
  if (!aid.is_live) return 'not-live';
  if (!holdsOneOf(aid.targeted_audiences.join(' '), ['association'])) return 'audience';
  if (all) return undefined;
  if (aid.is_charged === true) return 'charged';
  return holdsOneOf([...aid.categories, aid.name, aidText(aid.description ?? '')].join(' '), NEAR) ? undefined : 'far';
}
