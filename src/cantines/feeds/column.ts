import type { Cantine } from '#schemas/cantines.ts';
import type * as f from '#schemas/kit/index.ts';

/** An entry as the content layer gives it; the feeds know nothing else of Astro. */
export interface CantineEntry {
  id: string;
  data: Cantine;
}

/** A column of the open data: the same in CSV, JSON and GeoJSON. */
export interface Column extends Omit<f.Column, 'always' | 'read'> {
  /** True when no line lacks it. */
  always?: boolean;
  /** The fact whose date it tells. */
  fact?: string;
  read: (entry: CantineEntry, siteUrl: string) => f.Cell;
}
