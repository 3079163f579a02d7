/** Something to say that waits for an answer. */
export interface Telling {
  title: string;
  paragraphs: readonly string[];
  list?: readonly string[];
  /** What may be done besides closing. */
  action?: { label: string; run: () => void };
}

/** Shows it above the CMS until it is closed; the focus goes back to where it was. */
export function tell({ title, paragraphs, list = [], action }: Telling): Promise<void> {
  const dialog = document.createElement('dialog');
  dialog.className = 'cms-dialog';
  dialog.setAttribute('role', 'alertdialog');
  const heading = element('h2', title);
  const words = document.createElement('div');
  heading.id = 'cms-dialog-title';
  words.id = 'cms-dialog-words';
  dialog.setAttribute('aria-labelledby', heading.id);
  dialog.setAttribute('aria-describedby', words.id);
  const items = document.createElement('ul');
  items.append(...list.map((each) => element('li', each)));
  words.append(...paragraphs.map((each) => element('p', each)), ...(list.length > 0 ? [items] : []));
  const buttons = document.createElement('p');
  const close = button('Fermer', () => {
    dialog.close();
  });
  const act =
    action &&
    button(action.label, () => {
      dialog.close();
      action.run();
    });
  buttons.append(...(act ? [act] : []), close);
  dialog.append(heading, words, buttons);
  document.body.append(dialog);
  dialog.showModal();
  (act ?? close).focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
  });
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function button(label: string, run: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', run);
  return made;
}
