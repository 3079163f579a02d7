import type { Answer } from '../proposal.ts';
import type { Given } from './answers.ts';

/** A question with what was answered. */
export interface Answered {
  question: HTMLElement;
  given: Given;
}

export const pathOf = ({ dataset }: HTMLElement): string => dataset['question'] ?? '';
export const labelOf = ({ dataset }: HTMLElement): string => dataset['label'] ?? '';

const GROUPS: readonly (readonly [title: string, kinds: readonly Answer['is'][]])[] = [
  ['Vous changez', ['changed', 'added', 'other']],
  ['Vous confirmez', ['right']],
  ['Vous ne savez pas', ['unknown']],
];

/** All that was answered, to read again before it leaves. */
export function summaryOf(answered: readonly Answered[]): (Node | string)[] {
  if (answered.length === 0) return ['Vous n’avez encore rien dit\u00a0: revenez aux questions.'];
  return GROUPS.flatMap(([title, kinds]) => {
    const all = answered.filter(({ given }) => kinds.includes(given.answer.is));
    return all.length === 0 ? [] : [heading(title), list(all)];
  });
}

function heading(title: string): HTMLElement {
  const made = document.createElement('h3');
  made.textContent = title;
  return made;
}

/** What was answered, each with its way back: a line for what is said, names for what is only confirmed. */
function list(all: readonly Answered[]): HTMLElement {
  const made = document.createElement('ul');
  const areSaid = all.some(({ given }) => given.lines.length > 0);
  made.className = areSaid ? 'plain' : 'plain names';
  made.append(
    ...all.map(({ question, given }) => {
      const line = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'link';
      button.dataset['goto'] = pathOf(question);
      button.textContent = areSaid ? 'revoir' : labelOf(question);
      button.setAttribute('aria-label', `Revoir\u00a0: ${labelOf(question)}`);
      if (areSaid) line.append(`${given.lines.join('\u202f; ')} `);
      line.append(button);
      return line;
    }),
  );
  return made;
}
