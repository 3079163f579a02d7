import { departementOf } from '#domain/insee.ts';
import type { Point } from '#domain/distance.ts';
import type { Centres } from '#places/centres.ts';
import type { CantineRecord } from '../finder/finder.ts';

/** What the page knows beside its cards, written in it as JSON. */
export interface EmbedFacts {
  /** The names of the questions that one may ask. */
  questions: readonly string[];
  /** The middle of every territory, by INSEE code; a commune has that of its département. */
  centres: Readonly<Record<'region' | 'departement', Centres>>;
  /** In the order of the cards. */
  cantines: readonly CantineRecord[];
}

export type Level = 'region' | 'departement' | 'commune';

export interface EmbedTerritory {
  level: Level;
  code: string;
}

/** Where a territory is, roughly; undefined when no territory has that code. */
export function centreOf({ level, code }: EmbedTerritory, centres: EmbedFacts['centres']): Point | undefined {
  const found = level === 'commune' ? centres.departement[departementOf(code)] : centres[level][code];
  return found && { latitude: found[0], longitude: found[1] };
}
