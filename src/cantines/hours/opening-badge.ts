import { dayInFrance, isFresh } from '#domain/days.ts';
import { isAnnounced, openingAt, type Timetable } from '#domain/opening.ts';
import { sayOpening } from './opening-words.ts';

const inView = new Set<OpeningBadge>();
// Thousands of badges of a list cost nothing until it comes near, then until they are seen: every frame asks after each
// one that is watched. One that leaves the page is told as out of view.
const eye = new IntersectionObserver(
  (changes) => {
    for (const { target, isIntersecting } of changes) {
      if (!(target instanceof OpeningBadge)) {
        for (const badge of target.querySelectorAll('opening-badge'))
          eye[isIntersecting ? 'observe' : 'unobserve'](badge);
      } else if (isIntersecting) {
        inView.add(target);
        target.show();
      } else inView.delete(target);
    }
  },
  { rootMargin: '300px' },
);

/** Says whether a cantine is open, while it is in view. */
class OpeningBadge extends HTMLElement {
  /** What the page says of the week. */
  readonly #usual = this.textContent.trim();

  connectedCallback() {
    eye.observe(this);
    const list = this.closest('.grid');
    if (list) eye.observe(list);
  }

  show() {
    const now = Date.now();
    const { timetable: json = '', asOf } = this.dataset;
    const timetable = JSON.parse(json) as Timetable;
    const today = dayInFrance(new Date(now));
    const opening = openingAt(timetable, now);
    const { words, tone, title } = sayOpening(opening, {
      now,
      timezone: timetable.timezone,
      usual: this.#usual,
      confirmed: isFresh(asOf, today) || isAnnounced(opening, timetable, now),
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
