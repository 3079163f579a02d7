import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { check as checkGeojson } from '@placemarkio/check-geojson';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import JSZip from 'jszip';
import { XmlDocument } from 'libxml2-wasm';
import PostalMime from 'postal-mime';
import { Script } from 'node:vm';
import { isCalendarDate } from '#schemas/kit/index.ts';
import { atomFault } from './atom.ts';

/** A file of a built site that is read by a program, and not a page. */
export interface FeedFile {
  /** `/sessions.ics` */
  path: string;
  bytes: Buffer;
}

/** Written by tools, and read by nobody else. */
const TOOLS = /^\/(?:_astro|pagefind|lieux|admin|uploads)\//;
const READ = new Set([
  '.ics',
  '.vcf',
  '.xml',
  '.json',
  '.geojson',
  '.csv',
  '.eml',
  '.txt',
  '.docx',
  '.xlsx',
  '.webmanifest',
  '.js',
]);

export function feedsIn(dist: string): FeedFile[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => `/${file.replaceAll('\\', '/')}`)
    .filter((path) => READ.has(extname(path)) && !TOOLS.test(path))
    .toSorted()
    .map((path) => ({ path, bytes: readFileSync(join(dist, path)) }));
}

const CONTROL = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/u;

/** What each kind of file may hold, besides texts: anything else was injected. */
const CALENDAR_PARTS = /^(?:\(?(?:vcalendar|vevent|valarm)|\))$/;
const CALENDAR_PROPERTIES =
  /^(?:version|prodid|calscale|name|x-wr-calname|source|url|refresh-interval|x-published-ttl|uid|sequence|dtstamp|last-modified|dtstart|dtend|summary|description|x-alt-desc|location|geo|x-apple-structured-location|categories|status|transp|action|trigger|x-microsoft-cdo-alldayevent|x-microsoft-msncalendar-alldayevent)$/;
const CARD_PROPERTIES = /^(?:version|kind|uid|fn|org|adr|tel|email|url|geo|lang|note|rev)$/;
const MAIL_HEADERS = /^(?:date|message-id|subject|mime-version|content-type|x-unsent)$/;

function foldedLines(text: string): string[] {
  const bare = text.replaceAll('\r\n', '').match(/[\r\n]/) ? ['a line that is not ended by CRLF'] : [];
  const long = text.split('\r\n').some((line) => Buffer.byteLength(line) > 75) ? ['a line of more than 75 octets'] : [];
  return [...bare, ...long];
}

function propertiesOf(part: ICAL.Component): string[] {
  return [
    ...part.getAllProperties().map(({ name }) => name),
    ...part.getAllSubcomponents().flatMap((each) => [`(${each.name}`, ...propertiesOf(each)]),
  ];
}

function calendarFaults(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const parts = propertiesOf(calendar);
  const unknown = parts.filter((part) => !CALENDAR_PARTS.test(part) && !CALENDAR_PROPERTIES.test(part));
  const events = calendar.getAllSubcomponents('vevent');
  const uids = events.map((event) => String(event.getFirstPropertyValue('uid')));
  const wrong = uids.filter((uid) => !/^[a-z0-9.-]+@[a-z]+\.lespetitescantines\.org$/.test(uid));
  const twice = new Set(uids).size < uids.length ? ['two events of one name'] : [];
  return [...foldedLines(text), ...[...unknown, ...wrong].map((each) => `« ${each} »`), ...twice];
}

function cardFaults(text: string): string[] {
  const card = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const unknown = propertiesOf(card).filter((part) => !CARD_PROPERTIES.test(part));
  return [...foldedLines(text), ...unknown.map((each) => `« ${each} »`)];
}

function xmlFaults(text: string): string[] {
  if (text.includes('<feed')) return [atomFault(text)].flatMap((fault) => fault ?? []);
  XmlDocument.fromString(text).dispose();
  return [];
}

function tableFaults(text: string): string[] {
  const [header = [], ...rows]: string[][] = parseCsv(text, { bom: true, delimiter: ';' });
  const cells = rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell));
  const torn = rows.filter((row) => row.length !== header.length);
  return [...cells.map((cell) => `a formula: ${cell}`), ...torn.map((row) => `a row of ${row.length} cells`)];
}

async function mailFaults(bytes: Buffer): Promise<string[]> {
  const { headers, attachments } = await new PostalMime().parse(bytes);
  const unknown = headers.filter(({ key }) => !MAIL_HEADERS.test(key)).map(({ key }) => `a header: ${key}`);
  return [...unknown, ...(attachments.length > 0 ? ['an attachment'] : [])];
}

async function documentFaults(bytes: Buffer): Promise<string[]> {
  for (const part of Object.values((await JSZip.loadAsync(bytes)).files))
    if (/\.(?:xml|rels)$/.test(part.name)) XmlDocument.fromString(await part.async('string')).dispose();
  return [];
}

/** The published lists, each with the schema that the site publishes of it. */
const SCHEMAS: Readonly<Record<string, string>> = {
  '/cantines.json': '/schemas/donnees-cantines.json',
  '/financements.json': '/schemas/donnees-financements.json',
};

function jsonFaults({ path, bytes }: FeedFile, all: readonly FeedFile[]): string[] {
  const data = JSON.parse(bytes.toString('utf8')) as unknown;
  if (path === '/sessions.json') parseJsonFeed(data);
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, formats: { date: isCalendarDate } });
  if (path.startsWith('/schemas/')) ajv.compile(data as object);
  const schema = all.find((each) => each.path === SCHEMAS[path]);
  if (!schema) return [];
  const validate = ajv.compile(JSON.parse(schema.bytes.toString('utf8')) as object);
  return validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

async function readFeed(feed: FeedFile, all: readonly FeedFile[]): Promise<string[]> {
  const text = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(feed.bytes);
  switch (extname(feed.path)) {
    case '.ics':
      return calendarFaults(text());
    case '.vcf':
      return cardFaults(text());
    case '.xml':
      return xmlFaults(text());
    case '.csv':
      return tableFaults(text());
    case '.geojson':
      checkGeojson(text());
      return [];
    case '.json':
    case '.webmanifest':
      return jsonFaults(feed, all);
    case '.eml':
      return mailFaults(feed.bytes);
    case '.docx':
    case '.xlsx':
      return documentFaults(feed.bytes);
    case '.js':
      new Script(text());
      return [];
    default:
      text();
      return [];
  }
}

/** All that is wrong with a file, as programs that are not the site's read it. */
export async function feedFaults(feed: FeedFile, all: readonly FeedFile[]): Promise<string[]> {
  const stray = !['.docx', '.xlsx'].includes(extname(feed.path)) && CONTROL.exec(feed.bytes.toString('utf8'));
  try {
    return [...(stray ? [`a control: ${JSON.stringify(stray[0])}`] : []), ...(await readFeed(feed, all))];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
