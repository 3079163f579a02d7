/**
 * Five hundred answers over twenty-five cantines: right, wrong, late, twice, hostile. An editor takes what a call to the
 * cantine confirms; all the rest, from what is pasted to what is written, is the CMS.
 */
import { expect, test } from 'vitest';
import { accept } from '#admin/proposals/accept.ts';
import { takenIn, type Row } from '#admin/proposals/compare.ts';
import { examine } from '#admin/proposals/examine.ts';
import { proposalsIn } from '#admin/proposals/find.ts';
import { arrive, doneOf, type Done, type Waiting } from '#admin/proposals/queue.ts';
import { answersIn } from '#admin/versions/file.ts';
import { addDays } from '#domain/days.ts';
import { valueAt } from '#proposals/open.ts';
import type { Answer, Proposal } from '#proposals/proposal.ts';
import { networkFiles } from '../../support/network.ts';
import { allRight, changed, linkOf, proposalOn } from '../../support/proposals.ts';
import { startRepository } from '../../support/repository.ts';

const ANSWERS = 500;
const FIRST_DAY = '2026-11-23';
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** A number from 0 to 1 after another: the run is the same each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What each cantine would say on the telephone. */
const truthOf = (index: number): Readonly<Record<string, unknown>> => ({
  'capacity.seats': 12 + index,
  'accessibility.stepFree': index % 2 === 0 ? 'yes' : 'no',
  'contacts.telephone': `04 26 64 79 ${String(10 + index)}`,
  'openingHours.slots': WEEK.slice(0, 1 + (index % 5)).map((day) => ({
    day,
    kind: 'meal',
    service: 'lunch',
    opens: '12:15',
  })),
});
const PATHS = Object.keys(truthOf(0));

const KINDS = ['right', 'right', 'right', 'wrong', 'late', 'twice', 'hostile', 'lie'] as const;

test('every right fact is written, nothing else is, and nothing is lost', async () => {
  const roll = dice(15);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(roll() * all.length)] as T;
  const repository = startRepository();
  const slugs = networkFiles('cantines')
    .map(({ slug }) => slug)
    .toSorted()
    .slice(0, 25);
  expect(slugs).toHaveLength(25);
  const pathOf = (slug: string) => `content/cantines/${slug}.md`;
  const frontMatter = (slug: string) => {
    const { body: _body, ...data } = answersIn(repository.files.get(pathOf(slug)) ?? '');
    return data;
  };
  const before = new Map(slugs.map((slug) => [slug, frontMatter(slug)]));
  const others = new Map([...repository.files].filter(([path]) => !slugs.some((slug) => path === pathOf(slug))));
  const sent: Proposal[] = [];
  let queue: Waiting[] = [];
  const done: Done[] = [];
  const ends = { written: 0, refused: 0, nothing: 0, merged: 0, unread: 0 };
  const told = new Map<string, Set<string>>();

  /** What somebody sends: the text of an e-mail. */
  function texted(kind: (typeof KINDS)[number], slug: string, day: string): string {
    const truth = truthOf(slugs.indexOf(slug));
    const page = {
      collection: 'cantines' as const,
      slug,
      data: kind === 'late' ? before.get(slug) : frontMatter(slug),
    };
    const some = PATHS.filter(() => roll() < 0.5);
    const said = (values: Readonly<Record<string, unknown>>): Record<string, Answer> => ({
      ...allRight(page, day),
      ...Object.fromEntries(Object.entries(values).map(([path, to]) => [path, changed(page, path, to)])),
    });
    const make = (values: Readonly<Record<string, unknown>>, by: Proposal['by'] = 'team'): string => {
      // Of a fact whose part changes, the whole is not said to hold.
      const groups = Object.keys(values).map((path) => path.split('.')[0]);
      const answers = Object.entries(said(values)).filter(([path]) => !groups.includes(path));
      const proposal = proposalOn(page, day, Object.fromEntries(answers), { by });
      sent.push(proposal);
      return `Bonjour,\nvoici la proposition :\n${linkOf(proposal)}\nMerci !`;
    };
    const truths = Object.fromEntries((some.length > 0 ? some : PATHS.slice(0, 1)).map((path) => [path, truth[path]]));
    if (kind === 'lie') return make({ 'capacity.seats': 400 - slugs.indexOf(slug) }, 'guest');
    if (kind === 'wrong') return make({ 'contacts.telephone': '12' });
    if (kind === 'twice' && sent.length > 0) return linkOf(pick(sent));
    if (kind !== 'hostile') return make(truths, pick(['team', 'guest', 'network'] as const));
    const fair = proposalOn(page, day, said(truths));
    return pick([
      linkOf({ ...fair, answers: { title: { is: 'changed', was: '', to: 'Piraté' } } }),
      linkOf({ ...fair, answers: { draft: { is: 'changed', was: '', to: true } } }),
      linkOf({ ...fair, answers: { dietsNote: { is: 'changed', was: '', to: '<script>alert(1)</script>' } } }),
      linkOf({ ...fair, collection: 'settings', slug: 'site' }),
      linkOf({ ...fair, slug: '../settings/site' }),
      linkOf({ ...fair, saidOn: '2099-01-01' }),
      linkOf({ ...fair, saidOn: '2020-01-01' }),
      JSON.stringify({ ...fair, version: 9 }),
      JSON.stringify({ ...fair, answers: { dietsNote: { is: 'other', was: '', says: 'x'.repeat(200_000) } } }),
      linkOf(fair).slice(0, -20),
      'Bonjour, vos horaires sont faux.',
    ]);
  }

  /** The editor takes what the cantine confirms on the telephone. */
  const isTrue = (slug: string) => (row: Row, proposal: Proposal) => {
    const answer = proposal.answers[row.path];
    if (answer === undefined || !('to' in answer)) return row.isTaken;
    return JSON.stringify(answer.to) === JSON.stringify(truthOf(slugs.indexOf(slug))[row.path]);
  };

  for (let index = 0; index < ANSWERS; index++) {
    const day = addDays(FIRST_DAY, Math.floor(index / 10));
    const slug = pick(slugs);
    const text = texted(pick(KINDS), slug, day);
    const [read] = proposalsIn(text, day);
    if (!read?.proposal) {
      expect(read === undefined || read.refused.length > 20).toBe(true);
      ends[read ? 'refused' : 'unread'] += 1;
      continue;
    }
    const arrival = arrive(queue, done, read.proposal, index);
    if (arrival.is === 'done' || arrival.is === 'same') {
      ends.merged += 1;
      continue;
    }
    queue = [arrival.waiting];
    const examined = await examine({ ...repository, today: () => day }, arrival.waiting);
    const { comparison, stored } = examined;
    if (!comparison || !stored) throw new Error(examined.stands);
    const truly = isTrue(stored.slug);
    const paths = takenIn(comparison.rows, (row) => truly(row, comparison.proposal));
    const changes = await accept(repository.entries, await repository.index(), [{ comparison, stored, paths }]);
    ends[changes.length > 0 ? 'written' : 'nothing'] += 1;
    const facts = told.get(stored.slug) ?? new Set();
    for (const path of paths) if (comparison.proposal.answers[path]?.is === 'changed') facts.add(path);
    told.set(stored.slug, facts);
    done.push(doneOf(arrival.waiting, 'accepted', index));
    queue = [];
  }

  expect(Object.values(ends).reduce((sum, many) => sum + many, 0)).toBe(ANSWERS);
  expect(repository.saves).toHaveLength(ends.written);
  for (const [end, many] of Object.entries(ends)) expect([end, many > 0]).toEqual([end, true]);
  const SIGNED = ['confirmations', 'verifiedOn', 'statusAsOf'];
  for (const slug of slugs) {
    const after = frontMatter(slug);
    const truth = truthOf(slugs.indexOf(slug));
    const was = before.get(slug);
    for (const path of PATHS) {
      const expected = told.get(slug)?.has(path) ? truth[path] : valueAt(was, path);
      expect([slug, path, valueAt(after, path)]).toEqual([slug, path, expected]);
    }
    // What was not spoken of is as it was, but for who confirmed it and when.
    const rest = (data: Readonly<Record<string, unknown>> | undefined) =>
      JSON.stringify(
        Object.entries(data ?? {})
          .filter(([name]) => !SIGNED.includes(name))
          .map(([name, value]) => [
            name,
            without(
              value,
              PATHS.filter((path) => path.startsWith(`${name}.`)),
            ),
          ])
          .filter(([, value]) => JSON.stringify(value) !== '{}')
          .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
      );
    expect(rest(after)).toBe(rest(was));
  }
  for (const [path, raw] of others) expect(repository.files.get(path)).toBe(raw);
  expect(repository.files.size).toBe(others.size + slugs.length);
  expect(told.size).toBe(25);
});

/** A value without the parts that were spoken of, nor its date. */
function without(value: unknown, paths: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const names = ['asOf', ...paths.map((path) => path.split('.')[1])];
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}
