import { ITERATIONS, keyOf, newSalt, type TeamKey } from './seal.ts';

/** What a browser keeps to open the files of its team without asking for the passphrase again. */
export interface Kept {
  /** The passphrase as the browser keeps it: it derives keys, and cannot be read. */
  phrase?: CryptoKey;
  /** What an earlier version of this page kept in its place: keys, each for one salt. */
  keys?: readonly TeamKey[];
}

/**
 * The key for a salt, or the one that seals what is written here when no salt is given; undefined when nothing that is
 * kept could derive it.
 */
export type Keyring = (salt?: string, iterations?: number) => Promise<TeamKey | undefined>;

/** Opens whatever salt the passphrase sealed; each key takes half a second, and is derived once. */
export function keyring({ phrase, keys = [] }: Kept): Keyring {
  const nameOf = (salt: string, iterations: number) => `${salt}.${String(iterations)}`;
  const known = new Map(keys.map((key) => [nameOf(key.salt, key.iterations), Promise.resolve(key)]));
  const ours = keys[0]?.salt ?? newSalt();
  return (salt = ours, iterations = ITERATIONS) => {
    const name = nameOf(salt, iterations);
    const key = known.get(name) ?? (phrase && keyOf(phrase, salt, iterations));
    if (key) known.set(name, key);
    return key ?? Promise.resolve(undefined);
  };
}
