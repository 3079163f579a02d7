import { fromJS, type Map as ImmutableMap } from 'immutable';
import { describe, expect, test } from 'vitest';
import { saveCheck, type Entry, type FieldError, type Kept } from '#admin/save-check.ts';
import { toMdastInBrowser } from '#admin/check/mdast.ts';
import { siteOf } from '#content/check/site.ts';

const session = {
  title: 'Ça mijote',
  summary: 'Une séance.',
  kind: 'ca-mijote',
  startsAt: '2027-03-12T18:30',
  endsAt: '2027-03-12T20:30',
  attendance: 'online',
};

const site = siteOf(
  new Map([['cantines', new Map([['lyon-vaise', { hidden: undefined }]])]]),
  { files: ['/uploads/table.jpg'], pages: [], redirects: [] },
  { live: false, finished: false },
);

interface Told {
  data?: unknown;
  refusal?: string;
  errors: readonly FieldError[];
  remaining: readonly string[];
}

/** What a save of a form writes, or says. */
async function save(
  collection: string,
  data: object,
  { citers = [], ...more }: { citers?: { title: string }[]; [key: string]: unknown } = {},
  kept: Kept = 'entry',
): Promise<Told> {
  const told: Told = { errors: [], remaining: [] };
  const check = saveCheck(
    {
      site: (uploads) =>
        Promise.resolve({
          ...site,
          addresses: new Map([...site.addresses, ...uploads.map((path) => [path, 'file'] as const)]),
        }),
      parser: () => Promise.resolve(toMdastInBrowser),
      citers: () => Promise.resolve(citers),
      refused: (errors) => (told.errors = errors),
      accepted: ({ remaining }) => (told.remaining = remaining),
    },
    kept,
    () => Promise.resolve(['public/uploads/nouvelle.jpg', 'content/stories/une-fiche.md']),
  );
  const entry = fromJS({ collection, data, slug: 'une-fiche', ...more }) as unknown as Entry;
  return check({ entry }).then(
    (written) => ({ ...told, data: written.toJS() }),
    (error: unknown) => ({ ...told, refusal: String(error) }),
  );
}

const problemsOf = async (collection: string, data: object): Promise<string[]> =>
  (await save(collection, data)).refusal?.split('\n• ').slice(1) ?? [];

describe('a right entry', () => {
  test('is let through as it is', async () => {
    const data = { ...session, body: 'Bonjour.', draft: false, hosts: ['une développeuse de talents'], capacity: 12 };
    expect((await save('sessions', data)).data).toEqual(data);
  });

  test('loses what Decap leaves in cleared and untouched fields', async () => {
    const { data } = await save('sessions', {
      ...session,
      capacity: '',
      cantine: null,
      sources: [],
      hosts: [null, ' '],
      venue: { name: '', postalCode: null },
      registration: { url: '', email: 'bonjour@exemple.org' },
      draft: false,
    });
    expect(data).toEqual({ ...session, registration: { email: 'bonjour@exemple.org' }, draft: false });
  });
});

describe('a draft to review', () => {
  const wrong = { ...session, endsAt: '2027-03-12T18:00', body: '![](/uploads/nouvelle.jpg)' };

  test('is kept whatever it holds, and told what remains', async () => {
    const { refusal, data, remaining } = await save('sessions', wrong, {}, 'draft');
    expect(refusal).toBeUndefined();
    expect(data).toMatchObject({ endsAt: wrong.endsAt });
    expect(remaining.length).toBeGreaterThan(0);
  });

  test('is not kept where it could not be read again', async () => {
    const { refusal } = await save('sessions', { ...session, body: '---\ntitle: x' }, {}, 'draft');
    expect(refusal).toMatch(/^Rien n’est enregistré\./);
  });

  test('is published only when nothing remains, with the sentences of a save', async () => {
    const publishing = await save('sessions', wrong, {}, 'published draft');
    expect(publishing.refusal).toMatch(/^Rien n’est publié\. À corriger/);
    expect(publishing.refusal?.split('\n').slice(1)).toEqual(
      (await save('sessions', wrong)).refusal?.split('\n').slice(1),
    );
    expect((await save('sessions', session, {}, 'published draft')).refusal).toBeUndefined();
  });

  test('may show the photos that came with it', async () => {
    const body = '![Une table](/uploads/nouvelle.jpg)';
    expect((await save('sessions', { ...session, body }, {}, 'published draft')).refusal).toBeUndefined();
  });
});

describe('a wrong entry', () => {
  test('is refused with every problem, its field and what to do, without « Error » before', async () => {
    const { refusal, errors } = await save('sessions', {
      ...session,
      endsAt: '2027-03-12T17:30',
      attendance: 'onSite',
    });
    expect(refusal).toContain(
      'Rien n’est enregistré. À corriger :\n• «\u00a0Fin\u00a0»\u00a0: Corrigez l’heure de fin\u00a0: elle doit venir après l’heure de début.\n• «\u00a0Dans la cantine\u00a0»\u00a0:',
    );
    expect(refusal).toMatch(/^Rien/);
    expect(errors.map(({ place }) => place)).toEqual([['endsAt'], ['cantine']]);
  });

  test('is told on the item that the form shows, whose empty ones are dropped', async () => {
    const sources = [{}, { url: 'https://exemple.org/' }, { url: '' }, { url: 'exemple.org' }];
    const { errors } = await save('sessions', { ...session, sources });
    expect(errors).toMatchObject([{ place: ['sources', 3, 'url'] }]);
  });

  test.each([
    ['# Titre', 'premier niveau'],
    ['[x](javascript:alert(1))', 'exécuter du code'],
    ['<b>x</b>', 'HTML'],
    ['[x](/cantines/nulle-part/)', 'une page inconnue'],
    ['![](/uploads/table.jpg)', 'sans texte'],
    ['![x](/uploads/absente.jpg)', 'un fichier absent'],
    ['![x](https://exemple.org/x.png)', 'un autre site'],
  ])('the text is read as the build reads it: %s', async (body, found) => {
    const { refusal = '', errors } = await save('sessions', { ...session, body });
    expect(refusal.replace(/\u00a0/g, ' ')).toContain(found);
    expect(errors).toMatchObject([{ place: ['body'] }]);
  });

  test('a photo that this save uploads exists', async () => {
    const mediaFiles = [{ path: 'public/uploads/neuve.jpg', draft: true }];
    const body = '![Une table](/uploads/neuve.jpg)';
    expect((await save('sessions', { ...session, body })).refusal).toBeDefined();
    expect((await save('sessions', { ...session, body }, { mediaFiles })).refusal).toBeUndefined();
  });

  test.each([
    ['a name that a page of the site bears', { title: 'Index' }, 'ce nom est pris'],
    ['a title of which no name is made', { title: '漢字' }, 'au moins une lettre'],
  ])('a new entry: %s', async (_case, changes, remedy) => {
    const guide = { summary: 'Un guide.', topic: 'bilans', body: 'Un texte.', ...changes };
    const { refusal, errors } = await save('guides', guide, { newRecord: true, slug: '' });
    expect(refusal).toContain(remedy);
    expect(errors).toMatchObject([{ place: ['title'] }]);
  });

  test('settings are checked with the old addresses that they are about to keep', async () => {
    const settings = {
      title: 'Site',
      tagline: 'Une phrase.',
      description: 'Un site.',
      organisation: 'Le réseau',
      menu: [{ label: 'Metz', href: '/cantines/metz/' }],
      redirects: [{ from: '/cantines/metz/', to: '/cantines/lyon-vaise/' }],
    };
    expect(await problemsOf('settings', settings)).toEqual([]);
  });

  test('a second entry of one name is refused, but for sessions, which come back', async () => {
    const vaise = {
      title: 'Lyon Vaise',
      summary: 'Une cantine.',
      status: 'open',
      address: { addressLocality: 'Lyon' },
    };
    const isNew = { newRecord: true, slug: '' };
    expect((await save('cantines', vaise, isNew)).refusal).toContain('une fiche porte déjà ce nom');
    expect((await save('cantines', { ...vaise, title: 'Lyon Gerland' }, isNew)).refusal).toBeUndefined();
    expect((await save('sessions', session, isNew)).refusal).toBeUndefined();
  });

  test('what others point at cannot become a draft', async () => {
    const told = await save('sessions', { ...session, draft: true }, { citers: [{ title: 'Une histoire' }] });
    expect(told.refusal).toContain(
      '« Une histoire »'.replaceAll(' ', '\u00a0').replace('Une\u00a0histoire', 'Une histoire'),
    );
    expect(told.errors).toMatchObject([{ place: ['draft'] }]);
  });

  test('nothing is saved when what exists cannot be known', async () => {
    const check = saveCheck({
      site: () => Promise.reject(new Error('offline')),
      parser: () => Promise.resolve(toMdastInBrowser),
      citers: () => Promise.resolve([]),
      refused: () => undefined,
      accepted: () => undefined,
    });
    const entry = fromJS({ collection: 'sessions', data: session }) as unknown as Entry;
    await expect(check({ entry })).rejects.toThrow('Vérifiez la connexion');
  });

  test('says which item of a list', async () => {
    const slots = [{ day: 'monday', kind: 'meal', opens: '12:00' }, { kind: 'meal' }];
    const cantine = {
      title: 'Lyon',
      summary: 'À table.',
      status: 'open',
      address: { addressLocality: 'Lyon' },
      openingHours: { slots },
    };
    expect(await problemsOf('cantines', cantine)).toEqual([
      expect.stringMatching(/^«\u00a0Début\u00a0» \(nº 2\)\u00a0: Donnez au moins l’un des trois/),
    ]);
  });

  test('a started optional group is asked for whole', async () => {
    const cantine = {
      title: 'Lyon',
      summary: 'À table.',
      status: 'open',
      address: { addressLocality: 'Lyon' },
      location: { latitude: 45 },
    };
    expect((await problemsOf('cantines', cantine)).join()).toMatch(/Longitude.*Ce que le point désigne/s);
  });

  test('a sign that is not seen is told by its number, in a field and in the text', async () => {
    const told = await problemsOf('sessions', { ...session, title: 'Ça\u0007 mijote', body: 'Un\u000btexte' });
    expect(told).toEqual([
      expect.stringContaining('U+0007, après «\u00a0Ça\u00a0»'),
      expect.stringContaining('U+000B, après «\u00a0Un\u00a0»'),
    ]);
  });

  test('a text that Decap would take for a front matter', async () => {
    expect(await problemsOf('sessions', { ...session, body: '---\nstatus: cancelled\n---\n' })).not.toEqual([]);
    expect(await problemsOf('sessions', { ...session, body: 'Avant.\n\n---\n\nAprès.' })).toEqual([]);
  });
});

describe('a draft', () => {
  test('is saved with its errors, which are told', async () => {
    const { data, remaining } = await save('sessions', { title: 'Ça mijote', draft: true, body: '# Titre' });
    expect(data).toEqual({ title: 'Ça mijote', draft: true, body: '# Titre' });
    expect(remaining.join('\n')).toMatch(/Résumé[^]*premier niveau/);
  });

  test('is refused when it would stop the build, or be lost', async () => {
    expect((await save('pages', { draft: true }, { slug: 'accueil' })).errors).toMatchObject([{ place: ['draft'] }]);
    expect((await save('sessions', { ...session, draft: true, body: '---\na: b\n---' })).errors).toHaveLength(1);
    expect((await save('sessions', { draft: true, body: 'a'.repeat(600_000) })).errors).toHaveLength(1);
    expect((await save('sessions', { draft: true, title: '…' }, { newRecord: true })).errors).toHaveLength(1);
  });
});

test('the type of Decap’s data is Immutable’s Map', async () => {
  const data = fromJS(session) as ImmutableMap<string, unknown>;
  expect((await save('sessions', data.toJS())).data).toEqual(session);
});
