/** What people type, as the values that the board keeps. */

/**
 * An amount in euros: `1 500`, `1.500,50`, `1500.5 €`. Null when nothing is typed, undefined when it is no amount.
 * A point before three digits separates thousands, as many write it by hand. Cents are rounded.
 */
export function readEuros(text: string): number | null | undefined {
  const bare = text.replace(/[\s€]/g, '');
  if (bare === '') return null;
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(bare) ? bare.replaceAll('.', '') : bare;
  if (!/^\d{1,12}(?:[.,]\d+)?$/.test(plain)) return undefined;
  return Math.round(Number(plain.replace(',', '.')) * 100) / 100;
}

/** An amount as it is shown to be corrected: `12.5` → `12,50`. */
export const writeEuros = (value: number | undefined): string =>
  value === undefined ? '' : (Number.isInteger(value) ? String(value) : value.toFixed(2)).replace('.', ',');

/** At most three letters each, in capitals, between spaces: `ab, c.d` → `AB CD`. */
export const readInitials = (text: string): string =>
  text
    .split(/[\s,;]+/)
    .map((each) =>
      each
        .replace(/[^\p{L}]/gu, '')
        .slice(0, 3)
        .toUpperCase(),
    )
    .filter(Boolean)
    .join(' ');
