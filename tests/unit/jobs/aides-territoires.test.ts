import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '#content/check/index.ts';
import { readFrontMatter } from '#content/check/front-matter.ts';
import { slugOf } from '#domain/slug.ts';
import { opportunities } from '#schemas/opportunities.ts';
import { readAid, type Aid } from '#jobs/aides-territoires/aid.ts';
import { choose } from '#jobs/aides-territoires/choose.ts';
import { draftOf } from '#jobs/aides-territoires/draft.ts';
import { fileOf } from '#jobs/aides-territoires/files.ts';
import { importSummary } from '#jobs/aides-territoires/summary.ts';
import { aidTerritory } from '#jobs/aides-territoires/territory.ts';
import { anAid, answers, cuts, fails, TOKEN, type AidsServer } from '../../support/aids-server.ts';
import { startImportSite, TODAY, type ImportSite } from '../../support/import-site.ts';

let site: ImportSite;
let server: AidsServer;
let root = '';
const run: ImportSite['run'] = (...given) => site.run(...given);

beforeEach(async () => {
  site = await startImportSite();
  ({ server, root } = site);
});
afterEach(() => site.close());

const entry = (slug: string) => join(root, 'content/opportunities', `${slug}.md`);
const read = async (slug: string) => readFile(entry(slug), 'utf8');
const problems = () => checkContent({ root: join(root, 'content'), publicDir: join(root, 'public') });
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const five = () =>
  Array.from({ length: 5 }, (_, index) =>
    anAid({ id: index + 1, name: `Aide ${index + 1}`, origin_url: `https://www.exemple.org/${index + 1}` }),
  );

describe('an import', () => {
  test('reads every page and writes drafts that our own check accepts', async () => {
    server.aids = five();
    const report = await run();
    expect(server.given).toEqual([1, 2, 3]);
    expect(server.connected).toBe(1);
    expect(report.plan.created).toHaveLength(5);
    expect(report.funders).toEqual(['Département du Rhône']);
    expect(await problems()).toEqual([]);
    const data = opportunities.schema.parse(readFrontMatter(await read('aide-1-at-1')).data);
    expect(data).toMatchObject({
      title: 'Aide 1',
      kind: 'subvention',
      funder: 'departement-du-rhone',
      territory: { scope: 'departement', name: 'Rhône', codes: ['69'] },
      windows: [{ opensOn: '2027-01-04', closesOn: '2027-03-15' }],
      fundedShare: 80,
      officialUrl: 'https://www.exemple.org/aide'.replace('aide', '1'),
      confidence: 'medium',
      draft: true,
      origin: { provider: 'aides-territoires', id: '1' },
    });
    expect(data.sources[0]).toMatchObject({ title: 'Aides-territoires (Licence Ouverte 2.0)', readOn: TODAY });
  });

  test('run twice, changes nothing, even the next day', async () => {
    server.aids = five();
    await run();
    const before = await Promise.all([1, 2, 3, 4, 5].map((id) => read(`aide-${id}-at-${id}`)));
    const report = await run({ today: '2026-11-22' });
    expect(report.plan).toMatchObject({ created: [], updated: [], kept: [], gone: [], unchanged: 5 });
    expect(await Promise.all([1, 2, 3, 4, 5].map((id) => read(`aide-${id}-at-${id}`)))).toEqual(before);
  });

  test('tells what is left out, and why', async () => {
    server.aids = [
      anAid({ id: 1, is_live: false }),
      anAid({ id: 2, targeted_audiences: ['Communes'] }),
      anAid({ id: 3, is_charged: true }),
      anAid({ id: 4, categories: ['Mobilité / Transports'], name: 'Une route', description: '<p>Du bitume.</p>' }),
    ];
    const report = await run();
    expect(Object.fromEntries(report.refusals)).toEqual({ 'not-live': 1, audience: 1, charged: 1, far: 1 });
    expect(plain(importSummary(report))).toContain('4 aides lues ; laissées de côté : 1 plus en ligne');
    expect((await run({ all: true })).plan.created).toHaveLength(2);
  });

  test('on trial, writes nothing', async () => {
    server.aids = five();
    const before = await readdir(root, { recursive: true });
    const report = await run({ trial: true, cacheFolder: join(tmpdir(), 'aides-essai') });
    expect(report.plan.created).toHaveLength(5);
    expect(await readdir(root, { recursive: true })).toEqual(before);
    expect(plain(importSummary(report))).toContain('rien n’a été écrit');
  });

  test('knows a funder by its name', async () => {
    server.aids = [anAid({ financers: ['FONDATION D’EXEMPLE', 'Une région'] })];
    await writeFile(
      join(root, 'content/funders/fondation-exemple.md'),
      (await readFile(join(root, 'content/funders/fondation-exemple.md'), 'utf8')).replace(
        /^title: .*$/m,
        'title: Fondation d’exemple',
      ),
    );
    const report = await run();
    expect(report.funders).toEqual([]);
    expect(report.plan.created[0]?.data).toMatchObject({ funder: 'fondation-exemple', coFunders: 'Une région' });
  });
});

describe('what a person wrote', () => {
  const edit = async (slug: string, change: (text: string) => string) =>
    writeFile(entry(slug), change(await read(slug)));

  test('is kept; the rest follows, and what changed under it is told', async () => {
    server.aids = [anAid({ id: 1, name: 'Aide 1' })];
    await run();
    await edit('aide-1-at-1', (text) =>
      text
        .replace(/^title: .*$/m, '# Le nom que l’on dit chez nous\ntitle: Notre nom')
        .replace(/^draft: true$/m, 'draft: false'),
    );
    server.aids = [anAid({ id: 1, name: 'Aide renommée', submission_deadline: '2027-04-01' })];
    const report = await run({ today: '2026-12-01' });
    expect(report.plan.kept).toEqual([{ slug: 'aide-1-at-1', title: 'Notre nom', names: ['title'] }]);
    expect(report.plan.updated.map(({ names }) => names)).toEqual([['windows', 'sources']]);
    const text = await read('aide-1-at-1');
    expect(text).toContain('# Le nom que l’on dit chez nous\ntitle: Notre nom');
    expect(text).toContain('closesOn: 2027-04-01');
    expect(text).toContain('draft: false');
    // A person publishes the funder too: the check asks for it.
    const funder = join(root, 'content/funders/departement-du-rhone.md');
    await writeFile(funder, (await readFile(funder, 'utf8')).replace('draft: true', 'draft: false'));
    // Told once.
    expect((await run()).plan.kept).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  test('in the text too', async () => {
    server.aids = [anAid({ id: 1, name: 'Aide 1' })];
    await run();
    await edit('aide-1-at-1', (text) => `${text}\nNotre conseil : appeler avant.\n`);
    server.aids = [anAid({ id: 1, name: 'Aide 1', description: '<p>Tout autre chose, pour le lien social.</p>' })];
    const report = await run();
    expect(report.plan.kept[0]?.names).toEqual(['body']);
    expect(await read('aide-1-at-1')).toContain('Notre conseil : appeler avant.');
  });

  test('a removed entry does not come back, an aid that is gone is told and stays', async () => {
    server.aids = five().slice(0, 2);
    await run();
    await rm(entry('aide-1-at-1'));
    server.aids = [anAid({ id: 1, name: 'Aide 1' })];
    const report = await run();
    expect(report.plan.removed).toEqual([{ id: '1', slug: 'aide-1-at-1' }]);
    expect(report.plan.gone).toEqual([{ id: '2', slug: 'aide-2-at-2' }]);
    expect(await readdir(join(root, 'content/opportunities'))).toContain('aide-2-at-2.md');
  });

  test('a renamed entry is still the same aid', async () => {
    server.aids = [anAid({ id: 1, name: 'Aide 1' })];
    await run();
    await rename(entry('aide-1-at-1'), entry('notre-aide'));
    server.aids = [anAid({ id: 1, name: 'Aide 1', submission_deadline: '2027-04-01' })];
    const report = await run();
    expect(report.plan).toMatchObject({ created: [], removed: [], updated: [{ slug: 'notre-aide' }] });
    expect(await read('notre-aide')).toContain('closesOn: 2027-04-01');
    await rename(entry('notre-aide'), entry('encore-autre-chose'));
    server.aids = [anAid({ id: 2, name: 'Aide 2', origin_url: null })];
    expect((await run()).plan.gone).toEqual([{ id: '1', slug: 'encore-autre-chose' }]);
  });

  test('a funder that takes over an aid is written too, for the entry to lead to it', async () => {
    server.aids = [anAid({ id: 1 })];
    await run();
    server.aids = [anAid({ id: 1, financers: ['Région Sud'] })];
    const report = await run();
    expect(report.plan.updated[0]?.names).toContain('funder');
    expect(report.funders).toEqual(['Région Sud']);
    expect(await problems()).toEqual([]);
  });

  test('a draft of an import cut before its end is followed by the next one, without losing a word', async () => {
    server.aids = [anAid({ id: 1, name: 'Aide 1' })];
    await run();
    await edit('aide-1-at-1', (text) => text.replace(/^summary: .*$/m, 'summary: Nos mots.'));
    await rm(join(root, 'imports'), { recursive: true });
    expect((await run()).plan).toMatchObject({ created: [], duplicates: [], unchanged: 1 });
    server.aids = [anAid({ id: 1, name: 'Aide 1', description: 'Autre', submission_deadline: '2027-04-01' })];
    expect((await run()).plan).toMatchObject({
      updated: [{ names: ['windows', 'body'] }],
      kept: [{ names: ['summary'] }],
    });
    expect(await read('aide-1-at-1')).toContain('summary: Nos mots.');
  });

  test('an aid that was imported is followed, even far from what a cantine does', async () => {
    const far = { id: 1, name: 'Une route', categories: ['Mobilité'], description: null };
    server.aids = [anAid(far)];
    await run({ all: true });
    server.aids = [anAid({ ...far, submission_deadline: '2027-04-01' })];
    expect((await run()).plan.updated[0]?.names).toEqual(['windows']);
  });

  test('a funder whose file has that name already is not written over', async () => {
    const funder = join(root, 'content/funders/region-sud.md');
    const before = (await readFile(join(root, 'content/funders/fondation-exemple.md'), 'utf8')).replace(
      /^title: .*$/m,
      'title: Région Sud Provence',
    );
    await writeFile(funder, before);
    server.aids = [anAid({ financers: ['Région Sud'] })];
    const report = await run();
    expect(report.funders).toEqual([]);
    expect(report.plan.created[0]?.data).toMatchObject({ funder: 'region-sud' });
    expect(await readFile(funder, 'utf8')).toBe(before);
  });

  test('a new funder is of the kind that its name tells, to be read again', async () => {
    const kinds = {
      'Ministère de la Culture': 'etat',
      'ADEME – Agence de la transition écologique': 'etat',
      'Caf du Rhône': 'securite-sociale',
      'Caisse des Dépôts': 'banque',
      'Fondation de France': 'fondation',
      'Métropole de Lyon': 'collectivite',
    };
    server.aids = Object.keys(kinds).map((name, index) =>
      anAid({ id: index + 1, name: `Aide ${index}`, origin_url: null, financers: [name] }),
    );
    const { funders: names } = await run();
    expect(names).toEqual(Object.keys(kinds));
    for (const [name, kind] of Object.entries(kinds)) {
      const file = join(root, 'content/funders', `${slugOf(name)}.md`);
      expect(readFrontMatter(await readFile(file, 'utf8')).data).toMatchObject({ title: name, kind, draft: true });
    }
  });

  test('an entry that cannot be read is left as it is, and told', async () => {
    server.aids = [anAid({ id: 1, name: 'Aide 1' })];
    await run();
    await edit('aide-1-at-1', (text) => text.replace(/^title: .*$/m, 'title: "sans fin'));
    const broken = await read('aide-1-at-1');
    server.aids = [anAid({ id: 1, name: 'Aide renommée', subvention_comment: 'Un champ de plus' })];
    expect(plain(importSummary(await run()))).toContain(
      'aide-1-at-1.md ne se lit pas : la fiche est laissée telle quelle',
    );
    expect(await read('aide-1-at-1')).toBe(broken);
    await rm(join(root, 'imports'), { recursive: true });
    await run();
    expect(await read('aide-1-at-1')).toBe(broken);
  });

  test.each([
    ['the same page', { origin_url: 'http://www.exemple.org/appel/' }],
    ['the same title', { name: 'APPEL D’EXEMPLE', origin_url: null }],
  ])('an entry with %s is told, not written twice', async (_, aid) => {
    await edit('appel-exemple', (text) =>
      text
        .replace(/^title: .*$/m, 'title: Appel d’exemple')
        .replace(/^officialUrl: .*\n/m, '')
        .replace('kind:', 'officialUrl: https://exemple.org/appel\nkind:'),
    );
    server.aids = [anAid(aid)];
    const report = await run();
    expect(report.plan.created).toEqual([]);
    expect(report.plan.duplicates[0]?.slug).toBe('appel-exemple');
  });

  test.each(['{"1": {', '[1]', '{"1": {"slug": 3}}'])('a memory that cannot be read stops all: %s', async (text) => {
    server.aids = five();
    await mkdir(join(root, 'imports'));
    await writeFile(join(root, 'imports/aides.json'), text);
    await expect(run()).rejects.toThrow(/ne se lit pas.*Rien n’a été écrit/);
    expect(await readdir(join(root, 'content/opportunities'))).toEqual(['appel-exemple.md']);
  });
});

describe('a server in trouble', () => {
  test('an expired access is renewed', async () => {
    server.aids = five();
    server.troubles = [fails(401)];
    expect((await run()).plan.created).toHaveLength(5);
    expect(server.connected).toBe(2);
  });

  test.each([
    ['500, then right', [fails(500)]],
    ['429 with a wait, then right', [fails(429, { 'Retry-After': '0' })]],
    ['cut, then right', [cuts]],
    ['half a page, then right', [answers('{"count": 5, "results": [{"id"')]],
  ])('%s', async (_, troubles) => {
    server.aids = five();
    server.troubles = troubles;
    expect((await run()).plan.created).toHaveLength(5);
  });

  test.each(['3600', new Date('2100-01-01').toUTCString()])('does not wait for hours: %s', async (after) => {
    server.aids = five();
    server.troubles = [fails(429, { 'Retry-After': after })];
    await expect(run()).rejects.toThrow(/demande d’attendre \d+ minutes \(429\)/);
    expect((await run()).plan.created).toHaveLength(5);
  });

  test('waits as long as it is asked to', async () => {
    server.aids = five();
    server.troubles = [fails(429, { 'Retry-After': '1' })];
    const before = performance.now();
    await run();
    expect(performance.now() - before).toBeGreaterThanOrEqual(1000);
  });

  test.each([
    ['a wrong token', 'faux', () => undefined, /refuse le jeton \(401\).*AIDES_TERRITOIRES_TOKEN/],
    [
      'always 500',
      TOKEN,
      () => (server.troubles = Array.from({ length: 9 }, () => fails(500))),
      /page 1.*en panne \(500\)/,
    ],
    [
      'always half a page',
      TOKEN,
      () => (server.troubles = Array.from({ length: 9 }, () => answers('{'))),
      /page 1.*coupée/,
    ],
    [
      'another shape',
      TOKEN,
      () => (server.troubles = [answers('{"total": 5, "items": []}')]),
      /changé de forme : le champ « count »/,
    ],
    ['not found', TOKEN, () => (server.troubles = [fails(404)]), /répond 404/],
    [
      'a connection that gives nothing',
      TOKEN,
      () => (server.connections = Array.from({ length: 9 }, () => answers('{}'))),
      /n’a pas donné d’accès/,
    ],
    [
      'another host',
      TOKEN,
      () => (server.next = () => 'https://ailleurs.exemple/api/aids/?page=2'),
      /autre site, https:\/\/ailleurs\.exemple/,
    ],
  ])('%s: a sentence, and nothing is written', async (_, token, prepare, sentence) => {
    server.aids = five();
    prepare();
    await expect(run({}, token)).rejects.toThrow(sentence);
    expect(await readdir(join(root, 'content/opportunities'))).toEqual(['appel-exemple.md']);
  });

  test('a run that was cut goes on where it stopped; a day later, or when asked, it starts anew', async () => {
    server.aids = five();
    server.next = (url) => {
      if (server.given.length === 2) server.troubles = Array.from({ length: 3 }, () => fails(500));
      return url;
    };
    await expect(run()).rejects.toThrow(/page 3.*elle reprendra à cette page/);
    expect(server.given).toEqual([1, 2]);
    expect((await run({ now: 1000 })).plan.created).toHaveLength(5);
    expect(server.given).toEqual([1, 2, 3]);

    server.given = [];
    await expect(run({ now: 2000 })).rejects.toThrow();
    server.next = undefined;
    server.troubles = [];
    await run({ now: 2000 + 86_400_000 });
    expect(server.given).toEqual([1, 2, 1, 2, 3]);
  });

  test('a field that changed is named, and the other aids go on', async () => {
    server.aids = [
      anAid({ id: 1, submission_deadline: '15/03/2027' }),
      anAid({ id: 2, financers: undefined }),
      anAid({ id: 3 }),
    ];
    const { faults, plan } = await run();
    expect(plan.created).toHaveLength(1);
    expect(faults[0]).toMatch(
      /Aide 1 « Aide test » : le champ « submission_deadline » contient « 15\/03\/2027 », et non une date/,
    );
    expect(faults[1]).toMatch(/Aide 2 .* « financers » manque, qui devrait contenir une liste/);
  });

  test('an aid that cannot be read any more is not said to be gone', async () => {
    server.aids = five().slice(0, 2);
    await run();
    server.aids = [anAid({ id: 1, financers: undefined }), ...five().slice(1, 2)];
    const { plan, faults } = await run();
    expect(plan.gone).toEqual([]);
    expect(faults).toHaveLength(1);
  });

  test('when none can be read, nothing is done', async () => {
    server.aids = five();
    await run();
    const before = await read('aide-1-at-1');
    server.aids = five().map((aid) => ({ ...aid, financers: 'Un texte' }));
    await expect(run()).rejects.toThrow(/aucune aide que l’on sache lire\. Aide 1 .*« financers »/);
    expect(await read('aide-1-at-1')).toBe(before);
  });
});

test('a service that gives no aid at all is not believed', async () => {
  server.aids = five();
  await run();
  server.aids = [];
  await expect(run()).rejects.toThrow(/Aides-territoires ne donne aucune aide/);
  server.aids = five();
  expect((await run()).plan).toMatchObject({ gone: [], unchanged: 5 });
});

test('when pages hold less than they say, none is said to be gone', async () => {
  server.aids = five();
  await run();
  server.next = () => null;
  expect((await run()).plan.gone).toEqual([]);
});

test('what tells the progress is the number of aids, whatever the size of a page', async () => {
  server.aids = five();
  const told: [number, number][] = [];
  await run({}, TOKEN, (...each) => told.push(each));
  expect(told).toEqual([
    [2, 5],
    [4, 5],
    [5, 5],
  ]);
});

test.each(['', '{"next": 3}', 'null'])(
  'where a cut run was, when it cannot be read, is forgotten: %s',
  async (text) => {
    server.aids = five();
    await mkdir(join(root, 'cache'));
    await writeFile(join(root, 'cache/avancement.json'), text);
    expect((await run()).plan.created).toHaveLength(5);
  },
);

describe('a saved file', () => {
  test('leaves the pages of a cut run for the next one', async () => {
    server.aids = five();
    server.next = (url) => {
      if (server.given.length === 2) server.troubles = Array.from({ length: 3 }, () => fails(500));
      return url;
    };
    await expect(run()).rejects.toThrow(/page 3/);
    const file = join(root, 'aides.json');
    await writeFile(file, JSON.stringify(five()));
    await run({ file });
    await run();
    expect(server.given).toEqual([1, 2, 3]);
  });

  test.each([
    ['a page', { count: 1, previous: null, next: null, results: [anAid()] }],
    ['a list of aids', [anAid()]],
    ['several pages', [{ results: [anAid()] }, { results: [anAid({ id: 2, name: 'Autre', origin_url: null })] }]],
  ])('%s', async (_, value) => {
    const file = join(root, 'aides.json');
    await writeFile(file, JSON.stringify(value));
    const report = await run({ file });
    expect(report.plan.created.length).toBeGreaterThan(0);
    expect(server.connected).toBe(0);
  });

  test('tells what is gone only when it holds all of them', async () => {
    server.aids = five();
    await run();
    const file = join(root, 'aides.json');
    const goneOf = async (value: unknown) => {
      await writeFile(file, JSON.stringify(value));
      return (await run({ file })).plan.gone.map(({ id }) => id);
    };
    const [first] = five();
    expect(await goneOf([first])).toEqual([]);
    expect(await goneOf({ count: 5, results: [first] })).toEqual([]);
    expect(await goneOf({ count: 1, results: [first] })).toEqual(['2', '3', '4', '5']);
  });

  test.each([
    ['absent', undefined, /n’existe pas/],
    ['cut', '[{"id": 1', /n’est pas du JSON entier/],
    ['empty', '[]', /aides\.json ne donne aucune aide/],
    ['of something else', '{"a": 1}', /aucune aide que l’on sache lire.*« id » manque.*Attendu : des aides/],
    ['of a text', '"x"', /On attendait une aide, on trouve "x"/],
  ])('%s', async (_, text, sentence) => {
    const file = join(root, 'aides.json');
    if (text !== undefined) await writeFile(file, text);
    await expect(run({ file })).rejects.toThrow(sentence);
  });
});

test('a day of pre-filing is written as one reads it', () => {
  const read = readAid(anAid({ predeposit_date: '2027-02-01' }));
  if (!('aid' in read)) throw new Error(read.fault);
  const { data } = draftOf(read.aid, { base: 'https://exemple.org', funder: 'x', today: TODAY, reasons: [] });
  expect(plain(JSON.stringify(data['windows']))).toContain('prédépôt avant le 1er février 2027');
});

test('a # of a text makes no title', async () => {
  server.aids = [
    '<p>#</p>',
    '<ul><li>#</li></ul>',
    '<pre># a\n## b</pre>',
    '<blockquote>#\u00a0</blockquote>',
    '<ol><li>#</li></ol>',
  ].map((description, index) => anAid({ id: index + 1, name: `Aide ${index + 1}`, origin_url: null, description }));
  const { plan } = await run();
  expect(plan.created).toHaveLength(5);
  expect(await problems()).toEqual([]);
});

test('texts are written as one reads them: entities, quotes, euros, and no space before a full stop', () => {
  const read = readAid(
    anAid({
      id: 7,
      name: 'Soutenir les tiers-lieux nourriciers : l’alimentation pour tous et toutes',
      description:
        '<h2>But</h2><p>Jusqu&rsquo;&agrave; 5000&nbsp;&euro; pour les <b>b&#233;n&eacute;voles</b>.<br>Oui</p><script>x()</script>',
      eligibility: 'Des associations "en création"... &lt;b&gt; non',
      subvention_comment: '50% et 10€, voir https://a.exemple/1%20b',
    }),
  );
  if (!('aid' in read)) throw new Error(read.fault);
  const { slug, data } = draftOf(read.aid, { base: 'https://exemple.org', funder: 'x', today: TODAY, reasons: [] });
  expect(slug).toBe('soutenir-les-tiers-lieux-nourriciers-l-alimentation-pour-at-7');
  expect(plain(String(data['summary']))).toBe('But Jusqu’à 5000 € pour les bénévoles. Oui');
  expect(plain(JSON.stringify(data['eligibility']))).toBe('{"text":"Des associations « en création »… ‹b› non"}');
  expect(plain(JSON.stringify(data['amounts']))).toContain('50 % et 10 €, voir https://a.exemple/1%20b');
});

test.each([
  ['Rhône', 'Département', 'departement', ['69']],
  ['Auvergne-Rhône-Alpes', 'Région', 'region', ['84']],
  ['Métropole de Lyon', 'epci', 'epci', ['200046977']],
  ['Lyon', 'commune', 'commune', ['69123']],
  ['Saint-Denis', 'commune', 'other', []],
  ['France', 'Pays', 'national', []],
  ['Bassin Rhône-Méditerranée', 'Bassin hydrographique', 'other', []],
  [null, null, 'other', []],
])('a perimeter %s (%s)', (name, scale, scope, codes) => {
  expect(aidTerritory(name, scale)).toMatchObject({ scope, codes });
});

describe('any aid', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.constantFrom(
      '---',
      '"',
      "'",
      '<script>alert(1)</script>',
      '<img src="https://x/y.png">',
      '<a href="javascript:alert(1)">x</a>',
      '<h1>Titre</h1>',
      '# titre',
      '[a](/nulle-part/)',
      '![i](x.png)',
      ': deux',
      '- un\n- deux',
      '\u202eRTL',
      '👩‍🍳',
      '<b',
      '&lt;b&gt;',
      '===',
      '{{x}}',
      '<p>texte</p><hr><p>suite</p>',
      'é'.repeat(2000),
    ),
  );
  const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const url = orNull(fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', 'pas une adresse', '')));
  const aid = fc.record({
    id: fc.integer({ min: 1, max: 999_999 }),
    name: text,
    financers: fc.array(text, { maxLength: 3 }),
    description: orNull(text),
    eligibility: orNull(text),
    perimeter: orNull(text),
    perimeter_scale: orNull(fc.constantFrom('Région', 'Département', 'commune', 'epci', 'Pays', 'Ad-hoc')),
    origin_url: url,
    application_url: url,
    import_data_url: url,
    import_data_mention: orNull(text),
    is_call_for_project: orNull(fc.boolean()),
    aid_types: fc.subarray([
      'Subvention',
      'Prêt',
      'Avance récupérable',
      'Ingénierie technique',
      'Autre aide financière',
    ]),
    start_date: orNull(day),
    predeposit_date: orNull(day),
    submission_deadline: orNull(day),
    subvention_rate_lower_bound: orNull(fc.integer({ min: -5, max: 200 })),
    subvention_rate_upper_bound: orNull(fc.integer({ min: -5, max: 200 })),
    subvention_comment: orNull(text),
    loan_amount: orNull(fc.double({ noNaN: true, min: -1, max: 1e9 })),
    recurrence: orNull(fc.constantFrom('Permanente', 'Ponctuelle', 'Récurrente')),
    date_updated: orNull(day.map((each) => `${each}T10:00:00+00:00`)),
  });

  test('2,000 of them become drafts that our schema accepts, and that are read back as they were written', () => {
    fc.assert(
      fc.property(aid, (given) => {
        const found = readAid(anAid(given));
        if (!('aid' in found)) throw new Error(found.fault);
        const draft = draftOf(found.aid, { base: 'https://exemple.org', funder: 'x', today: TODAY, reasons: [] });
        expect(draft.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        const file = readFrontMatter(fileOf(draft));
        expect(file.problems).toEqual([]);
        expect(opportunities.schema.parse(file.data)).toEqual(opportunities.schema.parse(draft.data));
        expect((file.body?.text ?? '').trim()).toBe(draft.body.trim());
      }),
      { numRuns: 2000 },
    );
  });

  test('and their files pass the check of the content', async () => {
    const many = fc
      .sample(aid, 60)
      .map((given, index) => anAid({ ...given, id: index + 1, description: `Lien social ${given.description ?? ''}` }));
    server.aids = many;
    server.perPage = 100;
    const report = await run();
    expect(report.faults).toEqual([]);
    expect(await problems()).toEqual([]);
  });
});

test('the first reason decides', () => {
  const read = readAid(anAid({ is_live: false, targeted_audiences: [] }));
  expect('aid' in read && choose(read.aid satisfies Aid, TODAY).refusal).toBe('not-live');
});
