import { useRef, useState } from 'react';
import type { SendOutcome } from './receipt.ts';
import { requestOf, send, type Endpoint } from './send.ts';
import type { FormSpec } from './spec.ts';
import type { LiveDraft } from './use-draft.ts';

/** Nobody fills the form sooner after it opened: an earlier envoi waits, in milliseconds. */
const SOONEST = 3000;

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** 128 random bits; `randomUUID` is missing where the page is not served over https. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export type SendingState = { is: 'idle' } | { is: 'sending'; attempt: number } | { is: Exclude<SendOutcome, 'sent'> };

/** Sends the answers, one envoi at a time. */
export function useSending(spec: FormSpec, live: LiveDraft, endpoint: Endpoint | undefined) {
  const [sending, setSending] = useState<SendingState>({ is: 'idle' });
  const [openedAt] = useState(() => performance.now());
  const busy = useRef(false);

  const start = async (trap: string): Promise<void> => {
    if (!endpoint || busy.current) return;
    busy.current = true;
    setSending({ is: 'sending', attempt: 1 });
    const key = live.draft.sendKey ?? newKey();
    const { answers } = live.draft;
    live.mark({ sendKey: key });
    await wait(Math.max(0, SOONEST - (performance.now() - openedAt)));
    const seconds = Math.round((performance.now() - openedAt) / 1000);
    const outcome = await send(endpoint.url, requestOf(spec, answers, { key, seconds, trap }, endpoint), {
      fetch: (url, init) => fetch(url, init),
      wait,
      onRetry: (attempt) => setSending({ is: 'sending', attempt }),
    });
    busy.current = false;
    if (outcome === 'sent') live.mark({ sentAt: Date.now() });
    setSending(outcome === 'sent' ? { is: 'idle' } : { is: outcome });
  };

  return { sending, start, forget: () => setSending({ is: 'idle' }) };
}
