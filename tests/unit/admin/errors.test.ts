import { expect, test } from 'vitest';
import { frenchError } from '#admin/errors.ts';

const failed = (message: string, status?: number) => Object.assign(new Error(message), { name: 'API_ERROR', status });

test.each([
  new TypeError('Failed to fetch'),
  new TypeError('NetworkError when attempting to fetch resource.'),
  new TypeError('Load failed'),
  failed('Request timed out after 60 seconds'),
])('a server that does not answer: %s', (error) => {
  expect(frenchError(error)).toMatch(/^Le serveur ne répond pas\./);
});

test.each<[status: number, sentence: RegExp]>([
  [401, /^La connexion a expiré/],
  [403, /^La connexion a expiré/],
  [404, /ne trouve pas ce fichier/],
  [409, /^La fiche a changé entre-temps/],
  [413, /aussi lourd/],
  [429, /trop de demandes/],
  [503, /est en panne/],
])('what a forge answers with %i', (status, sentence) => {
  const said = frenchError(failed('You shall not pass', status));
  expect(said).toMatch(sentence);
  expect(said).toContain('You shall not pass');
});

test('what is French is told as it is', () => {
  const said = 'Le CMS local ne connaît pas cette action.';
  expect(frenchError(failed(said, 403))).toBe(said);
  expect(frenchError(Object.assign(new Error(said), { name: '' }))).toBe(said);
});

test('what nobody foresaw keeps its words', () => {
  expect(frenchError(new Error('Boom'))).toContain('« Boom »'.replace('« ', '«\u00a0').replace(' »', '\u00a0»'));
});
