import { count } from '#domain/numbers.ts';
import type { Candidate } from '../matching/matching.ts';
import { PROFILE_ASKS, profilePath } from '../matching/profile.ts';
import { heldBy } from '../matching/stakes.ts';
import type { Judged } from './search.ts';

/** What a search found, in a sentence: « 12 sur 64 — 7 oui, 5 à vérifier. 2 clôturent dans les 30 jours. » */
export function saySum(shown: readonly Judged[], total: number, candidate: Candidate | undefined): string {
  if (shown.length === 0) return 'Aucun financement ne répond à tout cela.';
  const yes = shown.filter(({ match }) => match?.answer === 'yes').length;
  const fit = candidate ? ` — ${yes} oui, ${shown.length - yes} à vérifier` : '';
  const closing = shown.filter(({ state }) => state.state === 'closing').length;
  const soon = closing > 0 ? ` ${count(closing, 'clôt', 'clôturent')} dans les 30 jours.` : '';
  return `${shown.length} sur ${total}${fit}.${soon}`;
}

/** The question of the profile that settles the most, with its words; undefined when none settles anything. */
export function inviteOf(
  shown: readonly Judged[],
  candidate: Candidate | undefined,
  cantine: string | undefined,
): { href: string; words: string } | undefined {
  const matches = shown.flatMap(({ match }) => match ?? []);
  const [best] = candidate ? [...heldBy(matches, candidate)].sort(([, a], [, b]) => b - a) : [];
  if (!best) return undefined;
  const [question, many] = best;
  return {
    href: profilePath(cantine, question),
    words: `Dites ${PROFILE_ASKS[question]}\u00a0: ${many}\u00a0peut-être en ${many > 1 ? 'dépendent' : 'dépend'}`,
  };
}
