/** What the network says of itself says where it was read: the check refuses what does not, and a copy proves it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteFolders } from '#content/check/folders.ts';
import { checkContent } from '#content/check/index.ts';
import { isNamed } from '#schemas/common.ts';
import { networkContent, projectRoot } from '../../support/folders.ts';
import { networkEntries } from '../../support/network.ts';

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tracing-'));
  cpSync(networkContent, join(copy, 'content'), { recursive: true });
});
afterAll(() => {
  rmSync(copy, { recursive: true });
});

/** The problems of the network, when one of its files is changed. */
async function problemsWith(file: string, change: (text: string) => string) {
  const path = join(copy, 'content', file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Nothing was changed in ${file}.`);
  writeFileSync(path, after);
  const problems = await checkContent({ ...siteFolders(projectRoot), root: join(copy, 'content') });
  writeFileSync(path, before);
  return problems.map(({ file: where, field }) => [where, field]);
}

describe('the check refuses', () => {
  test('a part that is planted without a source', async () => {
    const found = await problemsWith('pages/soutenir.md', (text) =>
      text.replace(
        '\nparts:\n',
        '\nparts:\n  - kind: question\n    title: Le meilleur réseau de France ?\n    text: Oui.\n',
      ),
    );
    expect(found).toEqual([['content/pages/soutenir.md', 'parts[1].sources']]);
  });

  test('a part that cites what its page does not list', async () => {
    const found = await problemsWith('pages/soutenir.md', (text) =>
      text.replace(
        '\nparts:\n',
        '\nparts:\n  - title: Un titre\n    sources:\n      - https://exemple.org/nulle-part\n',
      ),
    );
    expect(found).toEqual([['content/pages/soutenir.md', 'parts']]);
  });

  test('a cited source without its name, or without the day it was read', async () => {
    for (const line of [/\n {4}title: Lyon Capitale(?=\n)/, /\n {4}readOn: [\d-]+/]) {
      const found = await problemsWith('pages/premiere-fois.md', (text) => text.replace(line, ''));
      expect(found).toEqual([['content/pages/premiere-fois.md', 'sources']]);
    }
  });

  test('a date of the network without a source', async () => {
    const found = await problemsWith('milestones/premiere-cantine.md', (text) =>
      text.replace(/\nsources:\n(?: .*\n)+/, '\n'),
    );
    expect(found).toEqual([['content/milestones/premiere-cantine.md', 'sources']]);
  });
});

test.each(['milestones', 'figures', 'stories'] as const)('every entry of %s has a source, named and read', (name) => {
  const untraced = networkEntries(name)
    .filter(({ data }) => !data.demo && (data.sources.length === 0 || !data.sources.every(isNamed)))
    .map(({ id }) => id);
  expect(untraced).toEqual([]);
});

test('a part without a source says nothing that has a number or a date', () => {
  const counted = networkEntries('pages').flatMap(({ id, data }) =>
    data.parts
      .filter(({ kind, sources }) => sources.length === 0 && kind !== 'dates' && kind !== 'contact')
      .filter(({ text }) => /\d/.test(text ?? ''))
      .map(({ title }) => `${id}: ${title}`),
  );
  expect(counted).toEqual([]);
});
