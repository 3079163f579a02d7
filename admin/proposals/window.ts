import { typeset } from '#domain/typography.ts';
import { openWindow, type Window } from '../dialog.ts';
import { button, element } from '../elements.ts';
import { frenchError } from '../errors.ts';
import type { Screen } from './one.ts';

const UNKEPT =
  'Ce navigateur ne garde rien une fois la page fermée (navigation privée ?) : finissez d’abord ces propositions.';

interface Surroundings {
  /** False in a browser that keeps nothing. */
  isKept: boolean;
  /** Files, or a text, that are let go of over it. */
  dropped: (files: readonly File[], text: string) => void;
  closed: () => void;
}

/** The window of the proposals: one screen after the other, under what was just done. */
export class ProposalWindow {
  readonly #around: Surroundings;
  #window: Window | undefined;
  /** Above the next screen alone. */
  #told: HTMLElement | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  show(title: string, { content, first }: Screen): void {
    this.#window ??= this.#opened();
    const unkept = this.#around.isKept ? [] : [element('p', 'cms-proposal-warning', typeset(UNKEPT))];
    this.#window.show(title, [...(this.#told ? [this.#told] : []), ...unkept, ...content], first);
    this.#told = undefined;
  }

  /** Has the next screen begin by what was done, with what takes it back; the sentence that `act` gives replaces it. */
  tell(told: string, label?: string, act?: () => Promise<string | undefined>): void {
    const line = element('div', 'cms-proposal-told', element('p', '', told));
    line.setAttribute('role', 'status');
    const say = (sentence: string | undefined) =>
      line.replaceChildren(...(sentence === undefined ? [] : [element('p', '', typeset(sentence))]));
    if (label !== undefined && act) {
      const back = button(label, () => {
        back.disabled = true;
        act().then(say, (error: unknown) => say(frenchError(error)));
      });
      line.append(back);
    }
    this.#told = line;
  }

  /** Does something, once; what goes wrong is told in the window, which stays. */
  async during(act: () => Promise<unknown>): Promise<void> {
    const tools = [...(this.#window?.dialog.querySelectorAll('button') ?? [])].filter(({ disabled }) => !disabled);
    for (const tool of tools) tool.disabled = true;
    const wrong = this.#window?.dialog.querySelector('.cms-wrong');
    wrong?.replaceChildren();
    try {
      await act();
    } catch (error) {
      wrong?.replaceChildren(frenchError(error));
    } finally {
      for (const tool of tools) tool.disabled = false;
    }
  }

  close(): void {
    this.#told = undefined;
    this.#window?.dialog.close();
  }

  #opened(): Window {
    const { closed, dropped } = this.#around;
    const opened = openWindow('cms-proposal', () => {
      this.#window = undefined;
      closed();
    });
    // A file that is dropped beside the right place would replace the page.
    opened.dialog.addEventListener('dragover', (event) => event.preventDefault());
    opened.dialog.addEventListener('drop', (event) => {
      event.preventDefault();
      const { dataTransfer } = event;
      dropped([...(dataTransfer?.files ?? [])], dataTransfer?.getData('text/plain') ?? '');
    });
    return opened;
  }
}
