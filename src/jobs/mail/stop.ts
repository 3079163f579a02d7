import { createHmac, randomBytes } from 'node:crypto';

/** The state with the key of its codes: made once, and kept with what was sent. */
export const withStopKey = <S extends { stopKey?: string | undefined }>(state: S): S & { stopKey: string } => ({
  ...state,
  stopKey: state.stopKey ?? randomBytes(32).toString('hex'),
});

/**
 * What a recipient is known by when it asks to stop: 128 bits that nobody guesses without the key, and that say nothing
 * of the address. Another address has another one.
 */
export const stopCode = (key: string, { id, email }: { id: string; email: string }): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([id, email]))
    .digest('hex')
    .slice(0, 32);
