/** What the form accepts, as Decap writes it, the build accepts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromJS } from 'immutable';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toMdastInBrowser } from '#admin/check/mdast.ts';
import { withSaved } from '#admin/known/saved.ts';
import { saveCheck, type Entry } from '#admin/save-check.ts';
import { inspectContent } from '#content/check/index.ts';
import { knownOf, siteOfKnown, type Known } from '#content/check/known.ts';
import { slugOf } from '#domain/slug.ts';
import { collections } from '#schemas/index.ts';
import { stringify } from 'yaml';
import { CLUMSY_SAVES, type ClumsySave } from '../../support/clumsy-saves.ts';
import { decapWrites } from '../../support/decap-writes.ts';
import { entryOf } from '../../support/entries.ts';
import { projectRoot } from '../../support/folders.ts';

const project = mkdtempSync(join(tmpdir(), 'accepted-'));
const folders = {
  root: join(project, 'content'),
  publicDir: join(project, 'public'),
  pagesDir: join(projectRoot, 'src/pages'),
};
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** As the served site tells it, drafts left out. */
let known: Known;
beforeAll(async () => {
  mkdirSync(join(project, 'public/uploads'), { recursive: true });
  writeFileSync(join(project, 'public/uploads/table.jpg'), '');
  write('cantines', 'lyon-vaise', `---\n${stringify(entryOf('cantines'))}---\n`);
  write('funders', 'ademe', `---\n${stringify(entryOf('funders'))}---\n`);
  known = knownOf((await inspectContent(folders)).site, { drafts: false });
});

function write(collection: string, slug: string, raw: string): void {
  mkdirSync(join(folders.root, collection), { recursive: true });
  writeFileSync(join(folders.root, collection, `${slug}.md`), raw);
}

/** Saves a new entry; what the build then refuses of it, or undefined when the form refused first. */
async function buildAfter({ collection, data, body }: ClumsySave): Promise<string[] | undefined> {
  const check = saveCheck({
    site: () => Promise.resolve(siteOfKnown(withSaved(known, [], 0))),
    parser: () => Promise.resolve(toMdastInBrowser),
    citers: () => Promise.resolve([]),
    refused: () => undefined,
    accepted: () => undefined,
  });
  const entry = fromJS({ collection, data: { ...data, body }, newRecord: true }) as unknown as Entry;
  const saved = await check({ entry }).catch(() => undefined);
  if (!saved) return undefined;
  const { body: text = '', ...frontMatter } = saved.toJS() as Record<string, unknown> & { body?: string };
  const slug = slugOf(String(data['title']));
  write(collection, slug, decapWrites(frontMatter, Object.keys(collections[collection].fields), text));
  const { problems } = await inspectContent(folders);
  rmSync(join(folders.root, collection, `${slug}.md`));
  return problems.map(({ field, found }) => `${field}: ${found}`);
}

test('there are sixty of them', () => {
  expect(CLUMSY_SAVES.length).toBeGreaterThanOrEqual(60);
});

test.each(CLUMSY_SAVES)('$name', async (save) => {
  expect((await buildAfter(save)) ?? []).toEqual([]);
});

test.each(CLUMSY_SAVES)('$name, in a draft', async (save) => {
  expect((await buildAfter({ ...save, data: { ...save.data, draft: true } })) ?? []).toEqual([]);
});

test('what is right is saved, and so are drafts but those that would be lost', async () => {
  const saved = async (saves: readonly ClumsySave[]) => {
    const names: string[] = [];
    for (const save of saves) if (await buildAfter(save)) names.push(save.name);
    return names;
  };
  expect(await saved(CLUMSY_SAVES)).toEqual([
    'an unclosed tag',
    'an unclosed code',
    'a code that shows HTML',
    'quotes and braces',
    'a title that YAML would read',
  ]);
  const drafts = await saved(CLUMSY_SAVES.map((save) => ({ ...save, data: { ...save.data, draft: true } })));
  expect(CLUMSY_SAVES.map(({ name }) => name).filter((name) => !drafts.includes(name))).toEqual([
    'a second header',
    'three dashes',
    'a title without end',
    'a title of which no name is made',
    'a name that is taken',
    'a name that hosts hide',
  ]);
});
