import { useEffect, useRef, useState } from 'react';
import { isEmpty, noAnswers, withBlanksFilled, type Answers, type Texts } from './answers.ts';
import { draftKey, eraseDraft, findDraft, keepDraft, parseDraft, type Draft, type Found, type Kept } from './draft.ts';
import type { FormSpec } from './spec.ts';

const store = () => window.localStorage;

/** A form's answers, kept in the browser at each change. */
export interface LiveDraft {
  draft: Draft;
  /** What the browser held when the page opened. */
  found: Found['is'];
  kept: Kept;
  /** What another tab wrote since, if it differs. */
  elsewhere: Draft | undefined;
  change: (edit: (answers: Answers) => Answers) => void;
  /** Of the same answers: they keep their key. */
  mark: (sending: Pick<Draft, 'sendKey' | 'sentAt'>) => void;
  /** Takes the answers of the other tab. */
  adopt: () => void;
  /** @returns false when the browser forbids it */
  erase: () => boolean;
}

/** @param begun answers that fill what is blank, as if they had been typed */
export function useDraft(spec: FormSpec, begun: Texts = {}): LiveDraft {
  const [found] = useState(() => findDraft(spec, store));
  const [draft, setDraft] = useState<Draft>(() => {
    const before: Draft = found.is === 'draft' ? found.draft : { answers: noAnswers(spec) };
    const answers = withBlanksFilled(before.answers, begun);
    // Answers that changed are not those that were sent.
    return answers === before.answers ? before : { answers };
  });
  const [kept, setKept] = useState<Kept>(found.is === 'forbidden' ? 'forbidden' : 'kept');
  const [elsewhere, setElsewhere] = useState<Draft>();
  // Several fields may change before the next render: autofill.
  const latest = useRef(draft);

  const show = (next: Draft) => {
    latest.current = next;
    setDraft(next);
  };
  const keep = (next: Draft) => {
    show(next);
    setKept(keepDraft(spec, next, store));
  };

  useEffect(() => {
    const listen = ({ key, newValue }: StorageEvent) => {
      if (key !== draftKey(spec)) return;
      const written = newValue === null ? undefined : parseDraft(spec, newValue);
      const same = JSON.stringify(written?.answers) === JSON.stringify(latest.current.answers);
      setElsewhere(same ? undefined : written);
    };
    addEventListener('storage', listen);
    return () => removeEventListener('storage', listen);
  }, [spec]);

  const atRisk = kept !== 'kept' && !isEmpty(draft.answers);
  useEffect(() => {
    if (!atRisk) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [atRisk]);

  return {
    draft,
    found: found.is,
    kept,
    elsewhere,
    change: (edit) => keep({ answers: edit(latest.current.answers) }),
    mark: (sending) => keep({ ...latest.current, ...sending }),
    adopt: () => {
      if (elsewhere) show(elsewhere);
      setElsewhere(undefined);
    },
    erase: () => {
      show({ answers: noAnswers(spec) });
      const erased = eraseDraft(spec, store);
      if (erased) setKept('kept');
      setElsewhere(undefined);
      return erased;
    },
  };
}
