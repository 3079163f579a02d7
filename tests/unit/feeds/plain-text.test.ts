/** Whatever a text holds, even what the content check refuses: no file that leaves the site is broken by it. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import ICAL from 'ical.js';
import JSZip from 'jszip';
import { XmlDocument } from 'libxml2-wasm';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { cantinesCsv, cantinesJson } from '#cantines/feeds/open-data.ts';
import { vcardOf } from '#cantines/feeds/vcard.ts';
import { plainData, plainLine, plainText } from '#domain/plain-text.ts';
import { digestDraft } from '#funding/digest/draft.ts';
import { digestMail } from '#funding/digest/mail.ts';
import { deadlinesCalendar } from '#funding/feeds/calendar.ts';
import { fundingAtom } from '#funding/feeds/news.ts';
import { toldChanges } from '#funding/feeds/told-changes.ts';
import type { Cantine } from '#schemas/cantines.ts';
import { sessionsCalendar } from '#sessions/feeds/calendar.ts';
import { sessionsAtom, sessionsJson } from '#sessions/feeds/news.ts';
import { docxOf } from '#templates/docx/docx.ts';
import { atomFault } from '../../support/atom.ts';
import { session, told } from '../../support/calendars.ts';
import { opportunity, toldOpportunity } from '../../support/deadlines.ts';
import { entryOf, readOf } from '../../support/entries.ts';
import { forbiddenText } from '../../support/hostile-texts.ts';

const SITE = 'https://exemple.org';
const cantine = readOf('cantines', entryOf('cantines')) as Cantine;
const hostileCantine = (text: string): Cantine => ({
  ...cantine,
  title: text,
  association: text,
  address: { ...cantine.address, streetAddress: text, addressLocality: text, district: text },
});
const hostileSession = (text: string) =>
  told({
    session: {
      ...session({ attendance: 'mixed', cantine: 'lyon-vaise' }),
      title: text,
      summary: text,
      audience: text,
      hosts: [text, text],
    },
    cantine: hostileCantine(text),
  });
const hostileOpportunity = (text: string) =>
  toldOpportunity({
    opportunity: {
      ...opportunity({ windows: [{ closesOn: '2027-03-01' }] }),
      title: text,
      summary: text,
      coFunders: text,
    },
    funder: text,
  });

/** The components and the properties of an iCalendar file, or of a card, as ical.js reads them. */
function partsOf(file: string): string[] {
  const root = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const below = (part: ICAL.Component): string[] => [
    ...part.getAllProperties().map(({ name }) => name),
    ...part.getAllSubcomponents().flatMap((each) => [`(${each.name}`, ...below(each), ')']),
  ];
  return below(root);
}

const each = (check: (text: string) => void, numRuns = 1000) => {
  fc.assert(fc.property(forbiddenText, check), { numRuns });
};
const CONTROL = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|\p{Surrogate}/u;

test('plain text: well-formed, one kind of line break, no control, the same when it is asked again', () => {
  each((text) => {
    const plain = plainText(text);
    expect(plain).not.toMatch(CONTROL);
    expect(plain).not.toMatch(/[\r\u2028\u2029]/);
    expect(plainText(plain)).toBe(plain);
    expect(plainLine(text)).not.toContain('\n');
    expect(plainData({ a: [text, 1, null], b: { c: text } })).toEqual({ a: [plain, 1, null], b: { c: plain } });
  }, 5000);
});

test.each([
  ['\u2067שלום\u2069 et \u202bمرحبا\u202c', '\u2067שלום\u2069 et \u202bمرحبا\u202c'],
  ['a\u202ebc', 'abc'],
  ['\u2066a\u202c\nb\u2069', 'a\nb'],
  ['x\r\nEND:VCALENDAR', 'x\nEND:VCALENDAR'],
  ['a\u0000\u001b[31m\ud800b\uffff', 'a[31m\ufffdb'],
])('%j', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

const NAMED = { name: 'Un nom', source: `${SITE}/a.ics`, url: `${SITE}/` };
const calendars: readonly [string, (text: string) => string][] = [
  ['of sessions', (text) => sessionsCalendar([hostileSession(text)], { ...NAMED, name: `A ${text}` })],
  [
    'of deadlines',
    (text) => deadlinesCalendar([hostileOpportunity(text)], '2026-12-01', { ...NAMED, name: text }, 'all'),
  ],
];
test.each(calendars)('a calendar %s has the same parts, on lines that are ended alike', (_title, write) => {
  const usual = partsOf(write('Un texte'));
  each((text) => {
    const file = write(text);
    // A text that is gone leaves no property.
    const parts = partsOf(file);
    expect(usual).toEqual(expect.arrayContaining(parts));
    expect(parts.filter((part) => part.startsWith('('))).toEqual(usual.filter((part) => part.startsWith('(')));
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]|(?!\t)\p{Cc}/u);
  });
});

test('a card', () => {
  const page = `${SITE}/cantines/a/`;
  const usual = partsOf(vcardOf(hostileCantine('Un texte'), page));
  each((text) => {
    const card = vcardOf(hostileCantine(text), page);
    expect(partsOf(card)).toEqual(usual);
    expect(card.replaceAll('\r\n', '')).not.toMatch(/[\r\n]|(?!\t)\p{Cc}/u);
  });
});

test('Atom feeds, held to the rules of RFC 4287', () => {
  const feed = { path: '/a', label: 'A', pagePath: '/' };
  each((text) => {
    expect(atomFault(sessionsAtom([hostileSession(text)], SITE))).toBeUndefined();
    const news = toldChanges([hostileOpportunity(text)], [], '9999-12-31');
    expect(atomFault(fundingAtom({ ...feed, name: `A ${text}` }, news, SITE))).toBeUndefined();
  }, 500);
});

test('JSON', () => {
  each((text) => {
    const files = [
      sessionsJson([hostileSession(text)], SITE),
      cantinesJson([{ id: 'a', data: hostileCantine(text) }], SITE),
    ];
    for (const file of files) expect(JSON.stringify(JSON.parse(JSON.stringify(file)))).not.toMatch(CONTROL);
    for (const file of files) expect(JSON.stringify(file)).not.toMatch(/\\u00|\\ud8/);
  });
});

test('a table: one line, no cell that a spreadsheet would run', () => {
  each((text) => {
    const file = cantinesCsv([{ id: 'a', data: hostileCantine(text) }], SITE);
    const [header = [], ...rows]: string[][] = parse(file, { bom: true, delimiter: ';' });
    expect(rows.map((row) => row.length)).toEqual([header.length]);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(file).not.toMatch(CONTROL);
  });
});

test('an e-mail: the same headers, one recipient less than one', async () => {
  const named = (text: string) => ({
    title: text,
    page: `${SITE}/a/`,
    funder: text,
    amount: undefined,
    territory: text,
    firstSeen: '2026-12-01',
    readOn: [],
    calendar: { rhythm: 'annual' as const, windows: [{ closesOn: '2026-12-24' }] },
    changes: [],
  });
  const draft = async (text: string) => {
    const mail = { month: '2026-12', fresh: [], idle: [], opening: [], usuallyClosing: [], returning: [], changed: [] };
    const closing = [{ opportunity: named(text), day: '2026-12-24' }];
    return new PostalMime().parse(await digestDraft(digestMail({ ...mail, closing }, SITE), '2026-12'));
  };
  const usual = (await draft('Un texte')).headers.map(({ key }) => key);
  await fc.assert(
    fc.asyncProperty(forbiddenText, async (text) => {
      const read = await draft(text);
      expect(read.headers.map(({ key }) => key)).toEqual(usual);
      expect(read.text).not.toMatch(CONTROL);
    }),
    { numRuns: 200 },
  );
});

test('a document: every part of it is XML', async () => {
  await fc.assert(
    fc.asyncProperty(forbiddenText, async (text) => {
      const file = await docxOf(
        { title: text, summary: text, body: `${text}\n\n\`${text}\``.replace(/[<[]/g, ''), landscape: false },
        { organisation: text, site: SITE },
      ).catch((error: unknown) => {
        // Footnotes and headers are refused, in French.
        expect(String(error)).toMatch(/Ligne \d+/);
        return undefined;
      });
      const zip = file && (await JSZip.loadAsync(file));
      for (const part of Object.values(zip?.files ?? {}))
        if (/\.(?:xml|rels)$/.test(part.name)) XmlDocument.fromString(await part.async('string')).dispose();
    }),
    { numRuns: 100 },
  );
});

test('a document refuses a nesting without end in a sentence, and is not ended by it', async () => {
  const source = { title: 'Un modèle', summary: 'Un modèle.', landscape: false };
  const giver = { organisation: 'Le réseau', site: SITE };
  await expect(docxOf({ ...source, body: '>'.repeat(39_000) }, giver)).rejects.toThrow(/plus de 30 niveaux/);
  await expect(docxOf({ ...source, body: `${'> '.repeat(28)}a` }, giver)).resolves.toBeInstanceOf(Uint8Array);
});
