import { questionsOf, type Question } from '#proposals/questions.ts';
import { cantines, type Cantine } from '#schemas/cantines.ts';

/** What can be asked of a table that is not laid: whether it is, where it will be, whom to call. */
const WITHOUT_TABLE = ['status', 'address', 'contacts'];

/** What to ask of a cantine by those who know it. */
export function askedOf(cantine: Cantine): Question[] {
  const asked = questionsOf(cantines.fields, cantine, (fact) => since(cantine, fact));
  const hasTable = cantine.status === 'open' || cantine.status === 'paused';
  return hasTable ? asked : asked.filter(({ path }) => WITHOUT_TABLE.includes(path));
}

/** When a fact was last known to hold, as a partial date: its own date, its confirmation, that of the whole fiche. */
export function since(cantine: Cantine, fact: string): string | undefined {
  const { confirmations, verifiedOn } = cantine;
  const values = cantine as Readonly<Record<string, unknown>>;
  const own = values[`${fact}AsOf`] ?? (values[fact] as { asOf?: unknown } | undefined)?.asOf;
  const dates = [own, confirmations.find((line) => line.fact === fact)?.on, verifiedOn];
  return dates
    .filter((date) => typeof date === 'string')
    .sort()
    .at(-1);
}
