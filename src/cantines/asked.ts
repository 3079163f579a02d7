import type { Cantine } from '#schemas/cantines.ts';
import { askOf } from '#schemas/kit/index.ts';
import { factName } from './fact-names.ts';
import { FACTS, isDated, isSaid, metaOfFact, trustedSince, type Fact } from './said.ts';

/** A fact that a team is asked again. */
export interface AskedFact {
  name: string;
  /** The partial date of who last vouched for it, or of the page that says it; undefined when it has none. */
  since: string | undefined;
  /** After how many months it is asked again. */
  every: number;
}

/** What misleads a visitor soonest; the others follow in the order of the form. */
const FIRST: readonly Fact[] = ['openingHours', 'status', 'contacts', 'booking', 'address'];

/** What a team is asked of its cantine: the facts that keep a date and are stated, and the hours, which one comes for. */
export function askedFacts(cantine: Cantine): AskedFact[] {
  const inOrder = [...FIRST, ...FACTS.filter((fact) => !FIRST.includes(fact))];
  return inOrder
    .filter((fact) => isDated(fact) && (fact === 'openingHours' || isSaid(cantine, fact)))
    .map((fact) => ({
      name: factName(fact),
      since: trustedSince(cantine, fact),
      every: askOf(metaOfFact(fact)).every,
    }));
}
