import { deviceZone, newKey, SOONEST, wait } from '#forms/envoi.ts';
import { referenceOf } from '#forms/letter.ts';
import { requestOf } from '#forms/payload.ts';
import type { SendOutcome } from '#forms/receipt.ts';
import { send } from '#forms/send.ts';
import type { Endpoint } from '#forms/target.ts';
import { STOP_FORM } from './stop-form.ts';
import type { Stop } from './stop-link.ts';

/** One request: sent again, it keeps its key, and is the same for who receives it. */
export interface StopRequest extends Stop {
  key: string;
  /** Milliseconds since 1970. */
  askedAt: number;
}

export const newRequest = (stop: Stop): StopRequest => ({ ...stop, key: newKey(), askedAt: Date.now() });

export const referenceOfRequest = ({ key }: StopRequest): string => referenceOf(key);

/** @param openedAt when the page was opened, on the clock of `performance` */
export async function sendStop(request: StopRequest, endpoint: Endpoint, openedAt: number): Promise<SendOutcome> {
  await wait(Math.max(0, SOONEST - (performance.now() - openedAt)));
  const { key, askedAt, name, code } = request;
  const seconds = Math.round((performance.now() - openedAt) / 1000);
  const envelope = { key, sentAt: askedAt, zone: deviceZone(), seconds, trap: '' };
  const answers = { people: [], texts: { pour: name, code } };
  return send(endpoint.url, requestOf(STOP_FORM, answers, envelope, endpoint), {
    fetch: (url, init) => fetch(url, init),
    wait,
  });
}
