import { dayInFrance } from '#domain/days.ts';
import { jointState, sayJoint, type JointFacts } from './state.ts';

/** Says today’s state of a joint answer, over the facts that the page holds. */
class JointChip extends HTMLElement {
  connectedCallback() {
    const facts = JSON.parse(this.dataset['facts'] ?? '{}') as JointFacts;
    const { words, tone } = sayJoint(jointState(facts, dayInFrance(new Date())));
    this.textContent = words;
    if (tone) this.classList.add(tone);
  }
}

customElements.define('joint-chip', JointChip);
