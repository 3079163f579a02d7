import {
  answersOf,
  countYes,
  find,
  isNear,
  CANTINE_QUESTION_NAMES,
  isAboutWhen,
  mealOf,
  type Asking,
  type Certainties,
  type CantineRecord,
  type FoundCantine,
  type Question,
  type When,
} from './finder.ts';
import { readSearch, writeSearch, writeWhen } from './search.ts';
import { WhenChoice } from './when-choice.ts';
import { sayMeal } from '../hours/meal-words.ts';
import type { Moment } from '../hours/moments.ts';
import { SiteElement } from '#components/site-element.ts';
import { keepInAddress } from '#lists/address-bar.ts';
import { dayInFrance } from '#domain/days.ts';
import { dayIn } from '#domain/zones.ts';
import type { Timetable } from '#domain/opening.ts';
// Defines <cantine-map> before this element asks anything of it.
import '../map/cantine-map.ts';
import type { CantineMap } from '../map/cantine-map.ts';
import type { PlaceChange, PlaceField } from '#places/place-field.ts';
import { isArea, sayChoice } from '#places/area.ts';
import { isInside, originOf } from './nearness.ts';
import { KeepButton } from '../near/keep-button.ts';
import { placeToKeep } from '../near/kept-place.ts';
import { sayAnswer, sayDistance } from './words.ts';

/** How many cards are laid at a time: the rest waits for « Voir plus ». */
const PAGE = 24;

/** The answers change with the clock: they are asked again when they are older than this. */
const MINUTE = 60_000;

/** What the page writes of a cantine; its timetable is already on its card. */
export type ListedCantine = Omit<CantineRecord, 'timetable'>;

/** What may be asked together; of the others, about when, one is asked at a time. */
const BOXES = CANTINE_QUESTION_NAMES.filter((name) => !isAboutWhen(name));

const NO_HOURS: Timetable = {
  timezone: 'Europe/Paris',
  slots: [],
  exceptions: [],
  publicHolidays: 'unknown',
  holidayZone: 'metropole',
};

/** A cantine whose timetable is read from its card, the first time a question needs it. */
function withTimetable(listed: ListedCantine, card: Element | undefined): CantineRecord {
  let timetable: Timetable | undefined;
  return {
    ...listed,
    get timetable() {
      const json = card?.querySelector<HTMLElement>('[data-timetable]')?.dataset['timetable'];
      return (timetable ??= json ? (JSON.parse(json) as Timetable) : NO_HOURS);
    },
  };
}

/** Safari has no idle callback. */
const whenIdle: (work: () => void) => void = 'requestIdleCallback' in window ? requestIdleCallback : setTimeout;

type ChosenPlace = NonNullable<PlaceChange>;

const sayOrigin = (place: ChosenPlace): string =>
  'code' in place || isArea(place) ? sayChoice(place) : 'votre position';

const MIDDLES: Readonly<Record<string, string>> = {
  departement: 'le milieu de ce département',
  region: 'le milieu de cette région',
};

/** Turns the complete list of the page into answers: by distance, by questions, kept in the address. */
class CantineFinder extends SiteElement {
  #records: CantineRecord[] = [];
  #answers = new Map<CantineRecord, Certainties>();
  #answeredAt = 0;
  /** The moment that the answers are for. */
  #answeredFor = '';
  readonly #when: WhenChoice;
  readonly #keep: KeepButton;
  #place: ChosenPlace | undefined;
  /** Whether the address names a place, found or not. */
  #named = false;
  /** Whether that place is being looked up. */
  #awaited = false;
  #shown = PAGE;
  #cards = new Map<string, HTMLElement>();
  // Looked up once: to look for what may stand behind the list is to walk through thousands of cards.
  #boxes: readonly HTMLInputElement[] = [];
  #map: CantineMap | null = null;
  /** The cards of an answer, and what keeps their places in the list. */
  #away = new Map<HTMLElement, Comment>();

  constructor() {
    super();
    this.#when = new WhenChoice(this.one('.when select', HTMLSelectElement));
    this.#keep = new KeepButton(this.one('.keep'));
  }

  connectedCallback() {
    for (const card of this.querySelectorAll<HTMLElement>('.all li[id]')) this.#cards.set(card.id, card);
    this.#boxes = [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
    this.#map = this.querySelector<CantineMap>('cantine-map');
    const listed = JSON.parse(this.one(':scope > script[type="application/json"]').textContent) as ListedCantine[];
    this.#records = listed.map((each) => withTimetable(each, this.#cards.get(each.slug)));
    this.listen(this, 'place-change', ({ detail }) => this.#onPlace(detail));
    this.listen(this, 'change', () => this.#asked());
    this.listen(this.one('.reset'), 'click', () => this.#reset());
    this.listen(this.one('.more'), 'click', () => this.#more());
    this.listen(this, 'cantine-focus', ({ detail: { slug } }) => this.#onPin(slug));
    this.listen(window, 'popstate', () => void this.#restore());
    void this.#restore();
  }

  /** Reads the address bar: what it does not understand is ignored. */
  async #restore() {
    const search = readSearch(new URLSearchParams(location.search), dayInFrance(new Date()));
    for (const box of this.#boxes) box.checked = search.questions.includes(box.name as Question);
    this.#when.offer(search.when);
    this.#shown = PAGE;
    this.#place = undefined;
    this.#named = this.#awaited = search.place !== undefined;
    this.#update();
    await customElements.whenDefined('place-field');
    const field = this.querySelector<PlaceField>('place-field');
    if (!field) return;
    field.landmarks = this.#records;
    await field.restore(search.place ?? '');
    // Still awaited: no place was chosen, whether none is known by that name or several are offered.
    if (!this.#awaited) return;
    this.#awaited = false;
    this.#update();
  }

  #onPlace(place: PlaceChange) {
    this.#place = place ?? undefined;
    this.#named = this.#awaited = false;
    // Read before the update, which folds the top of the page on a phone.
    const byHand = this.one('place-field').contains(document.activeElement);
    this.#asked();
    if (place && byHand) this.#goToAnswer();
  }

  /** Whoever chose a place reads the answer: the keyboard of a phone goes, the answer is in sight, and focused. */
  #goToAnswer() {
    this.one('.sum').focus({ preventScroll: true });
    this.one('.asked').scrollIntoView({ block: 'nearest' });
  }

  #asked() {
    this.#shown = PAGE;
    const place = this.#place && this.querySelector<PlaceField>('place-field')?.value;
    keepInAddress(writeSearch({ place: place ?? undefined, when: this.#when.chosen, questions: this.#ticked }));
    this.#update();
  }

  get #ticked(): Question[] {
    return BOXES.filter((name) => this.#boxes.some((box) => box.checked && box.name === name));
  }

  #reset() {
    for (const box of this.#boxes) box.checked = false;
    this.#when.offer(undefined);
    this.#place = undefined;
    this.#named = this.#awaited = false;
    void this.querySelector<PlaceField>('place-field')?.restore('');
    this.#asked();
    this.#boxes[0]?.focus();
  }

  #more() {
    const before = this.#shown;
    this.#shown += PAGE;
    this.#update();
    this.querySelector<HTMLElement>(`.answer li:nth-child(${before + 1}) a`)?.focus();
  }

  #onPin(slug: string | undefined) {
    for (const card of this.#cards.values()) card.classList.toggle('pinned', card.id === slug);
  }

  /** Asks of every cantine, at most once a minute, what may be asked together, and when one would come. */
  #ask(now: number, when: When | undefined) {
    const asked = when === undefined ? '' : writeWhen(when);
    if (now - this.#answeredAt < MINUTE && asked === this.#answeredFor) return;
    const [names, moment] = typeof when === 'string' ? [[...BOXES, when]] : [BOXES, when];
    this.#answers = new Map(this.#records.map((record) => [record, answersOf(record, now, names, moment)]));
    this.#answeredAt = now;
    this.#answeredFor = asked;
  }

  #update() {
    this.#when.refresh();
    const [questions, when] = [this.#ticked, this.#when.chosen];
    const asked: Asking[] = when ? [...questions, typeof when === 'string' ? when : 'quand'] : questions;
    const origin = this.#place && originOf(this.#place);
    const records = this.#records.filter(
      ({ slug, status }) => status === 'open' || status === 'preparing' || slug === origin?.slug,
    );
    const open = records.filter(({ status }) => status === 'open');
    const searching = this.#place !== undefined || asked.length > 0;
    this.#sendHome();
    this.#keep.show(origin && placeToKeep(this.querySelector<PlaceField>('place-field'), origin));
    this.toggleAttribute('data-placed', this.#place !== undefined || this.#named);
    this.toggleAttribute('data-awaited', this.#awaited);
    this.one('.all').toggleAttribute('data-aside', searching || this.#awaited);
    this.one('.answer').hidden = !searching || this.#awaited;
    this.one('.reset').hidden = this.one('.to-map').hidden = !searching;
    if (asked.length > 0) this.#ask(Date.now(), when);
    // Near a place, each card tells whether one eats there then: the nearest stays first, whatever it answers.
    const filters = origin && typeof when === 'object' ? questions : asked;
    const finding = find(records, this.#answers, { origin, questions: filters });
    this.one('.sum').textContent = searching ? this.#answer(finding, filters, when) : '';
    // The map and the counts can wait for the answer to be on screen.
    whenIdle(() => {
      const found = [...finding.shown, ...finding.maybe].map(({ record }) => record);
      this.#map?.show((searching ? found : records).map(({ slug }) => slug));
      this.#map?.setOrigin(this.#place ?? null);
      this.#count(open, filters, when);
    });
  }

  /** Puts the cards of the last answer back at their places in the list. */
  #sendHome() {
    for (const [card, place] of this.#away) {
      for (const line of card.querySelectorAll('[data-distance], [data-meal]')) line.setAttribute('hidden', '');
      place.replaceWith(card);
    }
    this.#away.clear();
  }

  #count(records: readonly CantineRecord[], questions: readonly Asking[], when: When | undefined) {
    this.#ask(Date.now(), when);
    const counts = countYes(records, this.#answers, questions);
    for (const { name } of this.#boxes)
      this.one(`[data-count="${name}"]`).textContent = String(counts[name as Question]);
  }

  /** Lays the cards of an answer; what sums it up. */
  #answer(
    { yes, shown, likely, maybe, nearest }: ReturnType<typeof find>,
    questions: readonly Asking[],
    when: When | undefined,
  ): string {
    const empty = yes.length === 0 && maybe.length === 0;
    const place = this.#place && sayOrigin(this.#place);
    const from = this.#place && isArea(this.#place) ? MIDDLES[this.#place.kind] : undefined;
    const sum = empty
      ? 'Aucune cantine ne répond à toutes ces questions.'
      : sayAnswer({ yes: shown, maybe: maybe.length, likely, place, from, asked: questions.length > 0 });
    this.#lay('.found', empty ? [] : shown, when);
    this.#lay('.maybe', maybe, when);
    this.#lay('.nearest', empty ? nearest : [], when);
    const closest = yes.find(({ record }) => record.status === 'open') ?? nearest[0];
    this.one('.invite').hidden = !empty && (closest?.km === undefined || isNear(closest));
    const left = Math.max(shown.length, maybe.length) - this.#shown;
    const more = this.one('.more');
    more.hidden = left <= 0;
    more.textContent = `Voir ${Math.min(left, PAGE)} cantine${left > 1 ? 's' : ''} de plus`;
    const meals = place && typeof when === 'object' && this.#sayMeals(yes, when);
    return meals ? `${sum} ${meals}` : sum;
  }

  /** Whether one eats at the nearest cantine at a moment, and if not, where one does. */
  #sayMeals(found: readonly FoundCantine[], moment: Moment): string {
    const open = found.filter(({ record }) => record.status === 'open');
    const [nearest] = open;
    if (!nearest) return '';
    const mealAt = ({ record }: FoundCantine) => mealOf(record, moment, Date.now());
    const eats = (each: FoundCantine) => mealAt(each).answer.answer === 'yes';
    const other = eats(nearest) ? undefined : open.find(eats);
    const doubt = other && !mealAt(other).sure ? ', à confirmer' : '';
    const table = other ? ` À table\u00a0: ${other.record.title}, ${sayDistance(other)}${doubt}.` : '';
    const told = this.#mealAt(nearest.record, moment);
    // Where the sentence before speaks of another one.
    const isNamed = nearest.shared === 'self' || isInside(nearest);
    const name = isNamed ? `${nearest.record.title}, ` : '';
    return `${name + (name ? told.charAt(0).toLowerCase() + told.slice(1) : told)}.${table}`;
  }

  #mealAt(record: CantineRecord, moment: Moment): string {
    const now = Date.now();
    const { answer, sure } = mealOf(record, moment, now);
    const today = dayIn(record.timetable.timezone, now);
    return sayMeal(answer, moment, { today, asOf: sure ? undefined : (record.asOf.hours ?? null) });
  }

  #lay(selector: string, found: readonly FoundCantine[], when: When | undefined) {
    const section = this.one(selector);
    section.hidden = found.length === 0;
    section.querySelector('ol')?.replaceChildren(
      ...found.slice(0, this.#shown).flatMap((each) => {
        // Moved, not copied: the pattern of a cloth is found by its identifier, and not in a hidden list.
        const card = this.#cards.get(each.record.slug);
        const distance = card?.querySelector<HTMLElement>('[data-distance]');
        if (!card) return [];
        const place = document.createComment('');
        card.replaceWith(place);
        this.#away.set(card, place);
        if (distance && this.#place) {
          distance.textContent = sayDistance(each);
          distance.hidden = false;
        }
        const meal = card.querySelector<HTMLElement>('[data-meal]');
        if (meal && each.record.status === 'open' && typeof when === 'object') {
          meal.textContent = this.#mealAt(each.record, when);
          meal.hidden = false;
        }
        return card;
      }),
    );
  }
}

customElements.define('cantine-finder', CantineFinder);
