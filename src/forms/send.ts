import type { FormAnswers, Texts } from './answers.ts';
import { outcomeOf, type Answer, type SendOutcome } from './receipt.ts';
import { peopleOf, type FormSpec } from './spec.ts';

/** Where a form is sent, and how its answers are written. */
export interface Endpoint {
  url: string;
  encoding: 'json' | 'form';
}

/** What goes with the answers. */
export interface Envelope {
  key: string;
  /** Whole seconds since the page was opened: a robot has few. */
  seconds: number;
  /** What the field that people do not see holds. */
  trap: string;
}

/** The name that form services give to the field that only robots fill. */
const TRAP = '_gotcha';

/** Everything that is sent, as JSON: the people under their own name, the texts beside. */
export function payloadOf(
  spec: FormSpec,
  { people, texts }: FormAnswers,
  { key, seconds, trap }: Envelope,
): Record<string, string | number | readonly Texts[]> {
  const group = peopleOf(spec)?.name;
  return {
    formulaire: spec.id,
    titre: spec.title,
    version: spec.version,
    'cle-d-envoi': key,
    'secondes-de-saisie': seconds,
    accord: 'oui',
    [TRAP]: trap,
    ...(group ? { [group]: people } : {}),
    ...texts,
  };
}

/** The same, flat, as form services read it: `equipe.1.nom`. */
export function pairsOf(spec: FormSpec, answers: FormAnswers, letter: Envelope): [name: string, value: string][] {
  return Object.entries(payloadOf(spec, answers, letter)).flatMap(([name, value]): [string, string][] =>
    typeof value === 'object'
      ? value.flatMap((person, index) =>
          Object.entries(person).map(([field, text]): [string, string] => [`${name}.${index + 1}.${field}`, text]),
        )
      : [[name, String(value)]],
  );
}

/**
 * The request. Only JSON carries the key as a header too: on another origin a header of our own needs an
 * agreement (CORS preflight) that services which read plain forms do not give.
 */
export function requestOf(spec: FormSpec, answers: FormAnswers, letter: Envelope, { encoding }: Endpoint): RequestInit {
  const json = encoding === 'json';
  return {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
    headers: {
      Accept: 'application/json',
      ...(json ? { 'Content-Type': 'application/json', 'Idempotency-Key': letter.key } : {}),
    },
    body: json ? JSON.stringify(payloadOf(spec, answers, letter)) : new URLSearchParams(pairsOf(spec, answers, letter)),
  };
}

/** Pauses before each new attempt, in milliseconds. */
const PAUSES = [1000, 3000, 8000];
/** An attempt without any answer is given up after this, in milliseconds. */
const PATIENCE = 30_000;

interface Means {
  fetch: (url: string, init: RequestInit) => Promise<Answer>;
  wait: (milliseconds: number) => Promise<void>;
  /** Told before each new attempt: 2, 3, … */
  onRetry?: (attempt: number) => void;
}

/** Sends, and tries again while there is no answer or a passing trouble (408, 425, 429, 5xx). */
export async function send(url: string, request: RequestInit, { fetch, wait, onRetry }: Means): Promise<SendOutcome> {
  for (let attempt = 1; ; attempt++) {
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), PATIENCE);
    const outcome = await fetch(url, { ...request, signal: leaving.signal })
      .then(outcomeOf)
      .catch(() => 'unreached' as const);
    const pause = PAUSES[attempt - 1];
    if ((outcome !== 'unreached' && outcome !== 'busy') || pause === undefined) return outcome;
    await wait(pause);
    onRetry?.(attempt + 1);
  }
}
