/** Tells when a server has been left alone for a while. */
export class Calm {
  readonly #ms: number;
  #busy = 0;
  #waiting: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isCalm = true;

  /** @param ms how long nobody must have asked for anything. */
  constructor(ms: number) {
    this.#ms = ms;
  }

  begin(): void {
    this.#busy += 1;
    this.#isCalm = false;
    clearTimeout(this.#timer);
  }

  end(): void {
    this.#busy -= 1;
    if (this.#busy > 0) return;
    this.#timer = setTimeout(() => {
      this.#isCalm = true;
      for (const go of this.#waiting.splice(0)) go();
    }, this.#ms);
    this.#timer.unref();
  }

  /** Resolves as soon as it is calm: at once when it is. */
  reached(): Promise<void> {
    if (this.#isCalm) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
