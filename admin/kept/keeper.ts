import type { DecapField } from '#schemas/kit/decap.ts';
import { areSame } from '#domain/said.ts';
import { differencesOf } from '../versions/differences.ts';
import type { FormListener, OpenForm, Start } from '../versions/open-form.ts';
import type { Banner } from './banner.ts';
import type { Copies, Copy, Kept } from './copies.ts';
import { OFFER, sayKept, sayMissing } from './words.ts';

/** After the first change that is not kept: a browser that is killed takes no more than that. */
const WRITE_MS = 300;

/** Keeps what is typed in the form of an entry until it is saved, and offers it when that form opens again. */
export class Keeper implements FormListener {
  readonly #form: OpenForm;
  /** Undefined in a browser that keeps nothing. */
  readonly #copies: Copies | undefined;
  readonly #banner: Banner;
  readonly #fieldsOf: (collection: string) => readonly DecapField[];
  #changed = false;
  #timer: number | undefined;
  #told: Kept = 'whole';
  /** The forms of this page: a lock is released a moment after its form is gone. */
  readonly #own = new Set<string>();
  #lock: { id: string; release: () => void } | undefined;

  constructor(
    form: OpenForm,
    copies: Copies | undefined,
    banner: Banner,
    fieldsOf: (collection: string) => readonly DecapField[],
  ) {
    this.#form = form;
    this.#copies = copies;
    this.#banner = banner;
    this.#fieldsOf = fieldsOf;
    form.listen(this);
    addEventListener('pagehide', () => this.#write());
    document.addEventListener('visibilitychange', () => this.#write());
  }

  opened(start: Start): void {
    void this.#offer(start);
  }

  changed(): void {
    this.#changed = true;
    this.#timer ??= window.setTimeout(() => this.#write(), WRITE_MS);
  }

  saved(): void {
    // What was typed while it was sent is not saved.
    this.#changed = true;
    this.#write();
  }

  deleted(start: Start): void {
    this.#changed = false;
    void this.#copies?.forget(start.id);
  }

  closing(): void {
    this.#write();
    this.#lock?.release();
    this.#lock = undefined;
    this.#banner.clear();
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { start, draft } = this.#form;
    if (!this.#changed || !start || !draft) return;
    this.#changed = false;
    if (draft.files.length === 0 && areSame(draft.data, start.data)) {
      void this.#copies?.forget(start.id);
      return;
    }
    this.#hold(start.id);
    const { id, collection, slug, raw } = start;
    const { data, files } = draft;
    void this.#keep({ id, collection, slug, raw, keptAt: Date.now(), data, files, missing: [] });
  }

  async #keep(copy: Copy): Promise<void> {
    const kept = await (this.#copies?.keep(copy) ?? Promise.resolve('not at all' as const)).catch(
      () => 'not at all' as const,
    );
    // Told once, not at every key.
    const told = kept === this.#told ? undefined : sayKept(kept);
    this.#told = kept;
    if (told !== undefined) this.#banner.say([told]);
  }

  /** Other tabs know by this lock that the form is still open; the browser releases it when the page ends in any way. */
  #hold(id: string): void {
    if (this.#lock?.id === id) return;
    this.#lock?.release();
    this.#own.add(id);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#lock = { id, release: () => resolve(undefined) };
    void navigator.locks.request(lockOf(id), () => promise);
  }

  async #offer(start: Start): Promise<void> {
    const copies = await this.#copies?.of(start.collection, start.slug).catch(() => undefined);
    const { held = [] } = await navigator.locks.query();
    if (!copies || this.#form.start?.id !== start.id) return;
    const isOpenElsewhere = ({ id }: Copy) => !this.#own.has(id) && held.some(({ name }) => name === lockOf(id));
    const left = copies.filter((copy) => copy.id !== start.id && !isOpenElsewhere(copy));
    const same = left.filter(({ data, files }) => files.length === 0 && areSame(data, start.data));
    for (const { id } of same) void this.#copies?.forget(id);
    const open = copies.filter(isOpenElsewhere);
    this.#show(
      start,
      left.filter((copy) => !same.includes(copy)),
      open.length > 0,
    );
    // Once the other tab is closed, or has ended a moment ago, its text is offered here.
    const released = open.map(({ id }) => navigator.locks.request(lockOf(id), () => undefined));
    if (released.length === 0) return;
    await Promise.race(released);
    await this.#offerAgain(start.id);
  }

  async #offerAgain(id: string): Promise<void> {
    const { start } = this.#form;
    if (start?.id === id) await this.#offer(start);
  }

  #show(start: Start, copies: readonly Copy[], isOpenElsewhere: boolean): void {
    const offers = copies.map((copy) => ({
      keptAt: copy.keptAt,
      differences: differencesOf(this.#fieldsOf(copy.collection), start.data, copy.data),
      changedSince: copy.raw !== start.raw,
      files: copy.files.map(({ name }) => name),
      missing: copy.missing,
      restore: () => this.#restore(copy),
      discard: () => {
        void this.#copies?.forget(copy.id);
        this.#show(
          start,
          copies.filter((each) => each !== copy),
          isOpenElsewhere,
        );
      },
    }));
    this.#banner.offer(offers, isOpenElsewhere);
  }

  #restore(copy: Copy): void {
    const files = copy.files.map((each) =>
      each.file ? { ...each, url: URL.createObjectURL(each.file), displayURL: undefined } : each,
    );
    this.#form.restore(copy.data, files, copy.raw);
    // Kept anew before the older one goes.
    this.#write();
    void this.#copies?.forget(copy.id);
    this.#banner.say([OFFER.restored, ...(copy.missing.length > 0 ? [sayMissing(copy.missing)] : [])]);
  }
}

const lockOf = (id: string): string => `redaction-${id}`;
