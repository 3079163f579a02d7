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

test.each<[message: string, status: number]>([
  ['You are not allowed to push into this branch', 403],
  ['user cannot commit to repo [user: equipe]', 403],
  ['Protected branch update failed for refs/heads/main.', 422],
])('a protected branch: %s', (message, status) => {
  expect(frenchError(failed(message, status))).toMatch(/^La forge protège la branche du site/);
});

test('a draft that a forge does not merge', () => {
  for (const status of [405, 406, 409, 422])
    expect(frenchError(failed('No', status), true)).toMatch(/^La forge ne réunit pas ce brouillon et le site/);
  expect(frenchError(failed('No', 503), true)).toMatch(/est en panne/);
});

test('what is French is told as it is', () => {
  const said = 'Le CMS local ne connaît pas cette action.';
  expect(frenchError(failed(said, 403))).toBe(said);
  expect(frenchError(Object.assign(new Error(said), { name: '' }))).toBe(said);
});

test('what nobody foresaw keeps its words', () => {
  expect(frenchError(new Error('Boom'))).toContain('« Boom »'.replace('« ', '«\u00a0').replace(' »', '\u00a0»'));
});
