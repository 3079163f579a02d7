import { formatEuros } from '#domain/numbers.ts';

/** Euros: `de 1 000 € à 10 000 €`, `jusqu’à 5 000 €`, `dès 500 €`; undefined when nothing is known. */
export function sayAmounts({ min, max }: { min?: number | undefined; max?: number | undefined }): string | undefined {
  if (min !== undefined && max !== undefined)
    return min === max ? formatEuros(max) : `de ${formatEuros(min)} à ${formatEuros(max)}`;
  if (max !== undefined) return `jusqu’à ${formatEuros(max)}`;
  return min === undefined ? undefined : `dès ${formatEuros(min)}`;
}

/** `jusqu’à 80 % du projet`, `tout le projet`. */
export function sayShare(share: number | undefined): string | undefined {
  if (share === undefined) return undefined;
  return share === 100 ? 'tout le projet' : `jusqu’à ${share}\u00a0% du projet`;
}
