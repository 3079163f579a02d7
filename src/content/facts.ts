import type { z } from 'zod';
import { formatDate } from '#domain/date-words.ts';
import { formatTime, joinWords } from '#domain/french.ts';
import { formatNumber } from '#domain/numbers.ts';
import { metaOf, type FieldMeta } from '#schemas/kit/index.ts';

/** A fact of the fiche under its label; its value is undefined when nobody has said. */
interface Fact {
  label: string;
  value: string | undefined;
}

/** What a group holds beside its facts: a few sentences, a page elsewhere, and the date of all. */
const ASIDE = ['note', 'acceslibre', 'asOf'];

/** What is shown by a component of its own, never in a word. */
const SHOWN_APART: readonly FieldMeta['kind'][] = ['group', 'list', 'reference', 'image', 'file'];

/**
 * What a field of the schema says of a cantine, in a word.
 * @throws Error for a field that no word tells: a group, a list, an entry, a file.
 */
export function factOf(field: z.ZodType, value: unknown): Fact {
  const meta = metaOf(field);
  return { label: meta.label, value: value === undefined ? undefined : wordFor(meta, value) };
}

function wordFor(meta: FieldMeta, value: unknown): string | undefined {
  switch (meta.kind) {
    case 'choice': {
      const labels = [value].flat().flatMap((each) => (each === 'unknown' ? [] : (meta.options[String(each)] ?? [])));
      return labels.length > 0 ? joinWords(labels) : undefined;
    }
    case 'boolean':
      return value === true ? 'Oui' : undefined;
    case 'number':
      return formatNumber(Number(value));
    case 'date':
      return formatDate(String(value));
    case 'time':
      return formatTime(String(value));
    case 'datetime': {
      const [day = '', time = ''] = String(value).split('T');
      return `${formatDate(day)}, ${formatTime(time)}`;
    }
    case 'text':
      return String(value);
    default:
      throw new Error(`« ${meta.label} » is no fact of one word: show it in a component.`);
  }
}

/** What the fields of a group say, in the order of the schema: one that is added there shows without a line here. */
export function factsOf(group: z.ZodType, values: Readonly<Record<string, unknown>>): (Fact & { name: string })[] {
  const meta = metaOf(group);
  if (meta.kind !== 'group') throw new Error(`« ${meta.label} » is no group of facts.`);
  return Object.entries(meta.fields)
    .filter(([name, field]) => !ASIDE.includes(name) && !SHOWN_APART.includes(metaOf(field).kind))
    .map(([name, field]) => ({ name, ...factOf(field, values[name]) }));
}
