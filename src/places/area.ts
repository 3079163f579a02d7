import type { Point } from '#domain/distance.ts';
import type { Location } from '#domain/location.ts';
import { fullNameOf, labelOf, whereOf, type Place, type Precision } from './place.ts';

/** What people name as a place and is no commune of France: a territory, a town beyond the border, a cantine. */
export interface Area extends Point {
  kind: 'departement' | 'region' | 'neighbour' | 'cantine';
  name: string;
  /** What tells it from its namesakes: `département 69`, `Suisse`. */
  where: string;
  /** The names that it answers to, as `keyOf` writes them. */
  keys: readonly string[];
  /** What an address says of it: `departement-69`. */
  token: string;
  precision: Location['precision'] | Precision;
  /** Of a territory: the codes of its départements. */
  within?: readonly string[];
  /** Of a cantine: its own name in addresses, and its INSEE code. */
  slug?: string;
  commune?: string | undefined;
}

/** What a visitor may mean by a place. */
export type Choice = Place | Area;

export const isArea = (choice: object): choice is Area => 'kind' in choice;

/** What the field holds once a place is chosen: `Saint-Denis (93)`, `Genève (Suisse)`. */
export function labelOfChoice(choice: Choice): string {
  if (!isArea(choice)) return labelOf(choice);
  const { kind, name, where, within = [] } = choice;
  if (kind === 'departement') return `${name} (${within[0] ?? where})`;
  return kind === 'neighbour' && where !== name ? `${name} (${where})` : name;
}

/** How a sentence names a place: `Saint-Denis (Seine-Saint-Denis)`, `Rhône (69)`. */
export const sayChoice = (choice: Choice): string => (isArea(choice) ? labelOfChoice(choice) : fullNameOf(choice));

/** What tells a place from its namesakes, in a list. */
export const whereOfChoice = (choice: Choice): string => (isArea(choice) ? choice.where : whereOf(choice));
