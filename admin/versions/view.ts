import { element } from '../elements.ts';
import type { Difference } from './differences.ts';

/** The fields of which two versions differ, each with both texts under the names of their versions. */
export function showDifferences(
  differences: readonly Difference[],
  columns: Readonly<Record<'before' | 'after', string>>,
): HTMLElement {
  const side = (name: string, text: string) =>
    element(
      'div',
      '',
      element('p', 'cms-version-name', name),
      element('p', text === '' ? 'cms-version-empty' : 'cms-version-text', text === '' ? '(vide)' : text),
    );
  return element(
    'div',
    'cms-versions',
    ...differences.map(({ label, before, after }) =>
      element(
        'section',
        '',
        element('h3', '', label),
        element('div', 'cms-version-pair', side(columns.before, before), side(columns.after, after)),
      ),
    ),
  );
}
