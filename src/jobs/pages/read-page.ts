import { createHash } from 'node:crypto';
import { follow } from '../web/follow.ts';
import type { Ask } from '../web/polite.ts';
import type { HttpPage } from '../web/request.ts';
import { datesIn } from './dates-in.ts';
import type { Page, Reading } from './memory.ts';
import { readableText } from './readable.ts';

/** Bytes of a page that are read. */
export const PAGE_BYTES = 2_000_000;

/** What a page was this night; or why it could not be read, in French. */
export type PageRead = { page: Page } | { why: string };

interface Version {
  text: string;
  dates: string[];
  etag: string | undefined;
  modified: string | undefined;
}

interface Asking {
  politely: Ask;
  /** Whether robots may read a page. */
  isAllowed: (url: URL) => Promise<boolean>;
  /** `YYYY-MM-DD`, in France. */
  today: string;
}

/** Reads a page, and a second time when it is not what it was: what differs between the two does not count. */
export async function readPage(url: string, before: Page | undefined, asking: Asking): Promise<PageRead> {
  const last = before?.readings.at(-1);
  const first = await readVersion(url, before, asking);
  if ('why' in first) return first;
  if ('same' in first) return { page: withReading(before, { ...(last ?? { dates: [] }), on: asking.today }) };
  const { text, dates, etag, modified } = first;
  const isKnown = last !== undefined && text === last.text && last.unsure === undefined;
  const second = isKnown ? first : await readVersion(url, undefined, asking);
  if (!('text' in second)) return 'why' in second ? second : { why: 'le site répond deux choses à la fois' };
  const sure = dates.filter((date) => second.dates.includes(date));
  const unsure = [...new Set([...dates, ...second.dates])].filter((date) => !sure.includes(date));
  const reading: Reading = {
    on: asking.today,
    ...(second.text === text && { text }),
    dates: sure,
    ...(unsure.length > 0 && { unsure }),
  };
  return { page: { ...withReading(before, reading), etag, modified } };
}

/** The newest reading, and the one of the night before it. */
function withReading(before: Page | undefined, reading: Reading): Page {
  const earlier = before?.readings.filter(({ on }) => on < reading.on).slice(-1) ?? [];
  return { ...before, readings: [...earlier, reading] };
}

async function readVersion(
  url: string,
  before: Page | undefined,
  { politely, isAllowed }: Asking,
): Promise<Version | { same: true } | { why: string }> {
  const conditions = {
    ...(before?.etag !== undefined && { 'if-none-match': before.etag }),
    ...(before?.modified !== undefined && { 'if-modified-since': before.modified }),
  };
  const refused: URL[] = [];
  const { answer } = await follow(url, async (at) => {
    if (await isAllowed(at)) return politely(at, 'GET', conditions);
    refused.push(at);
    return { failed: 'private' };
  });
  if (refused.length > 0) return { why: 'le site demande aux robots de ne pas la lire' };
  if ('failed' in answer) return { why: 'le site ne répond pas' };
  if (answer.status === 304 && before !== undefined) return { same: true };
  if (answer.status !== 200) return { why: `le site répond ${answer.status}` };
  return versionOf(answer);
}

function versionOf({ headers, body }: HttpPage): Version {
  const type = headers.get('content-type') ?? '';
  const isText = type === '' || /^\s*(?:text\/|application\/(?:xhtml\+)?xml)/i.test(type);
  const words = isText ? readableText(decoded(body, type)) : '';
  return {
    text: createHash('sha256')
      .update(isText ? words : body)
      .digest('hex')
      .slice(0, 32),
    dates: datesIn(words),
    etag: headers.get('etag') ?? undefined,
    modified: headers.get('last-modified') ?? undefined,
  };
}

/** In the charset of the header, else of the page. */
function decoded(body: Uint8Array, type: string): string {
  const start = new TextDecoder('latin1').decode(body.subarray(0, 1024));
  const charset = /charset\s*=\s*["']?([\w-]+)/i;
  const label = (charset.exec(type) ?? charset.exec(start))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
