import { dayInFrance } from '#domain/days.ts';
import { jointState, type JointFacts } from './state.ts';

/** Once it is too late to join, one may still write. */
class JointJoin extends HTMLElement {
  connectedCallback() {
    const { state } = jointState(JSON.parse(this.dataset['facts'] ?? '{}') as JointFacts, dayInFrance(new Date()));
    const link = this.querySelector('a');
    if (!link || state === 'seeking') return;
    link.textContent = 'Nous joindre';
    link.classList.add('quiet');
  }
}

customElements.define('joint-join', JointJoin);
