import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stopOnProblems } from '#build/content-check.ts';

const root = mkdtempSync(join(tmpdir(), 'content-check-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a build stops with the report alone: no stack, and no word of it for Astro to explain', async () => {
  mkdirSync(join(root, 'content/guides'), { recursive: true });
  writeFileSync(
    join(root, 'content/guides/a.md'),
    '---\ntitle: Le document des windows\ntopic: windows\n---\n\nUn texte.\n',
  );
  const stopped = stopOnProblems({ root: join(root, 'content'), publicDir: join(root, 'public') });
  await expect(stopped).rejects.toThrow(/content\/guides\/a\.md[^]*windows[^]*2 erreurs dans 1 fichier/);
  const error = await stopped.catch((thrown: unknown) => thrown);
  expect(String(error)).toBe('Contenu');
  expect(error).toMatchObject({ name: 'Contenu', stack: '' });
});

test('and goes on when nothing is refused', async () => {
  await expect(stopOnProblems({ root, publicDir: root })).rejects.toThrow();
  mkdirSync(join(root, 'empty'));
  await expect(stopOnProblems({ root: join(root, 'empty'), publicDir: root })).resolves.toMatchObject({ problems: [] });
});
