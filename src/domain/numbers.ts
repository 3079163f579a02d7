const NBSP = '\u00a0';

/** `19000` → `19 000`, `12.5` → `12,5`. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 }).format(value);
}

/** Euros: `12.5` → `12,50 €`, `10000` → `10 000 €`. */
export function formatEuros(value: number): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  return (
    new Intl.NumberFormat('fr-FR', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value) +
    `${NBSP}€`
  );
}

/** `1 cantine`, `18 cantines`. */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(value)}${NBSP}${Math.abs(value) < 2 ? singular : plural}`;
}
