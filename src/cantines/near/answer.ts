import type { CantineRecord } from '../finder/finder.ts';
import { sayDistance } from '../finder/words.ts';
import { keepPlace, keptPlace } from './kept-place.ts';
import { nextMealNear, sayNextMeal } from './next-meal.ts';

/** Where the hours of every open cantine are. */
const HOURS_PATH = '/cantines/heures.json';

async function readCantines(): Promise<CantineRecord[]> {
  const response = await fetch(HOURS_PATH);
  if (!response.ok) throw new Error(`${HOURS_PATH}: ${response.status}`);
  return (await response.json()) as CantineRecord[];
}

function part(element: HTMLElement, selector: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`<${element.localName}> needs ${selector}`);
  return found;
}

/**
 * Writes into <next-meal-near> the next meal near the place that is kept, and the way to forget it.
 * @throws when no place is kept, nothing is open, or the network does not answer
 */
export async function sayNear(element: HTMLElement): Promise<void> {
  const kept = keptPlace();
  if (!kept) throw new Error('no place is kept');
  part(element, '.place').textContent = kept.label;
  part(element, '.change').setAttribute('href', `/cantines/?${new URLSearchParams({ lieu: kept.token }).toString()}`);
  part(element, '.forget').addEventListener('click', () => {
    keepPlace(undefined);
    delete element.dataset['kept'];
    document.querySelector<HTMLElement>('.find input')?.focus();
  });
  const now = Date.now();
  const next = nextMealNear(await readCantines(), kept.origin, now);
  if (!next) throw new Error('no cantine is open');
  const cantine = part(element, '.cantine');
  cantine.setAttribute('href', `/cantines/${next.found.record.slug}/`);
  cantine.textContent = next.found.record.title;
  // In one piece with the name: no blank comes before the comma.
  cantine.after(`, ${sayDistance(next.found)}`);
  part(element, '.meal').textContent = `${sayNextMeal(next, now)}.`;
}
