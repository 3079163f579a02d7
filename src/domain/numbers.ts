const NBSP = '\u00a0';

// Made once: a formatter costs far more to make than to use.
const NUMBER = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const WHOLE = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });
const CENTS = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `19000` → `19 000`, `12.5` → `12,5`. */
export const formatNumber = (value: number): string => NUMBER.format(value);

/** Euros: `12.5` → `12,50 €`, `10000` → `10 000 €`. */
export const formatEuros = (value: number): string =>
  `${(Number.isInteger(value) ? WHOLE : CENTS).format(value)}${NBSP}€`;

/** `1 cantine`, `18 cantines`. */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(value)}${NBSP}${Math.abs(value) < 2 ? singular : plural}`;
}
