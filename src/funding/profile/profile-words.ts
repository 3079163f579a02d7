import { reach } from '#components/trouble.ts';
import { formatDate } from '#domain/date-words.ts';
import { dayInFrance } from '#domain/days.ts';
import { joinWords } from '#domain/french.ts';
import { formatEuros, formatNumber } from '#domain/numbers.ts';
import { ACTIONS } from '#schemas/actions.ts';
import { APPROVALS } from '#schemas/approvals.ts';
import { NEEDS } from '#schemas/needs.ts';
import type { NamedCandidate } from '../matching/fetch-candidates.ts';
import type { OpportunityTerms } from '../matching/matching.ts';
import type { Profile } from '../matching/profile.ts';
import { stakesOf } from '../matching/stakes.ts';

/**
 * The opportunities of the watch, of which only the terms are read.
 * @throws when they do not come
 */
export const fetchTerms = async (path: string): Promise<readonly OpportunityTerms[]> =>
  JSON.parse(await reach(path, (response) => response.text())) as OpportunityTerms[];

/**
 * Writes under each question what depends on it, and what the entry says already.
 * @returns what all the answers give, in a sentence
 */
export function tellStakes(
  form: HTMLElement,
  terms: readonly OpportunityTerms[],
  candidate: NamedCandidate,
  written: Profile | undefined,
  now: Date,
): string {
  const { answers, questions } = stakesOf(terms, candidate, dayInFrance(now));
  for (const section of form.querySelectorAll<HTMLElement>('[data-question]')) {
    const name = section.dataset['question'] ?? '';
    const held = [...questions].find(([question]) => question === name)?.[1] ?? 0;
    say(section, '[data-stake]', held === 0 ? '' : sayHeld(held));
    say(section, '[data-written]', written ? sayWritten(name, written) : '');
  }
  const { yes, maybe, no } = answers;
  return `Pour ${candidate.title}\u00a0: ${yes}\u00a0oui, ${maybe}\u00a0peut-être, ${no}\u00a0non.`;
}

function say(section: HTMLElement, selector: string, words: string) {
  const line = section.querySelector<HTMLElement>(selector);
  if (!line) return;
  line.textContent = words;
  line.hidden = words === '';
}

const sayHeld = (held: number): string =>
  held === 1 ? '1\u00a0peut-être en dépend.' : `${held}\u00a0peut-être en dépendent.`;

/** « Sa fiche dit : 2 (2024). Votre réponse l’emporte. »; nothing when it does not say. */
export function sayWritten(question: string, profile: Profile): string {
  const value = valueOf(question, profile);
  if (value === undefined || value === '') return '';
  const day = profile.asOf ? ` (${formatDate(profile.asOf)})` : '';
  return `Sa fiche dit\u00a0: ${value}${day}. Votre réponse l’emporte.`;
}

const yesNo = (said: boolean | undefined): string | undefined =>
  said === undefined ? undefined : said ? 'oui' : 'non';
const euros = (amount: number | undefined): string | undefined =>
  amount === undefined ? undefined : formatEuros(amount);
const listed = (names: Readonly<Record<string, string>>, said: Readonly<Record<string, boolean | undefined>> = {}) =>
  joinWords(Object.keys(said).flatMap((name) => (said[name] ? (names[name] ?? []) : [])));

function valueOf(question: string, profile: Profile): string | undefined {
  switch (question) {
    case 'fondation':
      return profile.foundedOn && formatDate(profile.foundedOn);
    case 'salaries':
      return profile.employees === undefined ? undefined : formatNumber(profile.employees);
    case 'budget':
      return euros(profile.budget);
    case 'ressources':
      return euros(profile.resources);
    case 'projet':
      return euros(profile.project);
    case 'agrements':
      return listed(APPROVALS, profile.approvals);
    case 'actions':
      return listed(ACTIONS, profile.actions);
    case 'quartier':
      return yesNo(profile.district);
    case 'siege':
      return yesNo(profile.seat);
    default:
      return joinWords((profile.needs ?? []).map((need) => NEEDS[need]));
  }
}
