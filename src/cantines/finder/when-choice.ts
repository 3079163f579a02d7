import { momentsFrom, sayMoment } from '../hours/moments.ts';
import type { When } from './finder.ts';
import { readWhen, writeWhen } from './search.ts';
import { dayInFrance } from '#domain/days.ts';
import { timeIn } from '#domain/zones.ts';

/** « Quand ? »: one choice among the meals of the week to come, which change with the hour. */
export class WhenChoice {
  readonly #select: HTMLSelectElement;
  /** The day and hour of the moments that are offered. */
  #offeredAt = '';

  constructor(select: HTMLSelectElement) {
    this.#select = select;
  }

  /** When one would come; undefined for whenever. */
  get chosen(): When | undefined {
    return readWhen(this.#select.value, dayInFrance(new Date()));
  }

  /** Offers what one may ask for at this hour, with what is chosen. */
  offer(chosen: When | undefined): void {
    const now = new Date();
    const [today, time] = [dayInFrance(now), timeIn('Europe/Paris', now)];
    this.#offeredAt = today + time.slice(0, 2);
    const asked = chosen === undefined ? '' : writeWhen(chosen);
    const moments = momentsFrom(today, time).map((moment) => [writeWhen(moment), sayMoment(moment, today)] as const);
    const choices = [['maintenant', 'Maintenant'] as const, ...moments, ['week-end', 'Ce week-end'] as const];
    if (typeof chosen === 'object' && choices.every(([value]) => value !== asked)) {
      choices.push([asked, sayMoment(chosen, today)]);
    }
    const [any] = this.#select.options;
    if (any) this.#select.replaceChildren(any, ...choices.map(([value, words]) => new Option(words, value)));
    this.#select.value = asked;
  }

  /** Offers again once the hour has turned. */
  refresh(): void {
    const now = new Date();
    if (dayInFrance(now) + timeIn('Europe/Paris', now).slice(0, 2) !== this.#offeredAt) this.offer(this.chosen);
  }
}
