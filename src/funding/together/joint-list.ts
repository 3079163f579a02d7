import { dayInFrance } from '#domain/days.ts';
import { isPast, jointRank, jointState, type JointFacts } from './state.ts';

/** Puts joint answers in the order of today: what can be joined first; what is past in a list of its own, if there is one. */
class JointList extends HTMLElement {
  connectedCallback() {
    const list = this.querySelector('ul');
    const today = dayInFrance(new Date());
    const states = [...(list?.children ?? [])].map((row) => {
      const { facts = '{}' } = row.querySelector<HTMLElement>('joint-chip')?.dataset ?? {};
      return { row, state: jointState(JSON.parse(facts) as JointFacts, today) };
    });
    states.sort((a, b) => jointRank(a.state) - jointRank(b.state));
    const past = this.querySelector<HTMLElement>('.past');
    const isLeft = ({ state }: (typeof states)[number]) => past !== null && isPast(state);
    list?.append(...states.filter((each) => !isLeft(each)).map(({ row }) => row));
    const left = states.filter(isLeft);
    past?.querySelector('ul')?.append(...left.map(({ row }) => row));
    if (past) past.hidden = left.length === 0;
    const none = this.querySelector<HTMLElement>('.none');
    if (none) none.hidden = left.length < states.length;
  }
}

customElements.define('joint-list', JointList);
