import { button, element } from './elements.ts';
import { frenchError } from './errors.ts';

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
  const close = button('Fermer', () => dialog.close());
  const act =
    action &&
    button(action.label, () => {
      dialog.close();
      action.run();
    });
  const words = element(
    'div',
    '',
    ...paragraphs.map((each) => element('p', '', each)),
    ...(list.length > 0 ? [element('ul', '', ...list.map((each) => element('li', '', each)))] : []),
  );
  const dialog = dialogOf(title, words, element('p', 'cms-tools', ...(act ? [act] : []), close));
  dialog.setAttribute('role', 'alertdialog');
  words.id = 'cms-dialog-words';
  dialog.setAttribute('aria-describedby', words.id);
  return shown(dialog, act ?? close);
}

/** A form that waits for an answer. */
export interface Question {
  title: string;
  content: readonly HTMLElement[];
  /** What the button says that sends the form; without it the form can only be left. */
  accept?: string;
  leave?: string;
  /** Does what is asked. What it throws is told, and the form stays. */
  send?: (answers: FormData) => Promise<void> | void;
}

/** Shows a form above the CMS, until it is sent or left; false when it is left. */
export async function askForm({ title, content, accept, leave = 'Annuler', send }: Question): Promise<boolean> {
  let sent = false;
  const close = button(leave, () => dialog.close());
  const accepting = accept === undefined ? undefined : element('button', '', accept);
  const wrong = element('p', 'cms-wrong');
  wrong.setAttribute('role', 'alert');
  const tools = element('p', 'cms-tools', ...(accepting ? [accepting] : []), close);
  const form = element('form', '', ...content, wrong, tools);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (accepting?.disabled !== false) return;
    accepting.disabled = true;
    wrong.replaceChildren();
    void tried(send, new FormData(form)).then((sentence) => {
      accepting.disabled = false;
      wrong.textContent = sentence ?? '';
      if (sentence !== undefined) return;
      sent = true;
      dialog.close();
    });
  });
  const dialog = dialogOf(title, form);
  await shown(dialog, form.querySelector<HTMLElement>('input, select, textarea') ?? accepting ?? close);
  return sent;
}

/** What went wrong, as a sentence. */
async function tried(send: Question['send'], answers: FormData): Promise<string | undefined> {
  try {
    await send?.(answers);
    return undefined;
  } catch (error) {
    return frenchError(error);
  }
}

function dialogOf(title: string, ...content: HTMLElement[]): HTMLDialogElement {
  const heading = element('h2', '', title);
  heading.id = 'cms-dialog-title';
  const dialog = element('dialog', 'cms-dialog', heading, ...content);
  dialog.setAttribute('aria-labelledby', heading.id);
  return dialog;
}

function shown(dialog: HTMLDialogElement, first: HTMLElement): Promise<void> {
  document.body.append(dialog);
  dialog.showModal();
  first.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
  });
}

/** A dialogue whose title and content change while it is open. */
export interface Window {
  dialog: HTMLDialogElement;
  /** Shows something else; the focus goes to `first`, the top stays in sight. */
  show(title: string, content: readonly HTMLElement[], first: HTMLElement): void;
}

/** Opens an empty one; `closed` is called when it is left, in any way. */
export function openWindow(className: string, closed: () => void): Window {
  const place = element('div', '');
  const dialog = dialogOf('', place);
  dialog.classList.add(className);
  const heading = dialog.querySelector('h2');
  const show: Window['show'] = (title, content, first) => {
    if (heading) heading.textContent = title;
    place.replaceChildren(...content);
    if (!dialog.open) void shown(dialog, first).then(closed);
    dialog.scrollTop = 0;
    first.focus({ preventScroll: true });
  };
  return { dialog, show };
}

/** What was typed in a control of a form. */
export function typedIn(answers: FormData, name: string): string {
  const value = answers.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
