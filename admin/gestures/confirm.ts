import type { Gesture } from './gesture.ts';
import { CONFIRM_NAME } from './names.ts';

/** Somebody read the whole entry again, and what it says is so. */
export const CONFIRM: Gesture = {
  ...CONFIRM_NAME,
  many: true,
  fits: ({ verifiedOn }, today) => verifiedOn !== today,
  asks: () => [],
  made: (answers, _given, today) => ({ ...answers, verifiedOn: today }),
  told: () => 'vérifiée aujourd’hui',
};
