import { z } from 'zod';
import { says, scalar, type FieldOptions, type NamedOptions } from './scalar.ts';

interface NumberOptions extends FieldOptions {
  min?: number;
  max?: number;
  default?: number;
}

/** Nothing that people count is further from zero, on either side; what is written with more digits is a slip. */
const FURTHEST = 1e12;

function numberField<O extends NumberOptions>(options: O, integer: boolean) {
  const { label, hint, min, max } = options;
  const range =
    min !== undefined && max !== undefined
      ? ` entre ${min} et ${max}`
      : min !== undefined
        ? ` d’au moins ${min}`
        : max !== undefined
          ? ` d’au plus ${max}`
          : '';
  const expected = `un nombre${integer ? ' entier' : ''}${range}`;
  const error = says(label, `Écrivez ${expected} dans « ${label} », sans unité ni espace.`);
  let value = z.number({ error });
  if (integer) value = value.int({ error });
  const tooFar = `Écrivez un nombre plus petit dans « ${label} » : au plus douze zéros.`;
  value = min === undefined ? value.min(-FURTHEST, { error: tooFar }) : value.min(min, { error });
  value = max === undefined ? value.max(FURTHEST, { error: tooFar }) : value.max(max, { error });
  return scalar<number, O>(
    options,
    {
      kind: 'number',
      label,
      hint,
      required: options.required ?? false,
      expected,
      integer,
      min,
      max,
      default: options.default,
    },
    value,
    (raw) => (typeof raw === 'string' && /^-?\d+(?:[.,]\d+)?$/.test(raw) ? Number(raw.replace(',', '.')) : raw),
  );
}

/** A whole number. */
export const integer = <const O extends NumberOptions>(options: O) => numberField(options, true);

/** A number; a decimal comma is read as a point. */
export const decimal = <const O extends NumberOptions>(options: O) => numberField(options, false);

/** A tick box, off unless ticked: it has no column, for a box that nobody ticked says nothing. */
export function tickBox(options: NamedOptions) {
  const { label, hint } = options;
  const words: Record<string, boolean> = { true: true, oui: true, false: false, non: false };
  return scalar<boolean, FieldOptions & { default: boolean }>(
    { ...options, default: false },
    { kind: 'boolean', label, hint, required: false, expected: 'true ou false', default: false },
    z.boolean({ error: says(label, `Écrivez true (oui) ou false (non) dans « ${label} ».`) }),
    (raw) => (typeof raw === 'string' ? (words[raw.toLowerCase()] ?? raw) : raw),
  );
}
