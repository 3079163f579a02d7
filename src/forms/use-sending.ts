import { useRef, useState } from 'react';
import { deviceZone, newKey, SOONEST, wait } from './envoi.ts';
import { requestOf } from './payload.ts';
import type { SendOutcome } from './receipt.ts';
import { send } from './send.ts';
import type { FormSpec } from './spec.ts';
import type { Endpoint } from './target.ts';
import type { LiveDraft } from './use-draft.ts';

/** `overtaken`: sent, and changed meanwhile. */
export type SendingState =
  { is: 'idle' | 'overtaken' } | { is: 'sending'; attempt: number } | { is: Exclude<SendOutcome, 'sent'> };

/** Sends the answers, one envoi at a time. */
export function useSending(spec: FormSpec, live: LiveDraft, endpoint: Endpoint | undefined) {
  const [sending, setSending] = useState<SendingState>({ is: 'idle' });
  const [openedAt] = useState(() => performance.now());
  const busy = useRef(false);

  const start = async (trap: string): Promise<void> => {
    if (!endpoint || busy.current) return;
    busy.current = true;
    setSending({ is: 'sending', attempt: 1 });
    const { answers, sendKey: key = newKey(), triedAt = Date.now(), seconds: counted } = live.draft;
    await wait(Math.max(0, SOONEST - (performance.now() - openedAt)));
    const seconds = counted ?? Math.round((performance.now() - openedAt) / 1000);
    live.mark(answers, { sendKey: key, triedAt, seconds });
    const letter = { key, sentAt: triedAt, zone: deviceZone(), seconds, trap };
    const outcome = await send(endpoint.url, requestOf(spec, answers, letter, endpoint), {
      fetch: (url, init) => fetch(url, init),
      wait,
      onRetry: (attempt) => setSending({ is: 'sending', attempt }),
    });
    busy.current = false;
    if (outcome !== 'sent') setSending({ is: outcome });
    else setSending({ is: live.mark(answers, { sentAt: Date.now() }) ? 'idle' : 'overtaken' });
  };

  return { sending, start };
}
