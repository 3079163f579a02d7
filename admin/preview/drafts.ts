import type { DraftEntry } from '#content/draft.ts';

/** Tabs whose draft is kept, and what all of them may weigh, in signs. */
const MOST_TABS = 20;
const MOST_SIGNS = 8_000_000;

const sizeOf = (draft: DraftEntry): number => JSON.stringify(draft).length;

/** The last right draft of each tab, in memory; the oldest go first. */
export class Drafts {
  readonly #kept = new Map<string, { draft: DraftEntry; size: number }>();

  keep(key: string, draft: DraftEntry): void {
    this.#kept.delete(key);
    this.#kept.set(key, { draft, size: sizeOf(draft) });
    for (const oldest of this.#kept.keys()) {
      if (oldest === key || (this.#kept.size <= MOST_TABS && this.#weight() <= MOST_SIGNS)) break;
      this.#kept.delete(oldest);
    }
  }

  of(key: string | null): DraftEntry | undefined {
    return key === null ? undefined : this.#kept.get(key)?.draft;
  }

  #weight(): number {
    return [...this.#kept.values()].reduce((sum, { size }) => sum + size, 0);
  }
}
