import { SiteElement } from '#components/site-element.ts';
import { dayInFrance } from '#domain/days.ts';
import { capitalised } from '#domain/french.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { sayShare } from '#cantines/confirmed/share.ts';
import { readWaiting } from '../review/waiting.ts';
import { dayLines, type DayFacts, type DayLine } from './lines.ts';
import { sayState } from './state.ts';

/** Lays what there is to do today, and says whether the last publication went well. */
class DayBoard extends SiteElement {
  connectedCallback() {
    const facts = JSON.parse(this.dataset['facts'] ?? '') as DayFacts;
    const seen = readWaiting();
    const today = dayInFrance(new Date());
    const { first, others } = dayLines(facts, today, seen && { ...seen, day: dayInFrance(new Date(seen.at)) });
    this.one('ol').replaceChildren(...first.map((line) => this.#row(line)));
    this.one('[data-hours]').textContent = typeset(`${sayShare(today, facts.hours)}.`);
    this.one('[data-none]').hidden = first.length > 0;
    this.one('[data-others]').textContent =
      others > 0 ? `Et ${count(others, 'autre chose', 'autres choses')} à faire, quand il y aura le temps.` : '';
    void this.#state();
  }

  #row({ title, why, remedy, href, gesture, page }: DayLine): Node {
    const row = document.importNode(this.one('template', HTMLTemplateElement).content, true);
    const link = row.querySelector('a');
    link?.setAttribute('href', href);
    link?.replaceChildren(typeset(title));
    row.querySelector('.why')?.replaceChildren(typeset(`${capitalised(why)}.`));
    row.querySelector('.remedy')?.replaceChildren(typeset(remedy));
    const given = row.querySelector('[data-page]');
    if (page) {
      given?.setAttribute('href', page);
      given?.setAttribute('aria-label', typeset(`La page à donner à l’équipe : ${title}`));
    } else given?.parentElement?.remove();
    const act = row.querySelector('[data-gesture]');
    if (gesture) {
      act?.setAttribute('href', `${href}?geste=${gesture.id}`);
      act?.setAttribute('aria-label', typeset(`${gesture.label} : ${title}`));
      act?.replaceChildren(typeset(gesture.label));
    } else act?.parentElement?.remove();
    return row;
  }

  async #state(): Promise<void> {
    const state: unknown = await fetch('/etat.json', { cache: 'no-cache' })
      .then((response) => response.json())
      .catch(() => undefined);
    this.one('[role="status"]').textContent = sayState(state);
  }
}

customElements.define('day-board', DayBoard);
