import { controlsOf, itemsOf, partsIn } from './read.ts';

/** What the inputs of a question say, in the words of the page: their labels, what was chosen, what was typed. */

/** A time as one writes it, `9 h 30`; a day as one reads it, `24/12/2026`. */
const shown = (control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): string => {
  const { value, type } = control;
  if (control instanceof HTMLSelectElement) return value === '' ? '' : (control.selectedOptions[0]?.text ?? value);
  if (type === 'time')
    return value
      .replace(':', '\u00a0h\u00a0')
      .replace(/\u00a000$/, '')
      .replace(/^0/, '');
  if (type === 'date') return value.split('-').reverse().join('/');
  if (type === 'datetime-local') return value.replace(/^(\d+)-(\d+)-(\d+)T(.*)$/, '$3/$2/$1 à $4');
  return value.trim();
};

const labelIn = (part: Element): string =>
  [...part.querySelectorAll('legend, label, summary')]
    .find((each) => each.closest('[data-part]') === part)
    ?.textContent.trim() ?? '';

const wordsBeside = (control: Element): string => control.closest('label')?.textContent.trim() ?? '';

const ticked = (element: ParentNode): HTMLInputElement[] =>
  controlsOf(element).filter((control): control is HTMLInputElement => 'checked' in control && control.checked);

/** The lines of a part: `Places à table : 24`. */
export function linesOf(part: HTMLElement): string[] {
  const of = (text: string) => [`${labelIn(part)}\u00a0: ${text || 'rien'}`];
  switch (part.dataset['kind']) {
    case 'group':
      return partsIn(part).flatMap(linesOf);
    case 'week':
      return momentsOf(part);
    case 'list': {
      const items = itemsOf(part).map((item) => partsIn(item).flatMap(linesOf).join(', '));
      return items.length > 0 ? items : of('');
    }
    case 'choice':
    case 'choices':
      return of(ticked(part).map(wordsBeside).join(', '));
    case 'boolean':
      return of(ticked(part).length > 0 ? 'oui' : 'non');
    default: {
      const [control] = controlsOf(part);
      return of(control ? shown(control) : '');
    }
  }
}

/** `On mange le midi : lundi, mardi, de 12 h 15 à 14 h`. */
function momentsOf(week: HTMLElement): string[] {
  const lines = [...week.querySelectorAll<HTMLElement>('[data-moment]')].flatMap((moment) => {
    const days = ticked(moment).map((tick) => wordsBeside(tick).toLowerCase());
    if (days.length === 0) return [];
    const hours = [...moment.querySelectorAll<HTMLInputElement>('[data-hour]')].map(shown);
    const [opens = '', closes = ''] = hours;
    const when = opens === '' ? '' : closes === '' ? `, à ${opens}` : `, de ${opens} à ${closes}`;
    return [`${moment.querySelector('legend')?.textContent.trim() ?? ''}\u00a0: ${days.join(', ')}${when}`];
  });
  return lines.length > 0 ? lines : ['Horaires\u00a0: aucun jour'];
}
