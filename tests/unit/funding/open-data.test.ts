import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  opportunityLines,
  opportunitiesJson,
  opportunitiesJsonSchema,
  type OpportunityEntry,
} from '#funding/feeds/open-data.ts';
import { opportunitiesCsv, opportunityColumns, type OpportunityLine } from '#funding/feeds/columns.ts';
import { isCalendarDate } from '#schemas/kit/index.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { entries } from '../../support/arbitraries.ts';
import { opportunity } from '../../support/deadlines.ts';
import { collectionOf } from '../../support/entries.ts';
import { networkEntries } from '../../support/network.ts';

const SITE = 'https://exemple.org';
const network: OpportunityEntry[] = networkEntries('opportunities').map((entry) => ({
  ...entry,
  funder: 'Une fondation',
}));
const random = fc
  .array(entries(collectionOf('opportunities')), { maxLength: 4 })
  .map((all) => all.map((data, id) => ({ id: `o${id}`, data: opportunities.schema.parse(data), funder: undefined })));

const line = (changes: Partial<OpportunityLine> = {}): OpportunityLine => ({
  ...(opportunityLines([{ id: 'a', data: opportunity(), funder: 'Une fondation' }], SITE)[0] as OpportunityLine),
  ...changes,
});

/** What a spreadsheet reads: semicolons, quotes, a byte order mark. */
const spreadsheet = (csv: string): string[][] => parse(csv, { bom: true, delimiter: ';' });
/** A text with one kind of line break, and with the apostrophe that keeps it from being a formula. */
const guarded = (cell: string) =>
  cell.replace(/\r\n|[\u0085\u2028\u2029]/g, '\n').replace(/^(?=[=+\-@\t＝＋－＠])/, "'");
const cellsOf = (each: OpportunityLine) => opportunityColumns.map(({ value }) => guarded(String(value(each) ?? '')));

describe('the spreadsheet', () => {
  test('has columns with names that every tool takes, each once', () => {
    const names = opportunityColumns.map(({ header }) => header);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(?:_[a-z]+)*$/.test(name))).toEqual([]);
  });

  test('opens in a French spreadsheet: byte order mark, semicolons, lines ended by CRLF', () => {
    const csv = opportunitiesCsv([line()]);
    expect(csv.startsWith('\ufefftitre;type;')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test.each(['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', '＝1', '=HYPERLINK("https://x";"y")'])(
    'never runs %j',
    (title) => {
      const [, row] = spreadsheet(opportunitiesCsv([line({ title })]));
      expect(row?.[0]).toBe(`'${title}`);
    },
  );

  test('is read back whole, whatever is written', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('"', ';', '\r\n', '\n', "'", '=', '+', '-', '@', '\t', ' ', 'é', ','), { maxLength: 8 })
        .map((signs) => signs.join('')),
    );
    const anyLine = fc.record({
      title: text,
      funder: text,
      territory: text,
      min: fc.option(fc.nat(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(anyLine.map(line), { maxLength: 5 }), (lines) => {
        const [header, ...rows] = spreadsheet(opportunitiesCsv(lines));
        expect(header).toEqual(opportunityColumns.map((each) => each.header));
        expect(rows).toEqual(lines.map(cellsOf));
      }),
      { numRuns: 2000 },
    );
  });

  test('holds every opportunity of a network', () => {
    const lines = opportunityLines(network, SITE);
    const [, ...rows] = spreadsheet(opportunitiesCsv(lines));
    expect(rows).toEqual(lines.map(cellsOf));
    expect(rows).toHaveLength(network.length);
  });

  test('gives the latest window, be it closed', () => {
    const windows = [
      { closesOn: '2024-02-01' },
      { opensOn: '2025-12-01', closesOn: '2026-02-01' },
      { opensOn: '2025-01-01' },
    ];
    expect(opportunityLines([{ id: 'a', data: opportunity({ windows }), funder: undefined }], SITE)).toMatchObject([
      { opensOn: '2025-12-01', closesOn: '2026-02-01' },
    ]);
  });
});

describe('the JSON', () => {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    formats: { date: isCalendarDate, uri: (uri) => URL.canParse(uri) },
  });
  const validate = ajv.compile(opportunitiesJsonSchema(SITE) as object);
  const served = (list: readonly OpportunityEntry[]): unknown =>
    JSON.parse(JSON.stringify(opportunitiesJson(list, SITE)));

  test('of the opportunities of a network follows its schema', () => {
    validate(served(network));
    expect(validate.errors).toBeNull();
  });

  test('of random opportunities follows it too', () => {
    fc.assert(
      fc.property(random, (list) => {
        validate(served(list));
        expect(validate.errors).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('the schema refuses what is not so', () => {
    const [first] = (served(network) as { financements: Record<string, unknown>[] }).financements;
    const wrong = {
      ...(served(network) as object),
      financements: [
        { ...first, kind: 'loterie' },
        { ...first, surprise: 1 },
      ],
    };
    expect(validate(wrong)).toBe(false);
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toEqual(
      expect.arrayContaining(['/financements/0/kind', '/financements/1']),
    );
  });
});
