import { KEY_HEADER, type FormRequest } from './payload.ts';
import { outcomeOf, type Answer, type SendOutcome } from './receipt.ts';

/** Pauses before each new attempt, in milliseconds. */
const PAUSES = [1000, 3000, 8000];

/** All attempts together are given up after this, in milliseconds: who waits is told within 20 s, with what precedes. */
export const PATIENCE = 16_000;

interface Means {
  fetch: (url: string, init: RequestInit) => Promise<Answer>;
  wait: (milliseconds: number) => Promise<void>;
  /** Told before each new attempt: 2, 3, … */
  onRetry?: (attempt: number) => void;
  patience?: number;
}

/**
 * Sends, and tries again while nothing answers or what answers says that it took nothing (`busy`); never longer than
 * its patience. The key goes as a header too, so that an answer lost on the way is asked for again, once, without
 * becoming a second envoi; to an origin that does not take the header (CORS), the answers are sent once, without it.
 */
export async function send(url: string, request: FormRequest, means: Means): Promise<SendOutcome> {
  const leaving = new AbortController();
  const { signal } = leaving;
  const clock = setTimeout(() => leaving.abort(), means.patience ?? PATIENCE);
  const post = (init: RequestInit) =>
    means
      .fetch(url, { ...init, signal })
      .then(outcomeOf)
      .catch((): SendOutcome => (signal.aborted ? 'silent' : 'unreached'));
  const answers = (init: RequestInit) =>
    means.fetch(url, { method: 'HEAD', credentials: 'omit', referrerPolicy: 'no-referrer', signal, ...init }).then(
      () => true,
      () => false,
    );
  try {
    let unread = false;
    for (let attempt = 1; ; attempt++) {
      const outcome = await post(request);
      // Something is there, but its answer cannot be read.
      if (outcome === 'unreached' && (await answers({ mode: 'no-cors' }))) {
        if (unread) return 'unsure';
        unread = true;
        if (!(await answers(withKeyAlone(request)))) {
          const second = await post(withoutKey(request));
          return second === 'unreached' ? 'unsure' : second;
        }
      }
      const pause = PAUSES[attempt - 1];
      if ((outcome !== 'unreached' && outcome !== 'busy') || pause === undefined) return outcome;
      await Promise.race([means.wait(pause), aborted(signal)]);
      if (signal.aborted) return outcome;
      means.onRetry?.(attempt + 1);
    }
  } finally {
    clearTimeout(clock);
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => signal.addEventListener('abort', () => done()));

/** Asks for the agreement that the request asked for, without sending anything. */
const withKeyAlone = ({ headers }: FormRequest): RequestInit => ({
  headers: { [KEY_HEADER]: headers[KEY_HEADER] ?? '' },
  redirect: 'manual',
});

function withoutKey(request: FormRequest): FormRequest {
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => name !== KEY_HEADER));
  return { ...request, headers };
}
