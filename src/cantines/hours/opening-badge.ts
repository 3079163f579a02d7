import { dayInFrance, isFresh } from '#domain/days.ts';
import { openingAt, type Timetable } from '#domain/opening.ts';
import { sayOpening } from './opening-words.ts';

const inView = new Set<OpeningBadge>();
// Thousands of badges of a list cost nothing until they are seen. One that leaves the page is told as out of view.
const eye = new IntersectionObserver(
  (changes) => {
    for (const { target: badge, isIntersecting } of changes) {
      if (!(badge instanceof OpeningBadge)) continue;
      if (isIntersecting) {
        inView.add(badge);
        badge.show();
      } else inView.delete(badge);
    }
  },
  { rootMargin: '300px' },
);
/** The lists around which badges are watched one by one: every frame asks after each of these. */
const near = new WeakSet<Element>();
const lists = new IntersectionObserver(
  (changes) => {
    for (const { target: list, isIntersecting } of changes) {
      near[isIntersecting ? 'add' : 'delete'](list);
      for (const badge of list.querySelectorAll<OpeningBadge>('opening-badge')) {
        if (isIntersecting) eye.observe(badge);
        else {
          eye.unobserve(badge);
          inView.delete(badge);
        }
      }
    }
  },
  { rootMargin: '300px' },
);

/** Says whether a cantine is open, while it is in view. */
class OpeningBadge extends HTMLElement {
  /** What the page says of the week. */
  readonly #usual = this.textContent.trim();

  connectedCallback() {
    const list = this.closest('ul, ol');
    if (list && !near.has(list)) lists.observe(list);
    else eye.observe(this);
  }

  show() {
    const now = Date.now();
    const { timetable: json = '', asOf } = this.dataset;
    const timetable = JSON.parse(json) as Timetable;
    const today = dayInFrance(new Date(now));
    const { words, tone, title } = sayOpening(openingAt(timetable, now), {
      now,
      timezone: timetable.timezone,
      usual: this.#usual,
      confirmed: isFresh(asOf, today),
    });
    if (this.textContent !== words) this.textContent = words;
    this.className = `chip ${tone ?? ''}`;
    this.title = title ?? '';
  }
}

const showAll = () => {
  if (!document.hidden) for (const badge of inView) badge.show();
};
setInterval(showAll, 60_000);
document.addEventListener('visibilitychange', showAll);

customElements.define('opening-badge', OpeningBadge);
