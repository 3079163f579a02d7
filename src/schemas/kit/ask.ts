import type { z } from 'zod';
import { metaOf, type FieldMeta } from './meta.ts';
import type { Fields } from './shapes.ts';

/** How somebody who knows is asked a field again. */
export interface Ask {
  question: string;
  /** Months. */
  every: number;
}

/** A field that says nothing of it is asked again after this, in months. */
const EVERY = 12;

/** True when those who know may say whether a field still holds, and propose another value. */
export const isOpen = ({ ask }: Pick<FieldMeta, 'ask'>): boolean => ask !== false;

/** How a field that is open is asked, by its label when it has no question of its own. */
export function askOf({ ask, label }: Pick<FieldMeta, 'ask' | 'label'>): Ask {
  const { question = `${label} ?`, every = EVERY } = ask === false ? {} : (ask ?? {});
  return { question, every };
}

/** The fields, of a collection or of a group, that those who know are asked, in the order of the form. */
export const openFields = (fields: Fields): [name: string, field: z.ZodType, meta: FieldMeta][] =>
  Object.entries(fields).flatMap(([name, field]): [string, z.ZodType, FieldMeta][] => {
    const meta = metaOf(field);
    return isOpen(meta) ? [[name, field, meta]] : [];
  });
