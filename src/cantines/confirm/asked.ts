import { questionsOf, type Question } from '#proposals/questions.ts';
import { cantines, type Cantine } from '#schemas/cantines.ts';
import { saidOn } from '../said.ts';

/** What can be asked of a table that is not laid: whether it is, where it will be, whom to call. */
const WITHOUT_TABLE = ['status', 'address', 'contacts'];

/** What to ask of a cantine by those who know it. */
export function askedOf(cantine: Cantine): Question[] {
  const asked = questionsOf(cantines.fields, cantine, (fact) => saidOn(cantine, fact)?.on);
  const hasTable = cantine.status === 'open' || cantine.status === 'paused';
  return hasTable ? asked : asked.filter(({ path }) => WITHOUT_TABLE.includes(path));
}
