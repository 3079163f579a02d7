import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { reach, troubleOf, Unreached } from '#components/trouble.ts';

const told = vi.spyOn(console, 'error');
beforeEach(() => {
  told.mockReset();
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => vi.unstubAllGlobals());

describe('what is asked of the network', () => {
  const read = (response: Response) => response.text();
  const answering = (answer: () => Promise<Response>) => vi.stubGlobal('fetch', answer);

  test('is read', async () => {
    answering(() => Promise.resolve(new Response('bonjour')));
    expect(await reach('/x', read)).toBe('bonjour');
  });

  test.each([
    ['that does not answer', () => Promise.reject(new TypeError('La connexion Internet semble interrompue.'))],
    ['that is given up', () => Promise.reject(new DOMException('aborted', 'AbortError'))],
    ['that has not the file', () => Promise.resolve(new Response('', { status: 404 }))],
    ['in trouble', () => Promise.resolve(new Response('', { status: 503 }))],
    [
      'that stops halfway',
      () =>
        Promise.resolve(new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('cut')) }))),
    ],
  ])('of one %s: it is the network', async (_name, answer) => {
    answering(answer);
    const error = await reach('/x', read).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Unreached);
    expect(troubleOf(error)).toBe('unreached');
    expect(told).not.toHaveBeenCalled();
  });
});

test.each([
  'Failed to fetch dynamically imported module: https://exemple.org/_astro/choosing.js',
  'error loading dynamically imported module: https://exemple.org/_astro/choosing.js',
  'Importing a module script failed.',
  'Failed to fetch',
  'NetworkError when attempting to fetch resource.',
  'Load failed',
  'Unable to preload CSS for /_astro/detailed.css',
  'Failed to load the Pagefind WASM:\nError: 503 fetching /pagefind/wasm.fr.pagefind',
  'Failed to load Pagefind metadata',
])('a file that does not come, in the words of others: %s', (message) => {
  expect(troubleOf(new TypeError(message))).toBe('unreached');
  expect(told).not.toHaveBeenCalled();
});

test.each([
  new TypeError('list.toSorted is not a function'),
  new TypeError("undefined is not a function (near '...list.toSorted...')"),
  new TypeError("Cannot read properties of undefined (reading 'name')"),
  new ReferenceError("Can't find variable: WebAssembly"),
  new SyntaxError('Unexpected token < in JSON at position 0'),
  new SyntaxError("The requested module './place.js' does not provide an export named 'a'"),
  new SyntaxError('Invalid regular expression: invalid group specifier name'),
  new Error('Failed to load the Pagefind WASM:\nReferenceError: WebAssembly is not defined'),
  new Error('not a shard: index'),
])('what is missing or broken is never the network: %s', (error) => {
  told.mockReturnValue();
  expect(troubleOf(error)).toBe('ours');
  expect(told).toHaveBeenCalledWith(error);
});

test('without a connection, nothing else is looked for', () => {
  vi.stubGlobal('navigator', { onLine: false });
  expect(troubleOf(new Error('no index'))).toBe('unreached');
});
