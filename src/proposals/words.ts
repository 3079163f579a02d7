import type { z } from 'zod';
import { factOf } from '#content/facts.ts';
import { formatDate, formatPeriod, formatWhen } from '#domain/date-words.ts';
import { capitalised, formatTime, uncapitalised } from '#domain/french.ts';
import type { Timetable } from '#domain/opening.ts';
import { joinServices, weekInWords } from '#domain/week.ts';
import { isPartialDate, metaOf, openFields, type FieldMeta } from '#schemas/kit/index.ts';
import { isStated } from './open.ts';

/** A line of what an entry says of a fact; a fact of one value has no name beside its own. */
export interface FactLine {
  label?: string;
  text: string;
}

/** What an entry says of a field, in words, a line for each thing; none when it says nothing. */
export function linesOf(schema: z.ZodType, value: unknown): FactLine[] {
  const meta = metaOf(schema);
  if (!isStated(value)) return [];
  if (meta.kind === 'group') {
    const parts = openFields(meta.fields);
    return parts.flatMap(([name, part, { label }]) =>
      linesOf(part, (value as Readonly<Record<string, unknown>>)[name]).map((line) =>
        parts.length === 1 || metaOf(part).kind === 'list' ? line : { label, ...line },
      ),
    );
  }
  if (meta.kind === 'list') return listLines(meta, value as readonly unknown[]);
  const { value: text } = factOf(schema, value);
  return text === undefined ? [] : [{ text: isPartialDate(meta) ? formatDate(text) : text }];
}

function listLines(meta: Extract<FieldMeta, { kind: 'list' }>, items: readonly unknown[]): FactLine[] {
  if (meta.picker === 'week') {
    return weekInWords(items as Timetable['slots']).map(({ days, services }) => ({
      text: `${days}, ${joinServices(services)}`,
    }));
  }
  return items.map((item) => ({ text: itemInWords(meta.item, item) }));
}

/** The values of an item, one after the other: its days and its hours as one says them. */
function itemInWords(schema: z.ZodType, item: unknown): string {
  const meta = metaOf(schema);
  if (meta.kind !== 'group') return factOf(schema, item).value ?? '';
  const { from, to, opens, closes, opensOn, closesOn, ...others } = item as Readonly<
    Record<string, string | undefined>
  >;
  const days =
    from === undefined ? formatPeriod(opensOn, closesOn) : from === to ? formatWhen(from) : formatPeriod(from, to);
  const hours =
    opens === undefined
      ? ''
      : closes === undefined
        ? `à ${formatTime(opens)}`
        : `de ${formatTime(opens)} à ${formatTime(closes)}`;
  const words = openFields(meta.fields).flatMap(([name, part]) => {
    const value = others[name];
    return value === undefined ? [] : (factOf(part, value).value ?? []);
  });
  const [first, ...rest] = [days, ...words.slice(0, 1).map(uncapitalised), hours, ...words.slice(1)].filter(Boolean);
  return capitalised([first, ...rest].join(', '));
}
