import { itemsOf } from '../inputs/read.ts';

/** Takes what is over out of a question: its lines and its items; a question that knows nothing else knows nothing. */
export function forgetPast(question: HTMLElement, today: string): void {
  const lines = [...question.querySelectorAll<HTMLElement>('.known [data-to]')];
  for (const line of lines) if ((line.dataset['to'] ?? '') < today) line.remove();
  if (lines.length > 0 && !question.querySelector('.known [data-to]')) {
    question.dataset['known'] = 'false';
    question.querySelector('.known')?.remove();
  }
  for (const item of itemsOf(question)) {
    const last = item.querySelector<HTMLInputElement>('[data-part="to"] input')?.value ?? '';
    if (last !== '' && last < today) item.remove();
  }
}
