import type { FormAnswers } from './answers.ts';
import { answersFileOf } from './exchange.ts';
import { letterText, referenceOf } from './letter.ts';
import { peopleOf, type FormSpec } from './spec.ts';
import type { Endpoint } from './target.ts';

/** What goes with the answers. */
export interface Envelope {
  key: string;
  /** When it leaves, in milliseconds since 1970, and the zone in which the letter tells it. */
  sentAt: number;
  zone: string;
  /** Whole seconds since the page was opened: a robot has few. */
  seconds: number;
  /** What the field that people do not see holds. */
  trap: string;
}

/** The names that form services give to the subject of their e-mail, and to the field that only robots fill. */
export const SUBJECT = '_subject';
export const TRAP = '_gotcha';

/** What is sent: a letter for whoever reads, and beside it the file of the answers, for a program and for the page. */
export function payloadOf(
  spec: FormSpec,
  answers: FormAnswers,
  { key, sentAt, zone, seconds, trap }: Envelope,
): Payload {
  const reference = referenceOf(key);
  const email = firstEmail(spec, answers);
  return {
    [SUBJECT]: `${spec.title} (${reference})`,
    // Form services answer to the field of that name.
    ...(email ? { email } : {}),
    lettre: letterText(spec, answers, { reference, sentAt, zone }),
    reference,
    reponses: answersFileOf(spec, answers),
    formulaire: spec.id,
    accord: 'oui',
    'cle-d-envoi': key,
    'secondes-de-saisie': seconds,
    [TRAP]: trap,
  };
}

/** Whom to answer: the first e-mail that was given. */
function firstEmail(spec: FormSpec, { people, texts }: FormAnswers): string | undefined {
  const asked = (peopleOf(spec)?.fields ?? []).filter(({ kind }) => kind === 'email');
  const given = [
    ...people.flatMap((person) => asked.map(({ name }) => person[name])),
    ...spec.steps.flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'email').map(({ name }) => texts[name])),
  ];
  return given.find((text) => text?.trim())?.trim();
}

type Payload = Readonly<Record<string, string | number | object>>;

/** The same as the pairs of a form: what is a document is a text in JSON. */
const pairsOf = (payload: Payload): [name: string, value: string][] =>
  Object.entries(payload).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);

/** The header that tells a repeat from a new envoi: a string of RFC 8941 (draft-ietf-httpapi-idempotency-key-header). */
export const KEY_HEADER = 'Idempotency-Key';

/** The request, with the key in its body and as a header. */
export const requestOf = (spec: FormSpec, answers: FormAnswers, letter: Envelope, endpoint: Endpoint): FormRequest =>
  postOf(payloadOf(spec, answers, letter), letter.key, endpoint);

/** What posts a payload whose key tells a repeat from a new envoi. */
export function postOf(payload: Payload, key: string, { encoding }: Pick<Endpoint, 'encoding'>): FormRequest {
  const json = encoding === 'json';
  return {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
    headers: {
      Accept: 'application/json',
      ...(json ? { 'Content-Type': 'application/json' } : {}),
      [KEY_HEADER]: `"${key}"`,
    },
    body: json ? JSON.stringify(payload) : new URLSearchParams(pairsOf(payload)),
  };
}

/** A request whose headers are pairs. */
export type FormRequest = RequestInit & { headers: Readonly<Record<string, string>> };
