import { uncapitalised } from '#domain/french.ts';
import { ROLES } from '#domain/roles.ts';
import * as f from '#schemas/kit/index.ts';
import { FACTS, isSaid, metaOfFact, saidOn, type Fact, type Speaker } from '../said.ts';
import type { Column } from './column.ts';

/** Whose word a date is, as the files write it. */
const SPEAKERS: Readonly<Record<Speaker, string>> = {
  ...ROLES,
  rereading: 'Relecture de la fiche',
  page: 'Page publiée',
};

/** How each fact begins the names of its columns, in the order of the files: a fact that is not there comes last. */
const NAMES: Readonly<Record<Fact, string>> = {
  status: 'etat',
  openingHours: 'horaires',
  exceptions: 'exceptions',
  address: 'adresse',
  contacts: 'contacts',
  booking: 'inscription',
  membership: 'adhesion',
  price: 'prix',
  capacity: 'places',
  accessibility: 'accessibilite',
  diets: 'regimes',
  dietsNote: 'menu',
  languages: 'langues',
  openedOn: 'ouverture',
  association: 'association',
};

/** `Chien accepté` → `chien_accepte`. */
const nameOf = (fact: Fact): string =>
  NAMES[fact] ??
  metaOfFact(fact)
    .label.normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '_')
    .replace(/^_|_$/g, '');

function columnsOfFact(fact: Fact): Column[] {
  const label = uncapitalised(metaOfFact(fact).label);
  return [
    {
      name: `${nameOf(fact)}_date`,
      fact,
      field: f.partialDate({ label: `Date de\u00a0: ${label}` }),
      description: 'La dernière fois que quelqu’un l’a dit ou publié : année, mois ou jour.',
      read: ({ data }) => (isSaid(data, fact) ? saidOn(data, fact)?.on : undefined),
    },
    {
      name: `${nameOf(fact)}_selon`,
      fact,
      field: f.choice({ label: `Qui l’a dit\u00a0: ${label}`, options: SPEAKERS }),
      description: 'De qui est cette date.',
      read: ({ data }) => {
        const said = isSaid(data, fact) ? saidOn(data, fact) : undefined;
        return said && SPEAKERS[said.by];
      },
    },
  ];
}

const named = Object.keys(NAMES).filter((fact) => FACTS.includes(fact));

/** When each fact was last said, and by whom, as `check_date` says it in OpenStreetMap. */
export const factDateColumns: readonly Column[] = named.flatMap(columnsOfFact);

/** Those of facts that came since. */
export const newerFactDateColumns: readonly Column[] = FACTS.filter((fact) => !named.includes(fact)).flatMap(
  columnsOfFact,
);
