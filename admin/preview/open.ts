import { button } from '../elements.ts';
import { watchActions } from '../store.ts';
import { said } from '#domain/said.ts';
import type { OpenForm } from '../versions/open-form.ts';
import { showLive } from './live.ts';
import { Pane } from './pane.ts';
import { showPublished } from './published.ts';

/** Between the last change and the page: a word more is often on its way. */
const PAUSE_MS = 300;

/** What changes the form that is open, or closes it. */
const CHANGES = /DRAFT|ENTRY_PERSIST_SUCCESS/;

/** Where a browser keeps that an editor does without the pane. */
const SHUT = 'apercu-ferme';

const UNREACHED = 'La page n’a pas pu être lue. L’aperçu reprendra au prochain changement.';
const NOTHING_YET = 'La page se montrera dès qu’elle pourra être faite.';

/** Shows the page of the form that is open, as one types. */
export function openPreview(form: OpenForm): void {
  const desk = document.querySelector('#desk > p');
  if (desk) new Preview(form, desk);
}

class Preview {
  readonly #form: OpenForm;
  readonly #pane = new Pane(() => this.#toggle(false));
  readonly #button = button('Aperçu', () => this.#toggle(!this.#pane.isOpen));
  readonly #show = import.meta.env.DEV ? showLive : showPublished(() => this.#form.start?.data);
  #wanted = localStorage.getItem(SHUT) === null;
  #timer: number | undefined;
  #busy = false;
  /** The form that is shown, and what it said. */
  #of = '';
  #shown = '';

  constructor(form: OpenForm, desk: Element) {
    this.#form = form;
    this.#button.setAttribute('aria-controls', 'apercu');
    this.#button.setAttribute('aria-keyshortcuts', 'Alt+A');
    this.#button.hidden = true;
    desk.append(this.#button);
    // On a small screen the form comes first.
    if (this.#pane.isAlone) this.#wanted = false;
    addEventListener('keydown', (event) => {
      if (!event.altKey || event.code !== 'KeyA' || this.#button.hidden) return;
      event.preventDefault();
      this.#toggle(!this.#pane.isOpen);
    });
    watchActions((action, next) => {
      const done = next(action);
      if (CHANGES.test(action.type)) this.#later();
      return done;
    });
  }

  #toggle(open: boolean): void {
    this.#wanted = open;
    if (open) localStorage.removeItem(SHUT);
    else if (!this.#pane.isAlone) localStorage.setItem(SHUT, 'oui');
    this.#stand();
    this.#later(0);
  }

  #stand(): void {
    const isForm = this.#form.start !== undefined;
    this.#button.hidden = !isForm;
    this.#pane.isOpen = isForm && this.#wanted;
    this.#button.setAttribute('aria-expanded', String(this.#pane.isOpen));
  }

  #later(wait = PAUSE_MS): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#follow(), wait);
  }

  async #follow(): Promise<void> {
    this.#stand();
    // The page on its way is of the form before: the next one comes after it.
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (await this.#step()) continue;
    } catch {
      this.#shown = '';
      this.#pane.tell([UNREACHED]);
    } finally {
      this.#busy = false;
    }
  }

  /** Shows the form if it says something else than what is shown; false when there is nothing to do. */
  async #step(): Promise<boolean> {
    const { start, draft } = this.#form;
    if (!start || !draft || !this.#pane.isOpen) return false;
    const now = JSON.stringify([start.id, said(draft.data), draft.files.length]);
    if (now === this.#shown) return false;
    if (this.#of !== start.id) {
      this.#of = start.id;
      this.#pane.frames.clear();
    }
    this.#shown = now;
    const { path, fresh, words, lay } = await this.#show(draft);
    if (path !== undefined) {
      await this.#pane.frames.show(path, { fresh, ...(lay && { lay }) });
      this.#pane.address = path;
    }
    this.#pane.tell(this.#pane.frames.path === '' ? [NOTHING_YET, ...words] : words);
    return true;
  }
}
