import '@citation-js/plugin-bibtex';
import { Cite } from '@citation-js/core';
import { describe, expect, test } from 'vitest';
import type { Reference } from '#schemas/references.ts';
import { readAuthor, sayAuthor } from '#stories/references/author.ts';
import { bibliographyOf } from '#stories/references/bibliography.ts';
import { toCsl } from '#stories/references/csl.ts';
import { bibtexOf, cslJsonOf } from '#stories/references/files.ts';
import { entryOf, readOf } from '../../support/entries.ts';
import { networkEntries } from '../../support/network.ts';

const work = (changes: Partial<Reference> = {}): Reference => {
  const story = readOf('stories', entryOf('stories', { references: [{ title: 'Un livre', kind: 'livre' }] }));
  return { ...(story['references'] as Reference[])[0], ...changes } as Reference;
};
const frozen = () => bibliographyOf(networkEntries('stories').map(({ data }) => data));

describe('an author', () => {
  test.each([
    ['Étienne, Élyne', { family: 'Étienne', given: 'Élyne' }, 'Élyne Étienne'],
    ['Dupré la Tour, Diane', { family: 'Dupré la Tour', given: 'Diane' }, 'Diane Dupré la Tour'],
    ['Credoc', { literal: 'Credoc' }, 'Credoc'],
    ['Credoc,', { literal: 'Credoc,' }, 'Credoc,'],
  ])('%s', (name, read, said) => {
    expect(readAuthor(name)).toEqual(read);
    expect(sayAuthor(name)).toBe(said);
  });
});

describe('the bibliography', () => {
  test('names each work once, by its fullest record', () => {
    const full = work({ isbn: '9782330192525', publisher: 'Actes Sud' });
    const works = bibliographyOf([{ references: [work({ isbn: '978-2-330-19252-5' })] }, { references: [full] }]);
    expect(works).toEqual([full]);
  });

  test('leaves the press to the page for journalists', () => {
    const kinds = bibliographyOf([
      {
        references: [work({ kind: 'presse', title: 'a' }), work({ kind: 'podcast', title: 'b' }), work({ title: 'c' })],
      },
    ]).map(({ title }) => title);
    expect(kinds).toEqual(['c']);
  });

  test('begins with the newest, and ends with what has no date', () => {
    const titles = bibliographyOf([
      {
        references: [
          work({ title: 'sans date' }),
          work({ title: '2020', publishedOn: '2020' }),
          work({ title: '2024', publishedOn: '2024-05-01' }),
        ],
      },
    ]).map(({ title }) => title);
    expect(titles).toEqual(['2024', '2020', 'sans date']);
  });

  test('of the network holds what its facts name, with its identifiers', () => {
    const known = frozen().map(({ title, doi, isbn }) => doi ?? isbn ?? title);
    expect(known).toContain('10.3389/frsus.2023.956830');
    expect(known).toContain('978-2-330-19252-5');
  });
});

describe('the files', () => {
  test('CSL-JSON keeps a partial date as far as it goes', () => {
    const dates = toCsl([
      work({ publishedOn: '2024', title: 'a' }),
      work({ publishedOn: '2024-05', title: 'b' }),
      work({ publishedOn: '2024-05-01', title: 'c' }),
      work({ title: 'd' }),
    ]).map(({ issued }) => issued?.['date-parts']);
    expect(dates).toEqual([[[2024]], [[2024, 5]], [[2024, 5, 1]], undefined]);
  });

  test('two works never bear one key', () => {
    const keys = toCsl([work(), work({ url: 'https://exemple.org/' }), work({ kind: 'etude' })]).map(({ id }) => id);
    expect(keys).toEqual(['un-livre', 'un-livre-b', 'un-livre-c']);
  });

  test('BibTeX is read back as the works that were written', () => {
    const references = frozen();
    const read = new Cite(bibtexOf(references)).data;
    expect(read.map(({ title }) => title)).toEqual(references.map(({ title }) => title));
    expect(read.map(({ id }) => id)).toEqual(toCsl(references).map(({ id }) => id));
    expect(read.map(({ DOI }) => DOI)).toEqual(references.map(({ doi }) => doi));
    expect(read.map(({ author = [] }) => author.length)).toEqual(references.map(({ authors }) => authors.length));
  });

  test('what a work is called cannot break its file', () => {
    const written = bibtexOf([
      work({
        title: 'Pain & vin : 50 % #1 à 3 $_x } ~ ^ \\ fin',
        kind: 'article',
        authors: ['Dupré & Fils_, Anne', 'Pain & Cie'],
        container: 'R&D_revue',
        publisher: 'Sel & poivre',
        doi: '10.1000/a_b#c',
        url: 'https://exemple.org/a_b?c=d&e=50%25#f',
      }),
    ]);
    expect(written).toContain(
      String.raw`Pain \& vin : 50 \% \#1 à 3 \$\_x ) \textasciitilde{} \textasciicircum{} \textbackslash{} fin`,
    );
    expect(written).toContain(String.raw`Dupré \& Fils\_, Anne`);
    expect(written).toContain(String.raw`Pain \& Cie`);
    expect(written).toContain(String.raw`R\&D\_revue`);
    expect(written).toContain(String.raw`Sel \& poivre`);
    expect(written).toContain('10.1000/a_b#c');
    expect(written).toContain('https://exemple.org/a_b?c=d&e=50%25#f');
  });

  test('a sign escaped for LaTeX is read back as it was', () => {
    const title = 'Une table & co_, à 50 % et #1';
    const [read] = new Cite(bibtexOf([work({ title })])).data;
    expect(read?.title).toBe(title);
  });

  test('CSL-JSON is JSON, and says what BibTeX says', () => {
    expect(JSON.parse(cslJsonOf(frozen()))).toEqual(toCsl(frozen()));
    expect(cslJsonOf([])).toBe('[]\n');
    expect(bibtexOf([])).toBe('');
  });
});

test('a day is no month of BibTeX', () => {
  expect(bibtexOf([work({ title: 'Comme à la maison', publishedOn: '2024-05-01' })])).toMatch(/month = \{5\},\n/);
});
