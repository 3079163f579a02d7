import { keepPlace, keptPlace, type KeptPlace } from './kept-place.ts';

/** The button by which a visitor has a place remembered for the home page, or forgotten. */
export class KeepButton {
  readonly #button: HTMLElement;
  #place: KeptPlace | undefined;

  constructor(button: HTMLElement) {
    this.#button = button;
    button.addEventListener('click', () => {
      this.#button.hidden = !keepPlace(this.#isKept ? undefined : this.#place);
      this.#say();
    });
  }

  /** Undefined for what has no name: a position is never kept. */
  show(place: KeptPlace | undefined): void {
    this.#place = place;
    this.#button.hidden = place === undefined;
    this.#say();
  }

  get #isKept(): boolean {
    return this.#place !== undefined && keptPlace()?.token === this.#place.token;
  }

  #say() {
    this.#button.textContent = this.#isKept ? 'Oublier ce lieu' : 'Retenir ce lieu pour l’accueil';
  }
}
