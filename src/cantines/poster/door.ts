import type { Cantine } from '#schemas/cantines.ts';
import { nameSizeOf, SLIP } from './fit.ts';

/** Sizes of the name on a slip, in tenths of a millimetre: those of fit.ts up to the largest that leaves room for the question. */
export const SLIP_NAME_SIZES = [140, 120, 100, 80] as const;

/** What somebody at the door may know better than the page. */
const CHANGES: Readonly<Record<Cantine['status'], string>> = {
  open: 'Nos horaires ont changé\u202f? Notre numéro de téléphone\u202f?',
  preparing: 'Nous avons trouvé un lieu\u202f? Choisi une date\u202f?',
  paused: 'Nous avons rouvert\u202f? Déménagé\u202f?',
  closed: 'Nous avons rouvert\u202f? Déménagé\u202f?',
};

/** The words of a slip for the door, and how large its name can be, in tenths of a millimetre. */
export function doorSlipOf({ title, status }: Pick<Cantine, 'title' | 'status'>) {
  const largest = nameSizeOf(title, [], SLIP) ?? 0;
  return {
    name: title,
    nameSize: SLIP_NAME_SIZES.find((size) => size <= largest) ?? Math.min(...SLIP_NAME_SIZES),
    changes: CHANGES[status],
  };
}
