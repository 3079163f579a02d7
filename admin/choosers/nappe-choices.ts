import { contrast } from '#domain/contrast.ts';
import { DYED_APART, NAPPE_PATTERNS, type Nappe, type NappePattern } from '#domain/nappe.ts';
import { formatNumber } from '#domain/numbers.ts';

/** The dyes of the house, by their names. */
const NAMES: Readonly<Record<string, string>> = {
  '#c8402a': 'Tomate',
  '#1f5f8b': 'Bleu',
  '#2f6b3a': 'Vert',
  '#a8680a': 'Ocre',
  '#8c2f5e': 'Prune',
  '#1d6f72': 'Canard',
  '#b0492f': 'Brique',
  '#4a4a9c': 'Lavande',
  '#7a3b1e': 'Châtaigne',
  '#59701c': 'Olive',
  '#a3324a': 'Framboise',
  '#2c4f6e': 'Ardoise',
};

export const nameOfDye = (colour: string): string => NAMES[colour] ?? colour;

/** What an entry chose of its cloth; what is no pattern or no colour is left out. */
export function chosenIn(group: unknown): Partial<Nappe> {
  const { pattern, colour, ground } = Object(group ?? {}) as Partial<Record<keyof Nappe, unknown>>;
  const isPattern = typeof pattern === 'string' && Object.hasOwn(NAPPE_PATTERNS, pattern);
  return {
    ...(isPattern && { pattern: pattern as NappePattern }),
    ...(isColour(colour) && { colour }),
    ...(isColour(ground) && { ground }),
  };
}

const isColour = (value: unknown): value is string => typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);

/** What to do about two colours that are too near, as the dyes of the house never are; undefined when they are not. */
export function tooNear({ colour, ground }: Pick<Nappe, 'colour' | 'ground'>): string | undefined {
  const apart = contrast(colour, ground);
  if (apart >= DYED_APART) return undefined;
  // Never told as the limit that it does not reach.
  const told = formatNumber(Math.floor(apart * 10) / 10);
  return `Le motif se voit mal sur ce fond (contraste de ${told} pour 1, il en faut ${DYED_APART}) : choisissez l’une des deux couleurs plus foncée, ou l’autre plus claire.`;
}
