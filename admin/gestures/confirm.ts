import type { Gesture } from './gesture.ts';

/** Somebody read the whole entry again, and what it says is so. */
export const CONFIRM: Gesture = {
  id: 'verifie',
  label: 'Vérifié aujourd’hui',
  many: true,
  fits: ({ verifiedOn }, today) => verifiedOn !== today,
  asks: () => [],
  made: (answers, _given, today) => ({ ...answers, verifiedOn: today }),
  told: () => 'vérifiée aujourd’hui',
};
