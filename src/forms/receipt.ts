import { isRecord } from './answers.ts';

/**
 * How an envoi ended: `unreached`, nothing is there; `silent`, something is and says nothing; `busy`, it asks to try
 * later; `broken`, it fails; `refused`, it will not take it; `unsure`, it answers something else than a receipt.
 */
export type SendOutcome = 'sent' | 'unreached' | 'silent' | 'busy' | 'broken' | 'refused' | 'unsure';

/** It took nothing, and may later: 408 Request Timeout, 425 Too Early, 429 Too Many Requests, and those of a proxy. */
const LATER = [408, 425, 429, 502, 503, 504];

/** What is read of an answer. */
export type Answer = Pick<Response, 'ok' | 'status' | 'type' | 'headers' | 'text'>;

/**
 * What a form service’s answer says. Formspree, Basin and their like answer `{"ok":true}` or `{"success":true}` to who
 * accepts JSON, a server of one’s own may answer nothing at all (204). A redirection, or a page, is that of a login, of
 * a proxy, or of a site where nothing receives; JSON may say no with a status of 200.
 */
export async function outcomeOf(answer: Answer): Promise<SendOutcome> {
  // The request follows no redirection: it would leave the answers behind, or carry them elsewhere.
  if (answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400)) return 'unsure';
  if (LATER.includes(answer.status)) return 'busy';
  if (!answer.ok) return answer.status >= 500 ? 'broken' : 'refused';
  const text = (await answer.text()).trim();
  const type = answer.headers.get('content-type') ?? '';
  if (/html/i.test(type) || text.startsWith('<')) return 'unsure';
  return /json/i.test(type) || /^[[{]/.test(text) ? outcomeOfJson(text) : 'sent';
}

function outcomeOfJson(text: string): SendOutcome {
  if (text === '') return 'sent';
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return 'unsure';
  }
  return said === false || (isRecord(said) && saysNo(said)) ? 'refused' : 'sent';
}

/** They say no by `{"success":false}`, `{"ok":"false"}`, `{"error":…}`, `{"errors":[…]}`, `{"status":"error"}`. */
function saysNo({ ok, success, error, errors, status }: Readonly<Record<string, unknown>>): boolean {
  const isNo = (value: unknown) => value === false || value === 0 || /^(?:false|no|0)$/i.test(String(value));
  const isFault = (value: unknown) =>
    typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value) && !isNo(value);
  return [ok, success].some(isNo) || [error, errors].some(isFault) || /^(?:error|fail)/i.test(String(status));
}
