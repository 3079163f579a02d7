/** From a proposal that waits to the entry that is written, with the check of the build in between. */
import { beforeEach, describe, expect, test } from 'vitest';
import { accept, type Decision } from '#admin/proposals/accept.ts';
import { takenIn } from '#admin/proposals/compare.ts';
import { examine, isPlain, type Examined } from '#admin/proposals/examine.ts';
import { answersIn } from '#admin/versions/file.ts';
import type { Proposal } from '#proposals/proposal.ts';
import type { CollectionName } from '#schemas/index.ts';
import { added, allRight, changed, proposalOn } from '../../support/proposals.ts';
import { startRepository, type Repository } from '../../support/repository.ts';

const TODAY = '2026-11-23';
let repository: Repository;
beforeEach(() => {
  repository = startRepository();
});

const path = (slug: string, collection = 'cantines') => `content/${collection}/${slug}.md`;
const frontMatter = (slug: string, collection = 'cantines') => {
  const { body: _body, ...data } = answersIn(repository.files.get(path(slug, collection)) ?? '');
  return data;
};
const on = (slug: string, collection: CollectionName = 'cantines') => ({
  collection,
  slug,
  data: frontMatter(slug, collection),
});

const examined = (proposal: Proposal): Promise<Examined> =>
  examine(
    { entries: repository.entries, index: repository.index, today: () => TODAY },
    { key: 'a', ids: [proposal.id], proposal, keptAt: 0 },
  );

const decided = ({ comparison, stored, stands }: Examined): Decision => {
  if (!comparison) throw new Error(stands);
  return { comparison, stored, paths: takenIn(comparison.rows) };
};

const accepted = async (...proposals: Proposal[]) => {
  const all = await Promise.all(proposals.map(examined));
  return accept(repository.entries, await repository.index(), all.map(decided));
};

describe('accepted whole', () => {
  test('in one save, signed and dated, and nothing else changes', async () => {
    const before = repository.files.get(path('exemple-ouverte')) ?? '';
    const place = on('exemple-ouverte');
    const answers = { ...allRight(place, TODAY), dietsNote: changed(place, 'dietsNote', 'Sans porc.') };
    const proposal = proposalOn(place, TODAY, answers);
    await accepted(proposal);
    expect(repository.saves).toEqual([
      `Accepte une proposition : cantine exemple-ouverte (l’équipe de la cantine, réf. ${proposal.id.slice(0, 8)})`,
    ]);
    const after = frontMatter('exemple-ouverte');
    expect(after).toMatchObject({ dietsNote: 'Sans porc.', verifiedOn: TODAY, statusAsOf: TODAY });
    expect(after['confirmations']).toContainEqual({ fact: 'openingHours', on: TODAY, by: 'team' });
    expect(repository.files.get(path('exemple-ouverte'))?.split('---\n').at(-1)?.trim()).toBe(
      before.split('---\n').at(-1)?.trim(),
    );
  });

  test('again, it changes nothing and saves nothing', async () => {
    const place = on('annecy');
    const proposal = proposalOn(place, TODAY, allRight(place, TODAY));
    await accepted(proposal);
    const again = await examined(proposal);
    expect(again.comparison?.brings).toBe(false);
    expect(await accept(repository.entries, await repository.index(), [decided(again)])).toEqual([]);
    expect(repository.saves).toHaveLength(1);
  });

  test('several of different entries, in one save', async () => {
    const all = ['annecy', 'metz'].map((slug) => proposalOn(on(slug), TODAY, allRight(on(slug), TODAY)));
    expect((await Promise.all(all.map(examined))).every(isPlain)).toBe(true);
    await accepted(...all);
    expect(repository.saves).toEqual([
      expect.stringMatching(/^Accepte 2 propositions : cantine annecy .*cantine metz /),
    ]);
    for (const slug of ['annecy', 'metz']) expect(frontMatter(slug)['verifiedOn']).toBe(TODAY);
  });

  test('and undone, the file is what it was', async () => {
    const before = repository.files.get(path('annecy'));
    const changes = await accepted(proposalOn(on('annecy'), TODAY, allRight(on('annecy'), TODAY)));
    await repository.entries.undo(changes, 'Défait');
    expect(repository.files.get(path('annecy'))).toBe(before);
  });
});

describe('what stands in the way is said, and nothing is written', () => {
  test('the entry changes while it is accepted', async () => {
    const place = on('annecy');
    const proposal = proposalOn(place, TODAY, { 'address.district': changed(place, 'address.district', 'Au port') });
    const shown = decided(await examined(proposal));
    const raw = repository.files.get(path('annecy')) ?? '';
    repository.files.set(path('annecy'), raw.replace('district: Cran-Gevrier', 'district: Tout près'));
    await expect(accept(repository.entries, await repository.index(), [shown])).rejects.toThrow(/vient de changer/);
    expect(repository.saves).toEqual([]);
  });

  test('another field changes while it is written: both stay', async () => {
    const place = on('annecy');
    const proposal = proposalOn(place, TODAY, { 'address.district': changed(place, 'address.district', 'Au port') });
    repository.between.write = () => {
      repository.between.write = undefined;
      const raw = repository.files.get(path('annecy')) ?? '';
      repository.files.set(path('annecy'), raw.replace('status: open', 'status: paused'));
    };
    await accepted(proposal);
    expect(frontMatter('annecy')).toMatchObject({ status: 'paused', address: { district: 'Au port' } });
  });

  test('the rules of the whole entry, in the words of the check', async () => {
    const place = on('annecy');
    const without = changed(place, 'address', { addressLocality: null });
    await expect(accepted(proposalOn(place, TODAY, { address: without }))).rejects.toThrow(
      /Rien n’est écrit.*Commune/s,
    );
    expect(repository.saves).toEqual([]);
  });

  test('an entry that is gone', async () => {
    const place = on('annecy');
    repository.files.delete(path('annecy'));
    expect((await examined(proposalOn(place, TODAY, allRight(place, TODAY)))).stands).toMatch(/n’est plus sur le site/);
  });

  test('an entry that was renamed, twice, is followed', async () => {
    const place = on('annecy');
    const proposal = proposalOn(place, TODAY, allRight(place, TODAY));
    rename('annecy', 'annecy-port');
    rename('annecy-port', 'annecy-lac');
    const found = await examined(proposal);
    expect(found.notes).toEqual([expect.stringContaining('s’appelait')]);
    await accept(repository.entries, await repository.index(), [decided(found)]);
    expect(frontMatter('annecy-lac')['verifiedOn']).toBe(TODAY);
  });

  test('addresses that lead in a circle are left', async () => {
    const place = on('annecy');
    repository.files.delete(path('annecy'));
    redirect('annecy', 'metz-un');
    redirect('metz-un', 'annecy');
    expect((await examined(proposalOn(place, TODAY, allRight(place, TODAY)))).stands).toMatch(/n’est plus sur le site/);
  });

  test('a draft', async () => {
    const place = on('annecy');
    const raw = repository.files.get(path('annecy')) ?? '';
    repository.files.set(path('annecy'), raw.replace('status: open', 'status: open\ndraft: true'));
    expect((await examined(proposalOn(place, TODAY, allRight(place, TODAY)))).stands).toMatch(/est un brouillon/);
  });

  test('what has become too old while it waited', async () => {
    const place = on('annecy');
    const old = proposalOn(place, '2025-10-01', allRight(place, TODAY));
    expect((await examined(old)).stands).toMatch(/tout a pu changer/);
  });

  function redirect(from: string, to: string): void {
    const settings = repository.files.get('content/settings/site.md') ?? '';
    const line = `  - from: /cantines/${from}/\n    to: /cantines/${to}/\n`;
    const has = /^redirects:\n/m.test(settings);
    const text = has
      ? settings.replace(/^redirects:\n/m, `redirects:\n${line}`)
      : settings.replace('---\n', `---\nredirects:\n${line}`);
    repository.files.set('content/settings/site.md', text);
  }

  function rename(from: string, to: string): void {
    repository.files.set(path(to), repository.files.get(path(from)) ?? '');
    repository.files.delete(path(from));
    redirect(from, to);
  }
});

describe('a date that a funder has told', () => {
  const SLUG = 'exemple-tables-ouvertes';
  const dated = (by: Proposal['by'], source: string) => {
    const place = on(SLUG, 'opportunities');
    const answers = { windows: added(place, 'windows', { opensOn: '2028-10-01', closesOn: '2028-12-01' }) };
    return proposalOn(place, TODAY, answers, { by, source });
  };
  const official = (url: string) => {
    const raw = repository.files.get(path(SLUG, 'opportunities')) ?? '';
    repository.files.set(
      path(SLUG, 'opportunities'),
      raw.replace('confidence: low', `officialUrl: ${url}\nconfidence: low`),
    );
  };

  test('is one period more, with the page where it was read', async () => {
    await accepted(dated('guest', 'https://journal.example/appel'));
    const entry = frontMatter(SLUG, 'opportunities');
    expect(entry['windows']).toHaveLength(2);
    expect(entry['sources']).toContainEqual({ url: 'https://journal.example/appel', readOn: TODAY });
    expect(entry['confidence']).toBe('low');
  });

  test.each([
    ['network', 'https://www.exemple.org/appel', 'high'],
    ['network', 'https://journal.example/appel', 'low'],
    ['team', 'https://exemple.org/appel', 'low'],
    ['guest', 'https://exemple.org/appel', 'low'],
  ] as const)('of the %s, read on %s: the confidence is %s', async (by, source, confidence) => {
    official('https://exemple.org/aides');
    await accepted(dated(by, source));
    expect(frontMatter(SLUG, 'opportunities')['confidence']).toBe(confidence);
  });

  test('is always read first', async () => {
    expect(isPlain(await examined(dated('team', 'https://exemple.org/appel')))).toBe(false);
  });
});

describe('a session', () => {
  const told = {
    title: 'Portes ouvertes',
    summary: 'On pousse la porte, on goûte, on repart avec une recette.',
    kind: 'portes-ouvertes',
    startsAt: '2027-03-12T18:30',
    endsAt: '2027-03-12T20:30',
    attendance: 'onSite',
    cantine: 'annecy',
  };
  const proposed = (more: Readonly<Record<string, unknown>> = {}) =>
    proposalOn(
      { collection: 'sessions', data: undefined },
      TODAY,
      Object.fromEntries(
        Object.entries({ ...told, ...more }).map(([name, to]) => [name, { is: 'changed', was: '', to }]),
      ),
    );

  test('is made whole, under the name that the CMS gives, published and verified', async () => {
    await accepted(proposed());
    expect(frontMatter('2027-03-portes-ouvertes', 'sessions')).toEqual({ ...told, verifiedOn: TODAY });
    expect(repository.saves).toEqual([expect.stringMatching(/^Accepte une proposition : session \(l’équipe/)]);
  });

  test('is made once', async () => {
    await accepted(proposed());
    const again = await examined(proposed());
    expect(again.stands).toMatch(/déjà sur le site/);
  });

  test('on another day of the month has a name of its own', async () => {
    await accepted(proposed());
    const other = await examined(proposed({ startsAt: '2027-03-19T18:30', endsAt: '2027-03-19T20:30' }));
    expect(other.stands).toBeUndefined();
  });

  test('whose end comes first is refused in the words of the check', async () => {
    await expect(accepted(proposed({ endsAt: '2027-03-12T17:00' }))).rejects.toThrow(/Corrigez l’heure de fin/);
  });

  test('tells the cantine by its name, and a day that has passed', async () => {
    const found = await examined(proposed({ startsAt: '2026-03-12T18:30', endsAt: '2026-03-12T20:30' }));
    expect(found.title).toBe('Portes ouvertes');
    expect(found.notes).toEqual(['Cette date est déjà passée.']);
    expect(found.comparison?.rows.find((row) => row.path === 'cantine')?.proposed).toEqual(['Annecy']);
  });
});
