import { SiteElement } from '#components/site-element.ts';
import { showTrouble } from '#components/trouble.ts';
import { keepMyCantine, myCantine } from '../matching/my-cantine.ts';
import { fetchBank, type Bank } from './bank.ts';

const loadDesk = () => import('./answer-desk.ts');

/** The answers of the network, completed by a cantine in its browser. */
class AnswerBank extends SiteElement {
  readonly #select = this.one('select[name="cantine"]', HTMLSelectElement);
  readonly #told = this.one('.told');
  #bank: Bank | undefined;
  /** What a visitor asks before the bank is here waits for it. */
  #started = Promise.resolve();

  connectedCallback() {
    this.listen(this.#select, 'change', () => {
      keepMyCantine(this.#select.value || undefined);
      this.#told.textContent = '';
      void this.#show();
    });
    this.listen(this, 'click', ({ target }) => void this.#act((target as Element).closest('button')));
    this.listen(this.one('[data-act="open"]'), 'change', ({ target }) => void this.#open(target));
    this.#started = this.#start();
  }

  async #start() {
    try {
      this.#bank = await fetchBank();
      // What is copied must be there at the click: a browser that waits refuses its clipboard.
      await loadDesk();
    } catch (error) {
      showTrouble(this.one('.failed'), error);
      return;
    }
    this.#choose(new URLSearchParams(location.search).get('cantine') ?? myCantine() ?? '');
    await this.#show();
  }

  #choose(slug: string): boolean {
    const isThere = [...this.#select.options].some(({ value }) => value === slug);
    if (isThere) this.#select.value = slug;
    return isThere;
  }

  async #show() {
    if (!this.#bank) return;
    this.one('[data-tools]').hidden = this.#select.value === '';
    const { drawDesk } = await loadDesk();
    drawDesk(this, this.#bank, this.#select.value);
  }

  async #act(button: HTMLButtonElement | null) {
    await this.#started;
    if (!button || !this.#bank) return;
    const { copyAnswer, saveAdditions } = await loadDesk();
    if (button.dataset['copy'] !== undefined) {
      const withSources = this.one('[name="sources"]', HTMLInputElement).checked;
      await copyAnswer(button, this.#bank, this.#select.value, withSources);
    }
    if (button.dataset['act'] === 'save') this.#told.textContent = saveAdditions(this.#select.value);
  }

  async #open(input: EventTarget | null) {
    if (!(input instanceof HTMLInputElement)) return;
    const [file] = input.files ?? [];
    input.value = '';
    await this.#started;
    if (!file || !this.#bank) return;
    const { openInto } = await loadDesk();
    const told = await openInto(file, this.#select.value, (slug) => this.#choose(slug));
    await this.#show();
    this.#told.textContent = told;
  }
}

customElements.define('answer-bank', AnswerBank);
