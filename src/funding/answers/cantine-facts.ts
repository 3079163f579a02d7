import { formatWhen } from '#domain/date-words.ts';
import { count, formatEuros } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import type { Cantine } from '#schemas/cantines.ts';
import type { CantineFact } from './bank.ts';

type Told = Pick<
  Cantine,
  | 'title'
  | 'address'
  | 'association'
  | 'status'
  | 'openedOn'
  | 'openingHours'
  | 'capacity'
  | 'price'
  | 'economicModel'
  | 'verifiedOn'
>;

/** What the entry of a cantine says that an application asks for, in sentences; what it does not say is left out. */
export function cantineFacts(cantine: Told): CantineFact[] {
  const { title, address, association, openedOn, openingHours, capacity, price, economicModel } = cantine;
  const dated = (name: CantineFact['name'], words: string | undefined, asOf?: string): CantineFact[] =>
    words === undefined ? [] : [{ name, words: typeset(words), asOf: latest(asOf, cantine.verifiedOn), changes: true }];
  const lasting = (name: CantineFact['name'], words: string | undefined): CantineFact[] =>
    words === undefined ? [] : [{ name, words: typeset(words) }];
  const meals = openingHours.slots.filter(({ kind }) => kind === 'meal').length;
  const { seats, cookingPlaces } = capacity;
  return [
    ...lasting('name', `Notre cantine s’appelle ${title}.`),
    ...lasting('commune', `Elle est à ${[address.addressLocality, address.district].filter(Boolean).join(', ')}.`),
    ...lasting('association', association && `L’association qui la porte s’appelle ${association}.`),
    ...lasting('openedOn', openedOn && opened(cantine.status, openedOn)),
    ...dated(
      'meals',
      meals > 0 ? `Elle ouvre sa table ${meals}\u00a0fois par semaine, d’après ses horaires.` : undefined,
      openingHours.asOf,
    ),
    ...dated('seats', seats === undefined ? undefined : `Elle a ${count(seats, 'place')} à table.`, capacity.asOf),
    ...dated(
      'cookingPlaces',
      cookingPlaces === undefined ? undefined : `On y cuisine à ${cookingPlaces}.`,
      capacity.asOf,
    ),
    ...dated(
      'costPrice',
      price.costPrice === undefined ? undefined : `Un repas lui revient à ${formatEuros(price.costPrice)}.`,
      price.asOf,
    ),
    ...dated('economicModel', economicModel),
  ];
}

const opened = (status: Told['status'], on: string): string =>
  status === 'preparing' ? `Son ouverture est prévue ${formatWhen(on)}.` : `Elle a ouvert ${formatWhen(on)}.`;

const latest = (asOf: string | undefined, verifiedOn: string | undefined): string | undefined =>
  verifiedOn !== undefined && verifiedOn >= (asOf ?? '') ? verifiedOn : asOf;
