import { SHARES, type ShareOf } from '#schemas/actions.ts';
import { formatEuros } from '#domain/numbers.ts';

/** Euros: `de 1 000 € à 10 000 €`, `jusqu’à 5 000 €`, `dès 500 €`; undefined when nothing is known. */
export function sayAmounts({ min, max }: { min?: number | undefined; max?: number | undefined }): string | undefined {
  if (min !== undefined && max !== undefined)
    return min === max ? formatEuros(max) : `de ${formatEuros(min)} à ${formatEuros(max)}`;
  if (max !== undefined) return `jusqu’à ${formatEuros(max)}`;
  return min === undefined ? undefined : `dès ${formatEuros(min)}`;
}

/** `jusqu’à 80 % du projet`, `tout le projet`, `jusqu’à 65 % du prêt bancaire, en garantie`: a share says of what. */
export function sayShare(share: number | undefined, of: ShareOf = 'project'): string | undefined {
  if (share === undefined) return undefined;
  return share === 100 && of === 'project' ? 'tout le projet' : `jusqu’à ${share}\u00a0% ${SHARES[of]}`;
}

/** Whether a share is of what the project costs, and so of what is left to find elsewhere. */
export const isOfProject = (of: ShareOf | undefined): boolean => of !== 'loan' && of !== 'wage';
