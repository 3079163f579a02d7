import { formatOf } from '#domain/date-words.ts';
import { isFresh } from '#domain/days.ts';
import type { AnswerRecord, CantineFact, CantineRecord } from './bank.ts';

/**
 * A fact as it enters an application: what changes with time and was not read for a year asks to be confirmed.
 * @param today `YYYY-MM-DD`, in France
 */
export function sayFact({ words, asOf, changes }: CantineFact, today: string): string {
  if (!changes || isFresh(asOf, today)) return words;
  return `${words} [à confirmer${asOf === undefined ? '' : `\u00a0: information ${formatOf(asOf)}`}]`;
}

/** What the entry of a cantine says for an answer, one sentence after the other; nothing when it says nothing. */
export function factsFor({ facts }: AnswerRecord, cantine: CantineRecord | undefined, today: string): string {
  const asked: ReadonlySet<string> = new Set(facts);
  return (cantine?.facts ?? [])
    .filter(({ name }) => asked.has(name))
    .map((fact) => sayFact(fact, today))
    .join(' ');
}
