import { formatDate, formatWhen } from '#domain/date-words.ts';
import { capitalised, joinWords } from '#domain/french.ts';
import { BY_ROLE } from '#domain/roles.ts';
import type { Cantine } from '#schemas/cantines.ts';
import { factName } from '../fact-names.ts';
import { FACTS, isDated, isSaid, saidOn, toldOn, trustedSince, type Fact, type Speaker } from '../said.ts';

/** How old what a fiche says is. */
export interface Freshness {
  /** The fact, without its doubt: `Confirmé par l’équipe de la cantine en mars 2026`. */
  known: string;
  /** The partial date that the doubt depends on: the oldest fact's; undefined when one has none, or none that lifts it. */
  date: string | undefined;
}

/** From who knows best to who knows least. */
const SPEAKERS: readonly (Speaker | undefined)[] = ['team', 'network', 'rereading', 'guest', 'page', undefined];

/** The facts of a fiche by whose word they are, the surest first; those that say nothing, or keep no date, have no age. */
function groupsOf(cantine: Cantine): { by: Speaker | undefined; facts: Fact[]; dates: string[] }[] {
  const shown = FACTS.filter((fact) => isDated(fact) && isAged(cantine, fact));
  return SPEAKERS.map((by) => {
    const facts = shown.filter((fact) => saidOn(cantine, fact)?.by === by);
    return { by, facts, dates: facts.flatMap((fact) => saidOn(cantine, fact)?.on ?? []) };
  }).filter(({ facts }) => facts.length > 0);
}

/** A state that nobody dated goes without saying; an address without a street is a commune. */
function isAged(cantine: Cantine, fact: Fact): boolean {
  if (fact === 'status') return toldOn(cantine, fact) !== undefined;
  if (fact === 'address') return cantine.address.streetAddress !== undefined || cantine.address.asOf !== undefined;
  return isSaid(cantine, fact);
}

/** `en mars 2026`, `en 2026`, `de 2024 à 2026`. */
function when(dates: readonly string[]): string {
  const inOrder = dates.toSorted();
  const [oldest = '', newest = ''] = [inOrder[0], inOrder.at(-1)];
  if (oldest === newest) return formatWhen(oldest);
  const years = [oldest.slice(0, 4), newest.slice(0, 4)] as const;
  return years[0] === years[1] ? `en ${years[0]}` : `de ${years[0]} à ${years[1]}`;
}

const byMonth = (dates: readonly string[]): string => when(dates.map((date) => date.slice(0, 7)));

/** What one says of the facts that have the same kind of source. */
function wordsOf(by: Speaker | undefined, dates: readonly string[]): string {
  switch (by) {
    case undefined:
      return 'sans date';
    case 'page':
      return `d’après ce qui a été publié ${when(dates)}`;
    case 'rereading':
      return `relu ${byMonth(dates)}`;
    case 'guest':
      return `d’après ${BY_ROLE.guest}, ${byMonth(dates)}`;
    default:
      return `confirmé par ${BY_ROLE[by]} ${byMonth(dates)}`;
  }
}

/** How old a fiche is, in one line for all that it says: who confirmed what, and when the rest was published. */
export function freshnessOf(cantine: Cantine): Freshness {
  const groups = groupsOf(cantine);
  const [first, ...others] = groups;
  if (!first) return confirmedWhole(cantine.verifiedOn) ?? { known: 'Fiche à relire', date: undefined };
  const trusted = groups.flatMap(({ facts }) => facts.map((fact) => trustedSince(cantine, fact)));
  const date = trusted.includes(undefined) ? undefined : trusted.flatMap((each) => each ?? []).toSorted()[0];
  if (others.length === 0) {
    if (first.by === undefined) return { known: 'Fiche à relire', date };
    const whole = first.by === 'rereading' ? confirmedWhole(first.dates[0]) : undefined;
    return whole ?? { known: capitalised(wordsOf(first.by, first.dates)), date };
  }
  return { known: capitalised(told(groups)), date };
}

const confirmedWhole = (verifiedOn: string | undefined): Freshness | undefined =>
  verifiedOn === undefined ? undefined : { known: `Fiche confirmée ${formatWhen(verifiedOn)}`, date: verifiedOn };

/** Several sources in one sentence: each but the last names its facts, the last has the rest. */
function told(groups: ReturnType<typeof groupsOf>): string {
  const [published, undated] = groups.slice(-2);
  if (groups.length === 2 && published?.by === 'page' && undated?.by === undefined) {
    return `${wordsOf('page', published.dates)} ou sans date`;
  }
  const last = groups.length - 1;
  return groups
    .map(({ by, facts, dates }, index) => {
      const words = wordsOf(by, dates);
      return index === last ? `le reste ${words}` : `${words} (${joinWords(facts.map(factName))})`;
    })
    .join(', ');
}

/** What people said of a fiche, as its sources: one sentence for each day and each role, the latest first. */
export function confirmationsTold({ confirmations }: Cantine): string[] {
  const lines = confirmations.toSorted((one, other) => other.on.localeCompare(one.on));
  const alike = Map.groupBy(lines, ({ on, by }) => `${on} ${by}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const facts = joinWords(group.map(({ fact }) => factName(fact)));
    const day = formatDate(first.on);
    return first.by === 'guest'
      ? `D’après ${BY_ROLE.guest}, le ${day}\u00a0: ${facts}.`
      : `Confirmé par ${BY_ROLE[first.by]} le ${day}\u00a0: ${facts}.`;
  });
}
