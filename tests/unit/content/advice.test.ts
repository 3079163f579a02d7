import { describe, expect, test } from 'vitest';
import { formatReading } from '#content/advice/format.ts';
import { readingOf } from '#content/advice/index.ts';
import { wordingsIn } from '#content/advice/wordings.ts';
import { readFrontMatter } from '#content/check/front-matter.ts';
import { toMdast } from '#content/mdast.ts';
import type { CollectionName } from '#schemas/index.ts';

const LONG = `Nous ${Array.from({ length: 30 }, () => 'mangeons').join(' ')}.`;

const entry = (collection: CollectionName, text: string, hidden?: 'draft') => ({
  ...readFrontMatter(text),
  file: `content/${collection}/une.md`,
  collection,
  slug: 'une',
  hidden,
});

describe('a turn to say otherwise', () => {
  test.each([
    ['Une émission non datée le dit.', 'non datée'],
    ['Depuis, nous n’avons pas trouvé de nouvelles.', 'n’avons pas trouvé'],
    ['L’heure du repas n’est pas renseignée.', 'n’est pas renseignée'],
    ['Le jour exact ne nous est pas connu.', 'nous est pas connu'],
    ['selon une page de 2024', 'selon une page'],
    ['Un document non daté, lu vite.', 'non daté'],
    ['Ceux qui l’avaient notée doivent le voir.', 'Ceux qui'],
    ['L’adhésion est demandée à tous.', 'à tous'],
    ['Chacun donne ce qu’il peut.', 'Chacun donne'],
    ['Elle réunit 173 adhérents.', '173 adhérents'],
    ['afin de préparer', 'afin de'],
    ['au sein du réseau', 'au sein du'],
    ['impacter le quartier', 'impacter'],
    ["Depuis, nous n'avons pas trouvé de nouvelles.", 'n’avons pas trouvé'],
    ["afin d'aider", 'afin d’aider'],
  ])('%s', (text, seen) => {
    expect(wordingsIn(text).map((each) => each.seen)).toEqual([seen]);
  });

  test.each([
    'Celles et ceux qui cuisinent mangent.',
    'Une association ouverte à tous les âges.',
    'Qui vient donne ce que bon lui semble.',
    'L’impact social se mesure.',
    'Les bénévoles et les convives.',
    'Ouvert tous les midis.',
  ])('nothing in « %s »', (text) => {
    expect(wordingsIn(text)).toEqual([]);
  });
});

describe('how entries read', () => {
  const cantine = entry(
    'cantines',
    `---\ntitle: Ville-Basse\nsummary: Une salle non datée.\nstatus: open\nbooking:\n  note: À tous\n---\n\n## Chacun donne\n\nOn mange bien. ${LONG}\n\n- Ceux qui viennent lavent.\n\n> Chacun donne, dit-elle.\n`,
  );

  test('each piece of advice says its file and its line; a title and a quotation are left', () => {
    const { advice, readability } = readingOf([cantine], toMdast);
    expect(advice.map(({ line, words }) => [line, words.slice(0, 24)])).toEqual([
      [3, '« non datée » : donnez l'],
      [6, '« À tous » : « à tout le'],
      [11, 'une phrase de 31 mots, à'],
      [13, '« Ceux qui » : « celles '],
    ]);
    expect(advice[0]?.file).toBe('content/cantines/une.md');
    expect(readability).toEqual({ sentences: 5, mean: 8.8, long: 1, longest: 31 });
  });

  test('a part of a page is read too; a draft is not', () => {
    const page = '---\ntitle: Une page\nparts:\n  - kind: texte\n    text: Afin de manger.\n---\n\nOui.\n';
    expect(readingOf([entry('pages', page)], toMdast).advice).toMatchObject([{ line: 5 }]);
    expect(readingOf([entry('pages', page, 'draft')], toMdast).readability.sentences).toBe(0);
  });

  test('a few are told, then how many remain, then the figures', () => {
    const advice = Array.from({ length: 9 }, (_, line) => ({
      file: 'content/pages/une.md',
      line,
      words: '« afin de » : « pour »',
    }));
    const readability = { sentences: 40, mean: 14.04, long: 1, longest: 31 };
    const told = formatReading({ advice, readability }).split('\n');
    expect(told[0]).toBe('9\u00a0conseils de relecture : rien n’est bloqué.');
    expect(told).toHaveLength(11);
    expect(told.at(-2)).toBe('  et 1 de plus : npm run check:content -- --conseils');
    expect(told.at(-1)).toBe(
      'Lisibilité : 40\u00a0phrases, 14 mots en moyenne, 2,5 % de plus de 25 mots, la plus longue de 31.',
    );
    expect(formatReading({ advice, readability }, { all: true })).not.toContain('de plus :');
  });
});
