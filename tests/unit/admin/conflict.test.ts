/* eslint-disable @typescript-eslint/require-await -- what answers with promises is played by what answers at once. */
/** What the guard of a backend makes of a file that changed, with a forge that answers as Decap's backends do. */
import { describe, expect, test } from 'vitest';
import { namingRevisions } from '#admin/conflict/gitlab.ts';
import { guard, type Choice, type Conflict, type Implementation } from '#admin/conflict/guard.ts';
import { sayConflict } from '#admin/conflict/words.ts';

const PATH = 'content/cantines/annecy.md';
const OPENED = '---\ntitle: Annecy\n---\n';
const THEIRS = '---\ntitle: Annecy, par une autre\n---\n';
const MINE = '---\ntitle: Annecy, par moi\n---\n';
const NEWER = '---\ntitle: Annecy, encore une fois\n---\n';

class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message = 'API_ERROR') {
    super(message);
    this.status = status;
  }
}

/** What a backend of Decap answers for a file that is not there. */
type Shape = 'local' | 'gitlab' | 'github';

/** A backend on a folder of files, and what was written through it. */
function backendOf(shape: Shape, files: Map<string, string>) {
  const written: { base: unknown; raw: string }[] = [];
  /** What happens between the comparison and the write, once each. */
  const meanwhile: (() => void)[] = [];
  const missing = () => {
    throw new ApiError(404, 'Not Found');
  };
  /** With what options it was asked to write. */
  const sent: object[] = [];
  const backend: Implementation & { written: typeof written; meanwhile: typeof meanwhile; sent: typeof sent } = {
    written,
    sent,
    meanwhile,
    getEntry: async (path) => {
      const data = files.get(path);
      if (data !== undefined) return { data };
      if (shape === 'gitlab') return missing();
      return { data: shape === 'local' ? null : '' };
    },
    persistEntry: async ({ dataFiles }, options) => {
      sent.push(options);
      // On a branch of its own.
      if (options.unpublished === true) return;
      meanwhile.shift()?.();
      for (const { path, raw, base } of dataFiles) {
        if (base !== undefined && base !== (files.get(path) ?? null)) throw new ApiError(409);
        files.set(path, raw);
        written.push({ base, raw });
      }
    },
    deleteFiles: async (paths) => {
      for (const path of paths) files.delete(path);
    },
    ...(shape === 'github' && { api: { readFile: async (path) => files.get(path) ?? missing() } }),
  };
  return backend;
}

/** The guard on a form that was opened on a text, and an editor who makes these choices. */
function guarded(shape: Shape, present: string | undefined, ...choices: Choice[]) {
  const files = new Map(present === undefined ? [] : [[PATH, present]]);
  const asked: Conflict[] = [];
  const shown: string[] = [];
  let known: string | undefined = OPENED;
  const backend = backendOf(shape, files);
  guard(backend, {
    textOf: (path) => (path === PATH ? known : undefined),
    goOnFrom: (path, raw) => {
      if (path === PATH) known = raw;
    },
    show: (raw) => shown.push(raw),
    removing: () => Promise.resolve(),
    removed: () => Promise.resolve(),
    whyKept: () => Promise.resolve(undefined),
    ask: async (conflict) => {
      asked.push(conflict);
      return choices.shift() ?? 'write on';
    },
  });
  const save = (raw = MINE, options = {}) =>
    backend.persistEntry({ dataFiles: [{ path: PATH, raw, slug: 'annecy' }] }, options);
  return { backend, sent: backend.sent, files, asked, shown, save, text: () => files.get(PATH) };
}

describe.each<Shape>(['local', 'gitlab', 'github'])('%s', (shape) => {
  test('what nobody else touched is written, one save after the other', async () => {
    const { save, asked, text } = guarded(shape, OPENED);
    await save(MINE);
    await save(NEWER);
    expect(asked).toEqual([]);
    expect(text()).toBe(NEWER);
  });

  test('what another wrote is asked about, and stays unless one chooses to replace it', async () => {
    const going = guarded(shape, THEIRS, 'write on');
    await expect(going.save()).rejects.toThrow(/Rien n’est enregistré/);
    expect(going.asked).toEqual([{ gesture: 'save', path: PATH, theirs: THEIRS, mine: MINE }]);
    expect([going.text(), going.shown]).toEqual([THEIRS, []]);

    const replacing = guarded(shape, THEIRS, 'mine');
    await replacing.save();
    expect(replacing.text()).toBe(MINE);
    expect(replacing.backend.written).toEqual([{ base: THEIRS, raw: MINE }]);

    const taking = guarded(shape, THEIRS, 'theirs');
    await expect(taking.save()).rejects.toThrow(/montre maintenant l’autre version/);
    expect([taking.text(), taking.shown]).toEqual([THEIRS, [THEIRS]]);
  });

  test('the same text from two editors is no conflict', async () => {
    const { save, asked } = guarded(shape, MINE);
    await save();
    expect(asked).toEqual([]);
  });

  test('a file that is gone', async () => {
    const { save, asked, text } = guarded(shape, undefined, 'write on', 'mine');
    await expect(save()).rejects.toThrow(/Rien n’est enregistré/);
    expect(asked[0]).toMatchObject({ theirs: null });
    await save();
    expect(text()).toBe(MINE);
  });

  test('written between the comparison and the write: compared again', async () => {
    const { backend, files, save, asked, text } = guarded(shape, OPENED, 'mine', 'mine');
    backend.meanwhile.push(
      () => files.set(PATH, THEIRS),
      () => files.set(PATH, NEWER),
    );
    await save();
    expect(asked.map(({ theirs }) => theirs)).toEqual([THEIRS, NEWER]);
    expect(text()).toBe(MINE);
  });

  test('without end: told, and nothing is written', async () => {
    const { backend, files, save } = guarded(shape, OPENED, ...Array<Choice>(9).fill('mine'));
    for (let time = 0; time < 9; time++) backend.meanwhile.push(() => files.set(PATH, `${THEIRS}${time}`));
    await expect(save()).rejects.toThrow(/change sans cesse/);
    expect(backend.written).toEqual([]);
  });

  test('a new entry, which Decap has just named, is written as it is', async () => {
    const { save, asked, backend } = guarded(shape, undefined);
    await save(MINE, { newEntry: true });
    expect(asked).toEqual([]);
    expect(backend.written).toEqual([{ base: undefined, raw: MINE }]);
  });

  test('a deletion: what changed is asked about, what is gone is told, a photo is not looked at', async () => {
    const kept = guarded(shape, THEIRS, 'write on');
    await expect(kept.backend.deleteFiles([PATH], 'x')).rejects.toThrow(/préféré la garder/);
    expect(kept.asked).toEqual([{ gesture: 'delete', path: PATH, theirs: THEIRS, mine: null }]);
    expect(kept.text()).toBe(THEIRS);

    const anyway = guarded(shape, THEIRS, 'mine');
    await anyway.backend.deleteFiles([PATH], 'x');
    expect(anyway.text()).toBeUndefined();

    await expect(guarded(shape, undefined).backend.deleteFiles([PATH], 'x')).rejects.toThrow(/déjà supprimée/);

    const photo = guarded(shape, OPENED);
    photo.files.set('public/uploads/table.jpg', 'x');
    await photo.backend.deleteFiles(['public/uploads/table.jpg'], 'x');
    expect([...photo.files.keys()]).toEqual([PATH]);
  });
});

test('a forge that is silent is no deleted file', async () => {
  const { backend, save, asked, text } = guarded('github', OPENED);
  backend.getEntry = async () => ({ data: '' });
  backend.api = { readFile: () => Promise.reject(new TypeError('Failed to fetch')) };
  await expect(save()).rejects.toThrow('Failed to fetch');
  expect([asked, text()]).toEqual([[], OPENED]);
});

test('a refusal that is no conflict is the forge’s own', async () => {
  const { backend, save, asked } = guarded('gitlab', OPENED);
  backend.meanwhile.push(() => {
    throw new ApiError(403, 'You are not allowed to push into this branch');
  });
  await expect(save()).rejects.toThrow('not allowed to push');
  expect(asked).toEqual([]);
});

test('a branch that moved by another file is written to again', async () => {
  const { backend, save, asked, text } = guarded('github', OPENED);
  backend.meanwhile.push(() => {
    throw new ApiError(422, 'Update is not a fast forward');
  });
  await save();
  expect([asked, text()]).toEqual([[], MINE]);
});

class NoDraft extends Error {
  readonly notUnderEditorialWorkflow = true;
}

describe('in the workflow', () => {
  const draft = { useWorkflow: true, collectionName: 'cantines' };

  /** A guard on a backend that has this draft of the entry, if any, and what it was told of each write. */
  function reviewed(published: string | undefined, inDraft: string | undefined, ...choices: Choice[]) {
    const going = guarded('gitlab', published, ...choices);
    const { backend } = going;
    const drafts = new Map(inDraft === undefined ? [] : [[PATH, inDraft]]);
    backend.unpublishedEntry = async () => {
      if (drafts.size === 0) throw new NoDraft();
      return { diffs: [...drafts.keys()].map((path) => ({ id: 'x', path })) };
    };
    backend.unpublishedEntryDataFile = async (_collection, _slug, path) => drafts.get(path) ?? '';
    return { ...going, drafts };
  }

  test('a draft is compared with its branch, not with what is online', async () => {
    const { save, asked, files } = reviewed(NEWER, THEIRS, 'write on');
    await expect(save(MINE, { ...draft, unpublished: true })).rejects.toThrow(/Rien n’est enregistré/);
    expect(asked).toMatchObject([{ theirs: THEIRS }]);
    expect(files.get(PATH)).toBe(NEWER);
  });

  test('a draft that another began meanwhile is found, and gone on with', async () => {
    const { save, asked, sent } = reviewed(OPENED, THEIRS, 'mine');
    await save(MINE, { ...draft, unpublished: false });
    expect(asked).toMatchObject([{ theirs: THEIRS }]);
    expect(sent).toMatchObject([{ unpublished: true }]);
  });

  test('a draft that another published meanwhile: compared with what is online', async () => {
    const { save, asked } = reviewed(THEIRS, undefined, 'write on');
    await expect(save(MINE, { ...draft, unpublished: true })).rejects.toThrow();
    expect(asked).toMatchObject([{ theirs: THEIRS }]);
  });

  test('what was published since is brought into the draft before it is compared', async () => {
    const { backend, save, asked, drafts } = reviewed(NEWER, OPENED, 'write on');
    backend.freshenDraft = async () => void drafts.set(PATH, NEWER);
    await expect(save(MINE, draft)).rejects.toThrow();
    expect(asked).toMatchObject([{ theirs: NEWER }]);
  });

  test('a branch that a cut left is settled first', async () => {
    const { backend, save, drafts, sent } = reviewed(OPENED, undefined);
    const settled: string[] = [];
    backend.settleBranch = async (collection, slug) => {
      settled.push(`${collection}/${slug}`);
      drafts.set(PATH, OPENED);
      return true;
    };
    await save(MINE, draft);
    expect(settled).toEqual(['cantines/annecy']);
    expect(sent).toMatchObject([{ unpublished: true }]);
  });

  test('a new entry never goes over the draft of another of its name', async () => {
    const { backend, save } = reviewed(undefined, THEIRS);
    await expect(save(MINE, { ...draft, newEntry: true })).rejects.toThrow(/de ce nom attend déjà une relecture/);
    expect(backend.written).toEqual([]);
  });

  test('a forge that fails is no missing draft', async () => {
    const { backend, save } = reviewed(OPENED, undefined);
    backend.unpublishedEntry = () => Promise.reject(new ApiError(404, 'Not Found'));
    backend.settleBranch = () => Promise.reject(new Error('not asked'));
    await expect(save(MINE, draft)).rejects.toThrow('Not Found');
  });
});

test('each dialogue begins with the choice that loses nothing', () => {
  for (const gesture of ['save', 'delete'] as const)
    for (const theirs of [THEIRS, null]) expect(sayConflict({ gesture, theirs }).choices[0]?.[0]).toBe('write on');
  expect(sayConflict({ gesture: 'save', theirs: null }).choices.map(([choice]) => choice)).not.toContain('theirs');
});

describe('the revision that GitLab compares', () => {
  /** What Decap's backend would send, after it has read the entry. */
  async function sent(branch: string, action: string, file_path = PATH, start_branch?: string) {
    const bodies: string[] = [];
    const api = {
      repoURL: '/projects/1',
      branch: 'main',
      requestJSON: async (request: { url: string; body?: string } | string) => {
        if (typeof request !== 'string' && request.body !== undefined) bodies.push(request.body);
        return { content: Buffer.from('é').toString('base64'), last_commit_id: 'abc' };
      },
    };
    const backend = namingRevisions({ ...backendOf('gitlab', new Map()), api });
    expect(await backend.getEntry(PATH)).toMatchObject({ data: 'é' });
    const body = JSON.stringify({ branch, start_branch, actions: [{ action, file_path }] });
    await api.requestJSON({ url: '/projects/1/repository/commits', method: 'POST', body } as { url: string });
    return (JSON.parse(bodies[0] ?? '') as { actions: unknown[] }).actions[0];
  }

  test('is named for the entry that was read, when it is written or deleted', async () => {
    expect(await sent('main', 'update')).toMatchObject({ last_commit_id: 'abc' });
    expect(await sent('main', 'delete')).toMatchObject({ last_commit_id: 'abc' });
  });

  test('and when a draft is made of it', async () => {
    expect(await sent('cms/cantines/annecy', 'update', PATH, 'main')).toMatchObject({ last_commit_id: 'abc' });
  });

  test('and for nothing else: a new file, another one, a draft on its branch', async () => {
    expect(await sent('main', 'create')).not.toHaveProperty('last_commit_id');
    expect(await sent('main', 'update', 'public/uploads/a.jpg')).not.toHaveProperty('last_commit_id');
    expect(await sent('cms/cantines/annecy', 'update')).not.toHaveProperty('last_commit_id');
  });
});
