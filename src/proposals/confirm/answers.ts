import type { Role } from '#domain/roles.ts';
import type { Answer } from '../proposal.ts';
import type { Snapshot } from '../inputs/read.ts';

/** An answer, the lines that say it, and what its inputs held. */
export interface Given {
  answer: Answer;
  /** A line for each thing that changed; none for what still holds. */
  lines: readonly string[];
  inputs?: Snapshot | undefined;
}

/** What the device keeps until it is sent. */
export interface KeptAnswers {
  /** Of the proposal: the same for each attempt to send it. */
  id: string;
  by?: Role | undefined;
  given: Record<string, Given>;
}

/** Reading the property itself may throw, where storage is forbidden: answers then last as long as the page. */
type Store = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What was kept under a key; undefined when nothing was, or when it cannot be read. */
export function readKept(key: string, store: Store): KeptAnswers | undefined {
  try {
    const kept = JSON.parse(store().getItem(key) ?? 'null') as Partial<KeptAnswers> | null;
    return typeof kept?.id === 'string' && typeof kept.given === 'object' ? (kept as KeptAnswers) : undefined;
  } catch {
    return undefined;
  }
}

export function keep(key: string, kept: KeptAnswers | undefined, store: Store): void {
  try {
    if (kept) store().setItem(key, JSON.stringify(kept));
    else store().removeItem(key);
  } catch {
    // They are still on the screen.
  }
}
