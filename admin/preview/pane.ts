import { button, element } from '../elements.ts';
import { Frames, type Width } from './frames.ts';
import type { Theme } from './page-theme.ts';

/** Where the pane takes the whole screen; elsewhere it stands beside the form. */
const ALONE = matchMedia('(max-width: 1100px)');

/** A choice of two, one of them pressed. */
function pair<V extends string>(name: string, choices: readonly (readonly [V, string])[], choose: (value: V) => void) {
  const buttons = choices.map(([value, label]) => {
    const made = button(label, () => press(value));
    return { value, made };
  });
  const press = (chosen: V) => {
    for (const { value, made } of buttons) made.setAttribute('aria-pressed', String(value === chosen));
    choose(chosen);
  };
  const group = element('span', 'cms-preview-pair', ...buttons.map(({ made }) => made));
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', name);
  return { group, press };
}

/** The pane of the preview: what is shown, how, and what is told beside it. */
export class Pane {
  readonly frames: Frames;
  readonly #pane: HTMLElement;
  readonly #words = element('div', 'cms-preview-words');
  readonly #tab = element('a', '', 'Ouvrir dans un onglet');
  readonly #close: HTMLButtonElement;
  /** Where the focus was before the pane took the screen. */
  #left: Element | null = null;

  constructor(close: () => void) {
    const stage = element('div', 'cms-preview-stage');
    this.frames = new Frames(stage);
    const width = pair<Width>(
      'Largeur',
      [
        ['phone', 'Téléphone'],
        ['wide', 'Large'],
      ],
      (value) => this.frames.setWidth(value),
    );
    const theme = pair<Theme>(
      'Thème',
      [
        ['light', 'Clair'],
        ['dark', 'Sombre'],
      ],
      (value) => this.frames.setTheme(value),
    );
    this.#tab.target = '_blank';
    this.#tab.rel = 'noopener';
    this.#words.setAttribute('role', 'status');
    this.#close = button('Revenir au formulaire', close);
    this.#close.className = 'cms-preview-close';
    const bar = element('div', 'cms-preview-bar', width.group, theme.group, this.#tab, this.#close);
    this.#pane = element('section', 'cms-preview', bar, this.#words, stage);
    this.#pane.id = 'apercu';
    this.#pane.setAttribute('aria-label', 'Aperçu');
    this.#pane.hidden = true;
    document.body.append(this.#pane);
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && ALONE.matches && !this.#pane.hidden) close();
    });
    ALONE.addEventListener('change', () => this.#stand());
    width.press('phone');
    theme.press(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  }

  /** True where the pane leaves no room for the form. */
  get isAlone(): boolean {
    return ALONE.matches;
  }

  get isOpen(): boolean {
    return !this.#pane.hidden;
  }

  set isOpen(open: boolean) {
    if (open === this.isOpen) return;
    if (open) this.#left = document.activeElement;
    this.#pane.hidden = !open;
    this.#stand();
    if (!ALONE.matches) return;
    if (open) this.#close.focus();
    else if (this.#left instanceof HTMLElement) this.#left.focus({ preventScroll: true });
  }

  tell(words: readonly string[]): void {
    const told = words.join('\n');
    if (this.#words.textContent !== told) this.#words.textContent = told;
  }

  /** The address of what is shown, for a tab of its own. */
  set address(path: string) {
    this.#tab.href = path;
  }

  #stand(): void {
    document.documentElement.toggleAttribute('data-preview', this.isOpen);
    for (const id of ['nc-root', 'desk', 'publication', 'kept']) {
      const part = document.getElementById(id);
      if (part) part.inert = this.isOpen && ALONE.matches;
    }
  }
}
