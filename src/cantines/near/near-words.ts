import type { CantineRecord } from '../finder/finder.ts';

export { sayDistance } from '../finder/words.ts';
export { nextMealNear, sayNextMeal } from './next-meal.ts';

/** Where the hours of every open cantine are. */
export const HOURS_PATH = '/cantines/heures.json';

/** @throws when the network does not answer */
export async function readCantines(): Promise<CantineRecord[]> {
  const response = await fetch(HOURS_PATH);
  if (!response.ok) throw new Error(`${HOURS_PATH}: ${response.status}`);
  return (await response.json()) as CantineRecord[];
}
