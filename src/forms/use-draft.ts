import { useEffect, useRef, useState } from 'react';
import { isEmpty, noAnswers, withBlanksFilled, type FormAnswers, type Texts } from './answers.ts';
import {
  draftKey,
  eraseDraft,
  findDraft,
  keepDraft,
  parseDraft,
  type FormDraft,
  type FoundDraft,
  type Kept,
  type Sending,
} from './draft.ts';
import type { FormSpec } from './spec.ts';

const store = () => window.localStorage;

/** A form's answers, kept in the browser at each change. */
export interface LiveDraft {
  draft: FormDraft;
  /** What the browser held when the page opened. */
  found: FoundDraft['is'];
  kept: Kept;
  /** What another tab wrote since, if it differs. */
  elsewhere: FormDraft | undefined;
  change: (edit: (answers: FormAnswers) => FormAnswers) => void;
  /** What became of these answers, which keep their key. @returns false when others are there since */
  mark: (answers: FormAnswers, sending: Sending) => boolean;
  /** Takes the answers of the other tab. */
  adopt: () => void;
  /** @returns false when the browser forbids it */
  erase: () => boolean;
}

/** @param begun answers that fill what is blank, as if they had been typed */
export function useDraft(spec: FormSpec, begun: Texts = {}): LiveDraft {
  const [found] = useState(() => findDraft(spec, store));
  const [draft, setDraft] = useState<FormDraft>(() => {
    const before: FormDraft = found.is === 'draft' ? found.draft : { answers: noAnswers(spec) };
    const answers = withBlanksFilled(before.answers, begun);
    // Answers that changed are not those that were sent.
    return answers === before.answers ? before : { answers };
  });
  const [kept, setKept] = useState<Kept>(found.is === 'forbidden' ? 'forbidden' : 'kept');
  const [elsewhere, setElsewhere] = useState<FormDraft>();
  // Several fields may change before the next render: autofill.
  const latest = useRef(draft);

  const show = (next: FormDraft) => {
    latest.current = next;
    setDraft(next);
  };
  const keep = (next: FormDraft) => {
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
    mark: (answers, sending) => {
      const same = latest.current.answers === answers;
      if (same) keep({ ...latest.current, ...sending });
      return same;
    },
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
