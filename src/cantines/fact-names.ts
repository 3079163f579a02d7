import { uncapitalised } from '#domain/french.ts';
import { metaOfFact, type Fact } from './said.ts';

/** Facts as one names them among several. */
const NAMES: Readonly<Record<Fact, string>> = {
  status: 'état',
  openingHours: 'horaires',
  address: 'adresse',
  contacts: 'contacts',
  booking: 'inscription',
  membership: 'adhésion',
  price: 'prix',
  capacity: 'places',
  accessibility: 'accessibilité',
};

/** `horaires`; a fact without a shorter name goes by its label. */
export const factName = (fact: Fact): string => NAMES[fact] ?? uncapitalised(metaOfFact(fact).label);
