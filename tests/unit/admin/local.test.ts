import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request as send, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepOwnPolicy, projectOf } from '#admin/local-cms.ts';
import { localCmsApp } from '#admin/local/app.ts';

let project: string;
let server: Server;
let port: number;

const ENTRY = '---\ntitle: Lyon Vaise\n---\n\nBonjour.\n';
const path = (...parts: string[]) => join(project, ...parts);
const read = (file: string) => readFile(path(file), 'utf8');

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'cms-'));
  server = createServer(await localCmsApp(project));
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  await new Promise((closed) => void server.close(closed));
  await rm(project, { recursive: true });
});

beforeEach(async () => {
  await rm(path('content'), { recursive: true, force: true });
  await rm(path('public'), { recursive: true, force: true });
  await mkdir(path('content/cantines'), { recursive: true });
  await mkdir(path('content/sessions'), { recursive: true });
  await mkdir(path('public/uploads'), { recursive: true });
  await writeFile(path('package.json'), '{"secret":true}');
  await writeFile(path('content/cantines/lyon-vaise.md'), ENTRY);
  await writeFile(path('content/cantines/annecy.md'), ENTRY);
  await writeFile(path('public/uploads/table.jpg'), 'image');
});

interface Sent {
  headers?: Record<string, string>;
  method?: string;
  raw?: string;
}

/** One request over a real socket; `fetch` would not let a test choose Host and Origin. */
function ask(body: unknown, { headers = {}, method = 'POST', raw }: Sent = {}) {
  const text = raw ?? JSON.stringify(body);
  const host = `127.0.0.1:${port}`;
  return new Promise<{ status: number; body: unknown }>((answered, failed) => {
    const request = send(
      {
        port,
        host: '127.0.0.1',
        method,
        path: '/api/v1/',
        headers: { host, origin: `http://${host}`, 'content-type': 'application/json', ...headers },
      },
      (response) => {
        let read = '';
        response.on('data', (part: Buffer) => (read += part.toString()));
        response.on('end', () => {
          let json: unknown = read;
          try {
            json = JSON.parse(read);
          } catch {
            // Not every answer is JSON.
          }
          answered({ status: response.statusCode ?? 0, body: json });
        });
      },
    );
    request.on('error', failed);
    request.end(method === 'GET' ? undefined : text);
  });
}

const act = (action: string, params: Record<string, unknown> = {}) =>
  ask({ action, params: { branch: 'main', ...params } });
const options = { commitMessage: 'x', collectionName: 'cantines', useWorkflow: false, status: 'draft' };
const persist = (entry: Record<string, unknown>, assets: unknown[] = []) =>
  act('persistEntry', { dataFiles: [{ slug: 'x', raw: 'nouveau', ...entry }], assets, options });
/** How a file of each kind begins. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  jpg: '\u00ff\u00d8\u00ff\u00e0 image',
  png: '\u0089PNG\r\n\u001a\n image',
  webp: 'RIFF\u0000\u0000\u0000\u0000WEBP image',
};
const bytesOf = (file: string) => Buffer.from(BEGINNINGS[file.split('.').at(-1) ?? ''] ?? 'pixel', 'latin1');
const asset = (file: string, bytes = bytesOf(file)) => ({
  path: file,
  content: bytes.toString('base64'),
  encoding: 'base64',
});

/** A refusal: 403 and a French sentence. */
const refused = { status: 403, body: { error: expect.stringMatching(/^[A-Z«É].*[.»]$/) as unknown } };

describe('who may ask', () => {
  const info = { action: 'info' };

  test('this page, under each name of this machine', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const host = `${name}:${port}`;
      expect(await ask(info, { headers: { host, origin: `http://${host}` } })).toMatchObject({
        status: 200,
        body: { type: 'local_fs', publish_modes: ['simple'] },
      });
    }
  });

  test.each([
    ['another Host (a rebound name)', { host: 'exemple.org' }],
    ['this machine under another port', { host: '127.0.0.1:1' }],
    ['a Host that only starts like ours', { host: '127.0.0.1.exemple.org' }],
    ['a foreign Origin', { origin: 'https://exemple.org' }],
    ['another port of this machine as Origin', { origin: 'http://127.0.0.1:1' }],
    ['an opaque Origin', { origin: 'null' }],
    ['something else than JSON', { 'content-type': 'text/plain' }],
  ])('not %s', async (_case, headers) => {
    expect(await ask(info, { headers })).toMatchObject(refused);
  });

  test('a request without Origin only when the browser says it is of this page', async () => {
    const bare = (headers: Record<string, string>) =>
      new Promise<number>((answered) => {
        const request = send(
          {
            port,
            host: '127.0.0.1',
            method: 'POST',
            path: '/api/v1/',
            headers: { 'content-type': 'application/json', ...headers },
          },
          (response) => {
            response.resume();
            answered(response.statusCode ?? 0);
          },
        );
        request.end(JSON.stringify(info));
      });
    expect(await bare({})).toBe(403);
    expect(await bare({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await bare({ 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  test.each(['GET', 'OPTIONS', 'PUT'])('not with %s', async (method) => {
    expect(await ask(info, { method })).toMatchObject(refused);
  });

  test('not with broken JSON', async () => {
    expect(await ask(undefined, { raw: '{' })).toMatchObject(refused);
  });

  test('not with more than a photo', async () => {
    expect(await ask({ ...info, more: 'x'.repeat(17_000_000) })).toMatchObject({ status: 413 });
  });
});

describe('what may be asked', () => {
  test.each(['unpublishedEntries', 'publishUnpublishedEntry', 'constructor', '__proto__', ''])(
    'not %j',
    async (action) => {
      expect(await act(action, { collection: 'cantines', slug: 'x', newStatus: 'x' })).toMatchObject(refused);
    },
  );

  test('not nothing', async () => {
    expect(await ask({})).toMatchObject(refused);
    expect(await ask([])).toMatchObject(refused);
    expect(await act('getEntry', { path: ['content/cantines/annecy.md'] })).toMatchObject(refused);
  });
});

const OUTSIDE = [
  'package.json',
  './package.json',
  '../package.json',
  'content/../package.json',
  'content/cantines/../../package.json',
  'content/cantines/..%2f..%2fpackage.json',
  'content%2fcantines%2fannecy.md',
  'content\\cantines\\annecy.md',
  'content//cantines/annecy.md',
  'content/cantines/annecy.md\u0000.md',
  'contents/cantines/annecy.md',
  'content/.git/config.md',
  'public/index.md',
  '/etc/passwd',
  '',
];

describe('nothing outside content/ and public/uploads/', () => {
  test.each(OUTSIDE)('%j', async (outside) => {
    const answers = await Promise.all([
      act('getEntry', { path: outside }),
      act('entriesByFiles', { files: [{ path: 'content/cantines/annecy.md' }, { path: outside }] }),
      act('entriesByFolder', { folder: outside, extension: 'md', depth: 1 }),
      act('getMedia', { mediaFolder: outside }),
      act('getMediaFile', { path: outside }),
      act('persistMedia', { asset: asset(outside), options }),
      act('deleteFile', { path: outside, options }),
      act('deleteFiles', { paths: ['content/cantines/annecy.md', outside], options }),
      act('persistEntry', { entry: { slug: 'x', raw: 'x', path: outside }, assets: [], options }),
      persist({ path: outside }),
      persist({ path: 'content/cantines/annecy.md', newPath: outside }),
      persist({ path: 'content/cantines/annecy.md' }, [asset(outside)]),
    ]);
    for (const answer of answers) expect(answer).toMatchObject(refused);
    expect(await read('package.json')).toBe('{"secret":true}');
    expect(await read('content/cantines/annecy.md')).toBe(ENTRY);
  });

  test('the project itself and its folders are not listed', async () => {
    for (const folder of ['.', 'public', 'src']) {
      expect(await act('entriesByFolder', { folder, extension: 'json', depth: 3 })).toMatchObject(refused);
    }
  });

  test('an absolute path is refused even when it leads inside', async () => {
    expect(await act('getEntry', { path: path('content/cantines/annecy.md') })).toMatchObject(refused);
  });

  test('a link that leads out is not followed, whether named, listed or written through', async () => {
    await symlink(path('package.json'), path('content/cantines/sortie.md'));
    await symlink(project, path('content/dehors'));
    for (const answer of [
      await act('getEntry', { path: 'content/cantines/sortie.md' }),
      await act('entriesByFolder', { folder: 'content/cantines', extension: 'md', depth: 1 }),
      await act('getEntry', { path: 'content/dehors/note.md' }),
      await persist({ path: 'content/dehors/note.md' }),
      await persist({ path: 'content/cantines/sortie.md' }),
      await act('deleteFile', { path: 'content/dehors/note.md', options }),
    ]) {
      expect(answer).toMatchObject(refused);
    }
    expect(await read('package.json')).toBe('{"secret":true}');
  });
});

describe('only entries and uploads', () => {
  test.each([
    'public/uploads/page.html',
    'public/uploads/script.js',
    'public/uploads/dessin.svg',
    'content/cantines/script.js',
  ])('%s is not written', async (file) => {
    expect(await act('persistMedia', { asset: asset(file), options })).toMatchObject(refused);
    expect(await persist({ path: file })).toMatchObject(refused);
  });

  test('an entry does not leave its folder: Decap would take the others along', async () => {
    expect(await persist({ path: 'content/cantines/annecy.md', newPath: 'content/sessions/annecy.md' })).toMatchObject(
      refused,
    );
    expect(await read('content/cantines/lyon-vaise.md')).toBe(ENTRY);
  });
});

describe('what a save would spoil', () => {
  const save = (entry: Record<string, unknown>, more: Record<string, unknown> = {}) =>
    act('persistEntry', {
      dataFiles: [{ slug: 'x', raw: 'nouveau', ...entry }],
      assets: [],
      options: { ...options, ...more },
    });
  const sentence = async (answer: ReturnType<typeof ask>) => {
    expect(await answer).toMatchObject(refused);
    return ((await answer).body as { error: string }).error;
  };

  test('a new entry is not written over another', async () => {
    expect(await sentence(save({ path: 'content/cantines/annecy.md' }, { newEntry: true }))).toMatch(
      /« content\/cantines\/annecy\.md » existe déjà.*autre titre/,
    );
    expect(await read('content/cantines/annecy.md')).toBe(ENTRY);
    expect(await save({ path: 'content/cantines/grenoble.md' }, { newEntry: true })).toMatchObject({ status: 200 });
  });

  test('nor two at a time', async () => {
    const answers = await Promise.all(
      ['un', 'deux', 'trois'].map((raw) => save({ path: 'content/cantines/grenoble.md', raw }, { newEntry: true })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403, 403]);
  });

  test('an entry is not written over what another editor wrote', async () => {
    const theirs = 'écrit entre-temps';
    await writeFile(path('content/cantines/annecy.md'), theirs);
    const from = (base: string | null) => save({ path: 'content/cantines/annecy.md', base });
    expect(await from(ENTRY)).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/a changé depuis/) as unknown },
    });
    expect(await from(null)).toMatchObject({ status: 409 });
    expect(await read('content/cantines/annecy.md')).toBe(theirs);
    expect(await from(theirs)).toMatchObject({ status: 200 });
    expect(await read('content/cantines/annecy.md')).toBe('nouveau');
  });

  test('nor written anew when it was deleted, unless its editor knows', async () => {
    const grenoble = (base: string | null) => save({ path: 'content/cantines/grenoble.md', base });
    expect(await grenoble(ENTRY)).toMatchObject({ status: 409 });
    expect(await grenoble(null)).toMatchObject({ status: 200 });
  });

  test('of several editors at a time, one writes', async () => {
    const answers = await Promise.all(
      ['un', 'deux', 'trois'].map((raw) => save({ path: 'content/cantines/annecy.md', raw, base: ENTRY })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  test('an entry that another editor changed is not deleted', async () => {
    const remove = (base?: string) => act('deleteFiles', { paths: ['content/cantines/annecy.md'], base, options });
    expect(await remove('autre chose')).toMatchObject({ status: 409 });
    expect(await read('content/cantines/annecy.md')).toBe(ENTRY);
    expect(await remove(ENTRY)).toMatchObject({ status: 200 });
    await expect(read('content/cantines/annecy.md')).rejects.toThrow('ENOENT');
    // Known as there, and gone.
    expect(await remove(ENTRY)).toMatchObject({ status: 409 });
  });

  test('an entry does not take the name of another', async () => {
    const renamed = save({
      path: 'content/cantines/annecy.md',
      newPath: 'content/cantines/lyon-vaise.md',
      raw: 'autre',
    });
    expect(await sentence(renamed)).toMatch(/« content\/cantines\/lyon-vaise\.md » existe déjà/);
    expect(await read('content/cantines/annecy.md')).toBe(ENTRY);
    expect(await read('content/cantines/lyon-vaise.md')).toBe(ENTRY);
  });

  test.each([
    ['content/nouveau/x.md', /« content\/nouveau\/ » n’est pas un dossier de fiches.*cantines, sessions/],
    ['content/constructor/x.md', /n’est pas un dossier de fiches/],
    ['content/cantines/EVIL.md', /« EVIL » n’est pas un nom de fiche.*« evil »/],
    ['content/cantines/a_b.md', /« a-b »/],
    ['content/cantines/a..b.md', /n’est pas un nom de fiche/],
    ['content/cantines/-.md', /« nouvelle-fiche »/],
  ])('%s is not a place that the site reads', async (file, words) => {
    expect(await sentence(save({ path: file }))).toMatch(words);
    await expect(read(file)).rejects.toThrow('ENOENT');
  });

  test.each([
    ['photo.png', '<svg onload="alert(1)">'],
    ['photo.png', ''],
    ['photo.JPG', 'GIF89a'],
    ['photo.webp', 'RIFF0000WAVE'],
    ['photo.avif', 'x'],
    ['bilan.pdf', '<!doctype html>'],
    ['bilan.docx', 'MZ'],
  ])('%s with the bytes of something else', async (name, bytes) => {
    const file = asset(`public/uploads/${name}`, Buffer.from(bytes));
    const words = new RegExp(`« ${name.replace('.', '\\.')} » ne contient pas ce que son nom annonce`);
    expect(await sentence(act('persistMedia', { asset: file, options }))).toMatch(words);
    expect(await sentence(persist({ path: 'content/cantines/annecy.md' }, [file]))).toMatch(words);
    await expect(read(`public/uploads/${name}`)).rejects.toThrow('ENOENT');
    expect(await read('content/cantines/annecy.md')).toBe(ENTRY);
  });

  test.each([{ raw: '' }, { raw: 1 }, { raw: undefined }])('an entry without its text: %j', async (entry) => {
    expect(await sentence(save({ path: 'content/cantines/annecy.md', ...entry }))).toMatch(/rien n’a été écrit/);
    expect(await read('content/cantines/annecy.md')).toBe(ENTRY);
  });

  test('what a cut has left aside is taken away at the start, and nothing else', async () => {
    const left = path('content/cantines/.annecy.md.6c84fb90-12c4-11e1-840d-7b25c5ee775a.tmp');
    const other = path('content/cantines/.gitkeep');
    await Promise.all([writeFile(left, 'à moit'), writeFile(other, '')]);
    await localCmsApp(project);
    await expect(readFile(left)).rejects.toThrow('ENOENT');
    expect(await readFile(other, 'utf8')).toBe('');
  });
});

describe('what an editor does', () => {
  test('lists a collection', async () => {
    const { status, body } = await act('entriesByFolder', { folder: 'content/cantines', extension: 'md', depth: 1 });
    expect(status).toBe(200);
    expect((body as { file: { path: string } }[]).map(({ file }) => file.path).sort()).toEqual([
      'content/cantines/annecy.md',
      'content/cantines/lyon-vaise.md',
    ]);
  });

  test('finds an empty collection', async () => {
    expect(await act('entriesByFolder', { folder: 'content/guides', extension: 'md', depth: 1 })).toEqual({
      status: 200,
      body: [],
    });
  });

  test('opens an entry', async () => {
    expect(await act('getEntry', { path: 'content/cantines/annecy.md' })).toMatchObject({
      status: 200,
      body: { data: ENTRY },
    });
    expect(
      await act('entriesByFiles', { files: [{ path: 'content/cantines/annecy.md', label: 'Annecy' }] }),
    ).toMatchObject({ status: 200, body: [{ data: ENTRY }] });
  });

  test('saves an entry with a photo', async () => {
    expect(await persist({ path: 'content/cantines/annecy.md' }, [asset('public/uploads/cour.jpg')])).toMatchObject({
      status: 200,
    });
    expect(await read('content/cantines/annecy.md')).toBe('nouveau');
    expect(await readFile(path('public/uploads/cour.jpg'))).toEqual(bytesOf('cour.jpg'));
  });

  test('creates an entry in a new folder', async () => {
    expect(await persist({ path: 'content/guides/bilans.md' })).toMatchObject({ status: 200 });
    expect(await read('content/guides/bilans.md')).toBe('nouveau');
  });

  test('renames an entry', async () => {
    expect(
      await persist({ path: 'content/cantines/annecy.md', newPath: 'content/cantines/annecy-centre.md' }),
    ).toMatchObject({ status: 200 });
    expect(await read('content/cantines/annecy-centre.md')).toBe('nouveau');
    await expect(read('content/cantines/annecy.md')).rejects.toThrow('ENOENT');
    expect(await read('content/cantines/lyon-vaise.md')).toBe(ENTRY);
  });

  test('deletes an entry', async () => {
    expect(await act('deleteFile', { path: 'content/cantines/annecy.md', options })).toMatchObject({ status: 200 });
    expect(await act('deleteFiles', { paths: ['content/cantines/lyon-vaise.md'], options })).toMatchObject({
      status: 200,
    });
    await expect(read('content/cantines/annecy.md')).rejects.toThrow('ENOENT');
    await expect(read('content/cantines/lyon-vaise.md')).rejects.toThrow('ENOENT');
  });

  test('keeps photos and documents', async () => {
    expect(await act('getMedia', { mediaFolder: 'public/uploads' })).toMatchObject({
      status: 200,
      body: [{ name: 'table.jpg' }],
    });
    expect(await act('persistMedia', { asset: asset('public/uploads/Été à table (2).webp'), options })).toMatchObject({
      status: 200,
    });
    expect(await act('getMediaFile', { path: 'public/uploads/Été à table (2).webp' })).toMatchObject({
      status: 200,
      body: { encoding: 'base64' },
    });
    expect(await act('deleteFiles', { paths: ['public/uploads/table.jpg'], options })).toMatchObject({ status: 200 });
    await expect(read('public/uploads/table.jpg')).rejects.toThrow('ENOENT');
  });
});

test('the environment is left as it was', () => {
  expect(process.env['GIT_REPO_DIRECTORY']).toBeUndefined();
});

describe('the folder it serves', () => {
  test.each([
    ['./content', '/site'],
    ['/essai/content', '/essai'],
    ['../autre/content/', '/autre'],
  ])('%s is in %s', (content, expected) => {
    expect(projectOf(content, '/site')).toBe(expected);
  });

  test('must be called content', () => {
    expect(() => projectOf('/essai/textes', '/site')).toThrow('doit s’appeler « content »');
  });
});

test('the built page keeps its own policy only', () => {
  const theirs = '<meta http-equiv="content-security-policy" content="default-src \'self\'">';
  const ours = '<meta http-equiv="content-security-policy" content="script-src \'self\'" data-admin>';
  expect(keepOwnPolicy(`<head>${ours}<title>x</title>${theirs}</head>`)).toBe(`<head>${ours}<title>x</title></head>`);
});
