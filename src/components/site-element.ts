type Events = HTMLElementEventMap & WindowEventMap;

/** An element over the finished HTML of its component: the parts of it that it needs, and what it hears. */
export class SiteElement extends HTMLElement {
  #leaving = new AbortController();

  disconnectedCallback(): void {
    this.#leaving.abort();
    this.#leaving = new AbortController();
  }

  /** @throws when the component did not write this part, or wrote another kind of element */
  protected one(selector: string): HTMLElement;
  protected one<E extends Element>(selector: string, type: new () => E): E;
  protected one(selector: string, type: new () => Element = HTMLElement): Element {
    const found = this.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`<${this.localName}> needs ${selector}`);
    return found;
  }

  /** Hears an event until this element leaves the page. */
  protected listen<K extends keyof Events>(target: EventTarget, type: K, run: (event: Events[K]) => void): void {
    target.addEventListener(type, run as EventListener, { signal: this.#leaving.signal });
  }
}
