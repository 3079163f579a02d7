import JSZip from 'jszip';
import { XmlDocument } from 'libxml2-wasm';
import readSheets from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { sheetNames, xlsxOf } from '#templates/xlsx/xlsx.ts';
import { networkFiles } from '../../support/network.ts';

const write = (body: string, title = 'Un plan') =>
  xlsxOf({ title, summary: 'Un résumé.', body }, { organisation: 'Le réseau' });
const read = async (body: string) => readSheets(Buffer.from(await write(body)));
const partOf = async (file: Uint8Array, path: string) =>
  (await (await JSZip.loadAsync(file)).file(path)?.async('string')) ?? '';
/** The formulas of a sheet, by their cells. */
const formulasOf = async (body: string, sheet = 1) => {
  const xml = await partOf(await write(body), `xl/worksheets/sheet${sheet}.xml`);
  return Object.fromEntries(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)<\/f>/g)].map(([, at = '', f = '']) => [at, f] as const),
  );
};

const BUDGET =
  '## Budget\n\n| Poste | Prévu (€) |\n| :-- | --: |\n| Loyer | 100 |\n| Denrées | [montant] |\n| **Total** | [total] |';
const CASH = `## Mois

| Trésorerie (€) | Janv. | Févr. | Année |
| :-- | --: | --: | --: |
| **En caisse au début du mois** | | | |
| **Ce qui entre** | | | |
| Repas | | | |
| Dons | | | |
| **Total de ce qui entre** | | | |
| **Ce qui sort** | | | |
| Loyer | | | |
| **Total de ce qui sort** | | | |
| **Solde du mois** | | | |
| **En caisse à la fin du mois** | | | |`;

describe('a table', () => {
  test('is a sheet, named by its title, whose numbers are numbers and whose places are empty', async () => {
    expect(await read(BUDGET)).toEqual([
      {
        sheet: 'Budget',
        data: [
          ['Poste', 'Prévu (€)'],
          ['Loyer', 100],
          ['Denrées', null],
          ['Total', 0],
        ],
      },
    ]);
  });

  test('keeps its head and its first column in sight, and prints in landscape on its width', async () => {
    const file = await write(BUDGET);
    const xml = await partOf(file, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>');
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
    expect(await partOf(file, 'xl/workbook.xml')).toContain("'Budget'!$A:$A,'Budget'!$1:$1");
    expect(await partOf(file, 'xl/styles.xml')).toContain('&quot;€&quot;');
  });

  test('is the same each time, in well-formed parts', async () => {
    const file = await write('## R & D\n\n| A | <B> |\n| --- | --- |\n| « l’été » & co | [date] |', 'Un & deux');
    expect(
      Buffer.from(file).equals(
        Buffer.from(await write('## R & D\n\n| A | <B> |\n| --- | --- |\n| « l’été » & co | [date] |', 'Un & deux')),
      ),
    ).toBe(true);
    for (const part of Object.values((await JSZip.loadAsync(file)).files))
      XmlDocument.fromString(await part.async('string')).dispose();
    const [sheet] = await readSheets(Buffer.from(file));
    expect(sheet?.sheet).toBe('R & D');
    expect(sheet?.data[1]?.[0]).toBe('«\u00a0l’été\u00a0» & co');
  });
});

describe('what adds up is a formula', () => {
  test('a total, of what stands above it', async () => {
    expect(await formulasOf(BUDGET)).toEqual({ B4: 'SUM(B2:B3)' });
  });

  test('what is left to find', async () => {
    const body = '| Poste | € |\n| :-- | --: |\n| Dépenses | |\n| Repas | |\n| Aides | |\n| **Reste à trouver** | |';
    expect(await formulasOf(body)).toEqual({ B5: 'B2-SUM(B3:B4)' });
  });

  test('the cash of each month, carried over to the next, and the year', async () => {
    expect(await formulasOf(CASH)).toEqual({
      C2: 'B11',
      D2: 'B2',
      D4: 'SUM(B4:C4)',
      D5: 'SUM(B5:C5)',
      B6: 'SUM(B4:B5)',
      C6: 'SUM(C4:C5)',
      D6: 'SUM(B6:C6)',
      D8: 'SUM(B8:C8)',
      B9: 'SUM(B8:B8)',
      C9: 'SUM(C8:C8)',
      D9: 'SUM(B9:C9)',
      B10: 'B6-B9',
      C10: 'C6-C9',
      D10: 'SUM(B10:C10)',
      B11: 'B2+B6-B9',
      C11: 'C2+C6-C9',
      D11: 'C11',
    });
  });

  test('the cash of a table that does not tell how a month begins', async () => {
    const body =
      '| (€) | Janv. | Févr. |\n| :-- | --: | --: |\n| Ce qui entre | | |\n| Ce qui sort | | |\n| En caisse à la fin du mois | | |';
    expect(await formulasOf(body)).toEqual({ B4: 'B2-B3', C4: 'B4+C2-C3' });
  });

  test('never in a column of words, nor a total of nothing', async () => {
    expect(await formulasOf('| A | B | C |\n| --- | --- | --: |\n| **Total** | | |')).toEqual({});
  });
});

test.each([
  [['Où en est-on : [état] ?'], ['Où en est-on état']],
  [['Quand l’argent arrive, et ce que nous ferons'], ['Quand l’argent arrive, et ce']],
  [
    ['Un', 'un', 'UN'],
    ['Un', 'un 2', 'UN 3'],
  ],
  [['?'], ['Tableau']],
])('sheets are named as a spreadsheet takes it: %j', (titles, names) => {
  expect(sheetNames(titles)).toEqual(names);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31);
});

test.each(networkFiles('templates').filter(({ raw }) => /^spreadsheet: true$/m.test(raw)))(
  'the template $slug makes a workbook with every table of it',
  async ({ body }) => {
    const sheets = await read(body);
    expect(sheets).toHaveLength(body.match(/^\|[ :|-]+\|$/gm)?.length ?? 0);
    for (const { data } of sheets) expect(data).not.toHaveLength(1);
  },
);
