import type { DecapField } from '#schemas/kit/decap.ts';
import { differencesOf, type Difference } from '../versions/differences.ts';
import { answersIn } from '../versions/file.ts';
import { button, element } from '../elements.ts';
import { showDifferences } from '../versions/view.ts';
import type { Choice, Conflict } from './guard.ts';
import { COLUMNS, DELETED_COLUMNS, sayConflict } from './words.ts';

/**
 * Asks what to do of a file that is no longer what an editor started from, both texts before their eyes.
 * @param opened the text that the form was opened with
 * @returns what they choose; to leave the dialogue is to go on writing
 */
export function askChoice(conflict: Conflict, opened: string, fields: readonly DecapField[]): Promise<Choice> {
  const { title, lines, choices } = sayConflict(conflict);
  const heading = element('h2', '', title);
  heading.id = 'cms-conflict-title';
  const differences = differencesIn(conflict, opened, fields);
  const dialog = element(
    'dialog',
    'cms-conflict',
    heading,
    ...lines.map((line) => element('p', '', line)),
    ...(differences.length > 0
      ? [showDifferences(differences, conflict.gesture === 'delete' ? DELETED_COLUMNS : COLUMNS)]
      : []),
    element('div', 'cms-tools', ...choices.map(([choice, text]) => button(text, () => dialog.close(choice)))),
  );
  dialog.setAttribute('aria-labelledby', heading.id);
  const { promise, resolve } = Promise.withResolvers<Choice>();
  dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(choices.find(([choice]) => choice === dialog.returnValue)?.[0] ?? 'write on');
  });
  document.body.append(dialog);
  dialog.showModal();
  return promise;
}

function differencesIn({ theirs, mine }: Conflict, opened: string, fields: readonly DecapField[]): Difference[] {
  if (theirs === null) return [];
  const [before, after] = mine === null ? [opened, theirs] : [theirs, mine];
  try {
    return differencesOf(fields, answersIn(before), answersIn(after));
  } catch {
    // A file that was broken by hand is shown as it stands.
    return [{ label: 'Toute la fiche', before, after }];
  }
}
