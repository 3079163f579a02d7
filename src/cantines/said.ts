import { vouches, type Role } from '#domain/roles.ts';
import { isStated, openValue } from '#proposals/open.ts';
import { cantines, type Cantine } from '#schemas/cantines.ts';
import { metaOf, openFields, type FieldMeta } from '#schemas/kit/index.ts';

/** Who says so: somebody by their role, an editor who read the whole fiche again, or a page that was published. */
export type Speaker = Role | 'rereading' | 'page';

/** The last word on a fact: its partial date, and whose it is. */
export interface Said {
  on: string;
  by: Speaker;
}

/** What a fiche can be asked about: `openingHours`, `price`… in the order of its form. */
export type Fact = string;

const OPEN: ReadonlyMap<Fact, FieldMeta> = new Map(
  openFields(cantines.fields).map(([name, field]) => [name, metaOf(field)]),
);

export const FACTS: readonly Fact[] = [...OPEN.keys()];

/** @throws Error when those who know are not asked about it. */
export function metaOfFact(fact: Fact): FieldMeta {
  const meta = OPEN.get(fact);
  if (!meta) throw new Error(`Nobody is asked about « ${fact} ».`);
  return meta;
}

type Values = Readonly<Record<string, unknown>>;

/** What a fiche says, and who confirmed it. */
type Known = Pick<Cantine, 'confirmations' | 'verifiedOn'> & Values;

/** Whether a fiche says something of a fact. */
export const isSaid = (cantine: Values, fact: Fact): boolean => isStated(openValue(metaOfFact(fact), cantine[fact]));

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The date of what was published of a fact: `asOf` in a group, `statusAsOf` beside a field. */
function publishedOn(cantine: Values, fact: Fact): string | undefined {
  const value = cantine[fact];
  const inside = typeof value === 'object' && value !== null && 'asOf' in value ? textOf(value.asOf) : undefined;
  return inside ?? textOf(cantine[`${fact}AsOf`]);
}

/** True when the date of a fact is kept, and not only those of who confirmed it. */
export function isDated(fact: Fact): boolean {
  const meta = metaOfFact(fact);
  return Object.hasOwn(cantines.fields, `${fact}AsOf`) || (meta.kind === 'group' && Object.hasOwn(meta.fields, 'asOf'));
}

/** All that has a date on a fact; of two of the same day, the one that says most comes first. */
function wordsOn(cantine: Known, fact: Fact): Said[] {
  const line = cantine.confirmations.find((each) => each.fact === fact);
  const published = publishedOn(cantine, fact);
  return [
    ...(line ? [{ on: line.on, by: line.by }] : []),
    ...(cantine.verifiedOn ? [{ on: cantine.verifiedOn, by: 'rereading' as const }] : []),
    ...(published ? [{ on: published, by: 'page' as const }] : []),
  ];
}

/** The last word on a fact; undefined when nothing of it has a date. */
export const saidOn = (cantine: Known, fact: Fact): Said | undefined =>
  wordsOn(cantine, fact).reduce<Said | undefined>(
    (last, word) => (last && last.on >= word.on ? last : word),
    undefined,
  );

/** The last word of whoever told it, without the readings of the whole fiche. */
export const toldOn = (cantine: Known, fact: Fact): Said | undefined =>
  saidOn({ ...cantine, verifiedOn: undefined }, fact);

/**
 * The partial date since which a fact may be trusted: a visitor is not sent to ask for a year. The word of a guest
 * dates a fact and leaves its doubt: they saw it, and may have missed a change.
 */
export function trustedSince(cantine: Known, fact: Fact): string | undefined {
  const said = saidOn(cantine, fact);
  return said && (said.by === 'rereading' || said.by === 'page' || vouches(said.by)) ? said.on : undefined;
}

/** The day when a fact was confirmed by who vouches for it, or with the whole fiche: a published page confirms nothing. */
export function confirmedOn(cantine: Known, fact: Fact): string | undefined {
  if (!isSaid(cantine, fact) || saidOn(cantine, fact)?.by === 'guest') return undefined;
  return wordsOn(cantine, fact)
    .filter(({ by }) => by !== 'page' && by !== 'guest')
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
}
