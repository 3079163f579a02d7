/** The file of an application: everything that was chosen is in it, whatever it holds. */
import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { letterDocx, type DocumentBlock } from '#documents/letter.ts';
import type { AnswerRecord, CallRecord } from '#funding/answers/bank.ts';
import { dossierBlocks, dossierTitle, type Dossier, type FollowedCall } from '#funding/answers/dossier.ts';
import { answerText, withSources } from '#funding/answers/answer-words.ts';

const TODAY = '2026-11-22';
const ANSWER: AnswerRecord = {
  slug: 'qui',
  title: 'Qui êtes-vous ?',
  kind: 'Qui nous sommes',
  calls: [],
  versions: [{ words: 50, text: 'Une table.\n\nDes voisins.' }],
  prompts: ['Votre histoire.'],
  facts: [],
  budget: [{ side: 'Recette', label: 'Prix libre', covers: 'Les repas.', mark: '60 à 80 %' }],
  sources: ['18 cantines (2026) : Maville, https://exemple.org/'],
};
const CALL: CallRecord = {
  slug: 'appel',
  title: 'Un appel',
  funder: 'Une fondation',
  kind: 'prix',
  calendar: { rhythm: 'annual', windows: [], usualMonths: { opens: ['12'], closes: [] }, asOf: '2026-10-01' },
  documents: ['Statuts', 'RIB'],
};
const CARD: FollowedCall = {
  title: 'Notre carte',
  funder: 'La mairie',
  state: 'En préparation',
  deadline: '2027-01-12',
  asked: 5000,
  people: 'AB',
  notes: 'Appeler Mme le maire.\nPuis écrire.',
  tasks: [
    { text: 'Photo', due: '2026-12-01', done: true },
    { text: 'Devis', due: undefined, done: false },
  ],
};
const dossier = (changes: Partial<Dossier>): Dossier => ({
  call: CALL,
  cantine: 'Metz',
  chosen: [{ answer: ANSWER, text: 'Une table.\n\nDes voisins.', addition: '' }],
  isSourced: true,
  gathered: new Set(['RIB']),
  today: TODAY,
  ...changes,
});
const wordsOf = (block: DocumentBlock): string => (block.is === 'table' ? block.rows.flat().join(' ') : block.text);
const textOf = (changes: Partial<Dossier>) =>
  dossierBlocks(dossier(changes))
    .map(wordsOf)
    .join('\n')
    .replace(/[\u00a0\u202f]/g, ' ');

describe('a file', () => {
  test('begins with the call, its funder and its usual month, said as usual', () => {
    const text = textOf({});
    expect(text).toMatch(/^Un appel\nDossier de la Petite Cantine « Metz »\.\nFinanceur : Une fondation\.\n/);
    expect(text).toMatch(/Dates : S’ouvre d’habitude en décembre.*à confirmer\./);
  });

  test('has what is left to write as boxes, until the cantine writes it', () => {
    expect(dossierBlocks(dossier({}))).toContainEqual({ is: 'box', text: 'Votre histoire.', ticked: false });
    const written = dossier({ chosen: [{ answer: ANSWER, text: 'Une table.', addition: 'La nôtre.' }] });
    expect(dossierBlocks(written)).not.toContainEqual({ is: 'box', text: 'Votre histoire.', ticked: false });
    expect(dossierBlocks(written)).toContainEqual({ is: 'text', text: 'La nôtre.' });
  });

  test('has its documents as boxes, ticked when they are gathered', () => {
    const boxes = dossierBlocks(dossier({})).filter(({ is }) => is === 'box');
    expect(boxes.slice(-2)).toEqual([
      { is: 'box', text: 'Statuts', ticked: false },
      { is: 'box', text: 'RIB', ticked: true },
    ]);
  });

  test('has its sources or not, as one chooses', () => {
    expect(textOf({})).toContain('Maville, https://exemple.org/');
    expect(textOf({ isSourced: false })).not.toContain('Maville');
  });

  test('of a card has its deadline, its tasks and its notes', () => {
    const text = textOf({ call: undefined, card: CARD });
    expect(text).toMatch(/^Notre carte\n/);
    expect(text).toContain('Financeur : La mairie.');
    expect(text).toContain('À déposer avant le 12 janvier 2027.');
    expect(text).toContain('Photo, pour le 1er décembre 2026');
    expect(text).toContain('Appeler Mme le maire.\nPuis écrire.');
    expect(text).toContain('Demandé : 5 000 €');
  });

  test('of nothing has a name', () => {
    expect(dossierTitle({ call: undefined })).toBe('Un dossier de demande');
  });
});

test('what one copies is the answer, the addition, then the sources', () => {
  expect(answerText({ text: 'Un.', addition: ' Deux. ' })).toBe('Un.\n\nDeux.');
  expect(answerText({ text: '', addition: 'Deux.' })).toBe('Deux.');
  expect(withSources('Un.', ['a', 'b'])).toBe('Un.\n\nSources\u00a0:\na\nb');
  expect(withSources('Un.', [])).toBe('Un.');
});

/** Text as another program reads it in the document, without its blanks. */
async function readIn(blocks: readonly DocumentBlock[]): Promise<string> {
  const bytes = letterDocx('Un dossier', blocks);
  expect(letterDocx('Un dossier', blocks)).toEqual(bytes);
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value.replace(/\s+/g, '');
}

describe('the document', () => {
  test('loses nothing that was chosen or added: another program reads it all', async () => {
    const word = fc.stringMatching(/^[\p{L}\p{N}&<>"'«»%€!?;:.]{1,12}$/u);
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((each) => each.join(' '));
    const chosen = fc.record({
      answer: fc.record({
        title: words,
        prompts: fc.array(words, { maxLength: 3 }),
        sources: fc.array(words, { maxLength: 2 }),
        budget: fc.array(fc.record({ side: words, label: words, covers: words, mark: words }), { maxLength: 3 }),
      }),
      text: words,
      addition: words,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(chosen, { maxLength: 4 }), fc.array(words, { maxLength: 3 }), async (all, notes) => {
        const card = { ...CARD, notes: notes.join('\n\n') };
        const read = await readIn(
          dossierBlocks(
            dossier({
              card,
              chosen: all.map(({ answer, ...rest }) => ({ ...rest, answer: { ...ANSWER, ...answer } })),
            }),
          ),
        );
        const told = all.flatMap(({ answer: { title, sources, budget }, text, addition }) => [
          ...[title, text, addition, ...sources],
          ...budget.flatMap((line) => Object.values(line)),
        ]);
        for (const each of [...told, ...notes, ...CALL.documents]) expect(read).toContain(each.replace(/\s+/g, ''));
      }),
      { numRuns: 40 },
    );
  });

  test('opens whatever is written: other scripts, controls, marks, tags', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (odd) => {
        const read = await readIn(
          dossierBlocks(
            dossier({
              cantine: odd,
              chosen: [{ answer: { ...ANSWER, title: odd }, text: odd, addition: `début${odd}fin` }],
            }),
          ),
        );
        expect(read).toContain('début');
        expect(read).toContain('Piècesàréunir');
      }),
      { numRuns: 60 },
    );
  });

  test('closes what turns its direction, and holds no code', async () => {
    const hostile = '\u202e]]></w:t><w:p/>\u0000<script>alert(1)</script>';
    const read = await readIn([
      { is: 'box', text: hostile, ticked: true },
      { is: 'table', rows: [[hostile, 'b'], ['c']] },
    ]);
    expect(read).not.toMatch(/[\u0000\u202e]/);
    expect(read).toContain(']]></w:t><w:p/><script>alert(1)</script>');
  });
});
