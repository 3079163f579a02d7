import { fold } from './fold.ts';

/**
 * A name for a file of `content/`, which becomes an address: `Épicerie d’Œuvre` → `epicerie-d-oeuvre`. Empty when the
 * text has neither letter nor digit.
 * @param length the most characters
 */
export const slugOf = (text: string, length = 200): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, length)
    .replace(/-$/, '');
