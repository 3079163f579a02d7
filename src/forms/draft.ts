import { isRecord, readAnswers, type FormAnswers } from './answers.ts';
import { isInstant } from '#domain/instants.ts';
import type { FormSpec } from './spec.ts';

/** What the browser keeps of a form. */
export interface FormDraft {
  answers: FormAnswers;
  /** The same for every attempt to send the same answers: the one who receives can tell a repeat. */
  sendKey?: string;
  /** When they were first tried, in milliseconds since 1970: a repeat says the same, to the letter. */
  triedAt?: number;
  /** Whole seconds from the opening of the page to that moment. */
  seconds?: number;
  /** When these answers were sent, in milliseconds since 1970. */
  sentAt?: number;
}

/** What is kept of an envoi. */
export type Sending = Omit<FormDraft, 'answers'>;

/** How a draft was kept: not at all when the browser has no room left, or forbids it. */
export type Kept = 'kept' | 'full' | 'forbidden';

/** What the browser held: nothing, a draft, a draft that cannot be read (set aside, not lost), or a refusal. */
export type FoundDraft = { is: 'nothing' | 'unreadable' | 'forbidden' } | { is: 'draft'; draft: FormDraft };

/** The part of `localStorage` that is used; reading the property itself may throw. */
export type DraftStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const draftKey = ({ id }: FormSpec): string => `brouillon-${id}`;
const asideKey = (spec: FormSpec): string => `${draftKey(spec)}-illisible`;

export function keepDraft(spec: FormSpec, draft: FormDraft, store: DraftStorage): Kept {
  try {
    store().setItem(draftKey(spec), JSON.stringify({ version: spec.version, ...draft }));
    return 'kept';
  } catch (error) {
    // Firefox and Chromium name it so; old Safari gives its code only.
    const full = error instanceof DOMException && (error.name.includes('Quota') || error.name.includes('QUOTA'));
    return full ? 'full' : 'forbidden';
  }
}

export function findDraft(spec: FormSpec, store: DraftStorage): FoundDraft {
  try {
    const text = store().getItem(draftKey(spec));
    if (text === null) return { is: 'nothing' };
    const draft = parseDraft(spec, text);
    if (draft) return { is: 'draft', draft };
    store().setItem(asideKey(spec), text);
    return { is: 'unreadable' };
  } catch {
    return { is: 'forbidden' };
  }
}

/** Undefined when the text is not a draft of this version of the form. */
export function parseDraft(spec: FormSpec, text: string): FormDraft | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(data) || data['version'] !== spec.version) return undefined;
  const answers = readAnswers(spec, data['answers']);
  if (!answers) return undefined;
  const { sendKey, triedAt, seconds, sentAt } = data;
  return {
    answers,
    ...(typeof sendKey === 'string' ? { sendKey } : {}),
    ...(isInstant(triedAt) ? { triedAt } : {}),
    ...(typeof seconds === 'number' ? { seconds } : {}),
    ...(isInstant(sentAt) ? { sentAt } : {}),
  };
}

/** Takes everything away from the browser. @returns false when the browser forbids it */
export function eraseDraft(spec: FormSpec, store: DraftStorage): boolean {
  try {
    store().removeItem(draftKey(spec));
    store().removeItem(asideKey(spec));
    return true;
  } catch {
    return false;
  }
}
