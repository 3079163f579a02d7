import { createHmac, randomBytes } from 'node:crypto';
import type { AlertState } from './memory.ts';
import type { Recipient } from './plan.ts';

/** The state with the key of its codes: made once, and kept with what was sent. */
export const withStopKey = (state: AlertState): AlertState & { stopKey: string } => ({
  ...state,
  stopKey: state.stopKey ?? randomBytes(32).toString('hex'),
});

/**
 * What a recipient is known by when it asks to stop: 128 bits that nobody guesses without the key, and that say nothing
 * of the address. Another address has another one.
 */
export const stopCode = (key: string, { id, email }: Pick<Recipient, 'id' | 'email'>): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([id, email]))
    .digest('hex')
    .slice(0, 32);
