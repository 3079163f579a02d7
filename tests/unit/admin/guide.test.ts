import { expect, test } from 'vitest';
import { chaptersOf, partsOf } from '#admin/guide/parts.ts';
import { PICTURES } from '#admin/guide/pictures.ts';

const TEXT = `<p>Avant.</p>
<h2 id="a">Les gestes</h2>
<p>Tous.</p>
<h3 id="b">Fermer une <strong>cantine</strong> pour les vacances</h3>
<ol><li>Un.</li></ol>
<h3 id="c">Une autre</h3>`;

test('a text in parts loses nothing, and each has its pictures', () => {
  const { parts, others } = partsOf(TEXT);
  expect(parts.map(({ html }) => html).join('')).toBe(TEXT);
  expect(parts.map(({ level, id, title }) => [level, id, title])).toEqual([
    [undefined, '', ''],
    [2, 'a', 'Les gestes'],
    [3, 'b', 'Fermer une cantine pour les vacances'],
    [3, 'c', 'Une autre'],
  ]);
  const shown = parts.flatMap(({ pictures }) => pictures.map(({ name }) => name));
  expect(shown).toEqual(['close-card', 'close-choose', 'close-days', 'close-done']);
  expect([...shown, ...others.map(({ name }) => name)].toSorted()).toEqual(PICTURES.map(({ name }) => name).toSorted());
});

test.each(['', '<p>Un mot.</p>', '<h3 id="">Sans chapitre</h3>'])('a text that tells no task: %s', (html) => {
  const { parts, others } = partsOf(html);
  expect(others).toEqual(PICTURES);
  expect(chaptersOf(parts).flatMap(({ tasks }) => tasks)).toEqual([]);
});

test.each(['l’enregistrement est refusé', "L'enregistrement est refusé", 'L’enregistrement\u00a0est refusé'])(
  'a title that is written a little otherwise keeps its pictures: %s',
  (title) => {
    const [part] = partsOf(`<h3 id="x">${title}</h3>`).parts;
    expect(part?.pictures.map(({ name }) => name)).toEqual(['field-refused']);
  },
);

test('chapters hold the tasks that follow them', () => {
  expect(chaptersOf(partsOf(TEXT).parts).map(({ title, tasks }) => [title, tasks.length])).toEqual([['Les gestes', 2]]);
});

test('every picture is described and named once', () => {
  const names = PICTURES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { alt, caption } of PICTURES) {
    expect(alt.length).toBeGreaterThan(30);
    expect(caption).not.toBe('');
  }
});

test('a title inside a list stays in its part, which stays whole', () => {
  const html = '<h2 id="a">A</h2><ul><li>un <img alt="a > b"><h3 id="b">B</h3></li></ul><h2 id="c">C</h2><p>fin</p>';
  expect(partsOf(html).parts.map((part) => part.html)).toEqual([
    '<h2 id="a">A</h2><ul><li>un <img alt="a > b"><h3 id="b">B</h3></li></ul>',
    '<h2 id="c">C</h2><p>fin</p>',
  ]);
});
