import { z } from 'zod';
import type { FieldMeta } from './meta.ts';
import { says, scalar, type FieldOptions } from './scalar.ts';

/** True when year, month and day name a day of the (Gregorian) calendar. */
export function isCalendarDate(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** YAML reads an unquoted 2026-11-20 as midnight UTC of that day: gives the day back, leaves the rest. */
export function dayOf(raw: unknown): unknown {
  if (!(raw instanceof Date) || Number.isNaN(raw.getTime())) return raw;
  const iso = raw.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}

/** A day, read as `YYYY-MM-DD` (ISO 8601 calendar date). */
export function date<const O extends FieldOptions>(options: O) {
  const { label, hint } = options;
  const expected = 'une date : année-mois-jour, par exemple 2026-11-20';
  const remedy = `Écrivez la date sous la forme année-mois-jour, par exemple 2026-11-20, et vérifiez que ce jour existe.`;
  return scalar<string, O>(
    options,
    { kind: 'date', label, hint, required: options.required ?? false, expected },
    z.string({ error: says(label, remedy) }).refine(isCalendarDate, { error: remedy }),
    dayOf,
  );
}

const PARTIAL_DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** True for a field of `partialDate`: a text by its kind, to be said as a date. */
export const isPartialDate = (meta: FieldMeta): boolean => meta.kind === 'text' && meta.pattern === PARTIAL_DATE;

/** A year, a month or a day: `2016`, `2024-05` or `2024-05-12`, as precise as the fact is known. */
export function partialDate<const O extends FieldOptions>(options: O) {
  const { label, hint } = options;
  const expected = 'une année, un mois ou un jour : 2016, 2024-05 ou 2024-05-12';
  const remedy = `Écrivez ce que l’on sait de la date : 2016, 2024-05 ou 2024-05-12.`;
  return scalar<string, O>(
    options,
    {
      kind: 'text',
      shape: 'line',
      label,
      hint,
      required: options.required ?? false,
      expected,
      remedy,
      pattern: PARTIAL_DATE,
      maxLength: 'AAAA-MM-JJ'.length,
      examples: ['2016', '2024-05', '2024-05-12'],
    },
    z
      .string({ error: says(label, remedy) })
      .regex(PARTIAL_DATE, { error: remedy })
      .refine((value) => value.length < 10 || isCalendarDate(value), { error: remedy }),
    (raw) => (typeof raw === 'number' ? String(raw) : dayOf(raw)),
  );
}

/** A time of the day, read as `HH:mm`. */
export function time<const O extends FieldOptions>(options: O) {
  const { label, hint } = options;
  const remedy = `Écrivez l’heure sous la forme 09:30 ou 19:00.`;
  return scalar<string, O>(
    options,
    { kind: 'time', label, hint, required: options.required ?? false, expected: 'une heure, par exemple 12:30' },
    z.string({ error: says(label, remedy) }).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: remedy }),
    (raw) => {
      if (typeof raw !== 'string') return raw;
      const parts = /^(\d{1,2})\s?[:hH]\s?(\d{2})$/.exec(raw);
      return parts ? `${parts[1]?.padStart(2, '0')}:${parts[2]}` : raw;
    },
  );
}

/** A day and a wall time, read as `YYYY-MM-DDTHH:mm`; the entry says its time zone in another field. */
export function dateTime<const O extends FieldOptions>(options: O) {
  const { label, hint } = options;
  const remedy = `Écrivez le jour puis l’heure sur place, sans secondes ni fuseau, par exemple 2027-01-12T18:30.`;
  return scalar<string, O>(
    options,
    {
      kind: 'datetime',
      label,
      hint,
      required: options.required ?? false,
      expected: 'un jour et une heure, par exemple 2027-01-12T18:30',
    },
    z
      .string({ error: says(label, remedy) })
      .regex(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/, { error: remedy })
      .refine((value) => isCalendarDate(value.slice(0, 10)), { error: remedy }),
    (raw) => (typeof raw === 'string' ? raw.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d{2}:)/, '$1T') : raw),
  );
}
