import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readFrontMatter } from '#content/check/front-matter.ts';
import { addDays, daysBetween } from '#domain/days.ts';
import { matchOpportunity } from '#funding/matching/matching.ts';
import type { Data } from '../../support/entries.ts';
import { networkContent } from '../../support/folders.ts';
import { YEAR, YEAR_OF_CHANGES } from '../../support/year-of-changes.ts';
import { mailsOfYear, nightsOf, type Delivered } from '../../support/year-of-mails.ts';
import { expectedOf, FOLLOWERS, toldOn } from '../../support/year-told.ts';

const folder = join(networkContent, 'opportunities');
const first = new Map<string, Data>(
  readdirSync(folder).map((file) => [
    file.replace('.md', ''),
    readFrontMatter(readFileSync(join(folder, file), 'utf8')).data ?? {},
  ]),
);
let delivered: Delivered[];
beforeAll(async () => {
  delivered = await mailsOfYear(FOLLOWERS, first);
}, 60_000);

/** All that a recipient was told of an opportunity, in order. */
const toldOf = (id: string, slugs: readonly string[]) =>
  delivered.flatMap(({ on, recipient, items }) =>
    recipient === id
      ? items
          .filter(({ slug }) => slugs.includes(slug))
          .flatMap(({ changes }) => changes.map((each) => ({ ...each, told: on })))
      : [],
  );

test('forty changes: each is told to each that it concerns, in time', () => {
  expect(YEAR_OF_CHANGES).toHaveLength(40);
  const late = expectedOf(first).flatMap((expected) => {
    const { change, recipient, latest } = expected;
    const [day] = toldOn(expected, delivered, YEAR.to);
    return day !== undefined && day <= latest
      ? []
      : `${change.on} ${change.slug} (${change.what}), ${recipient.name}: ${day ?? 'jamais'}, attendu au plus tard le ${latest}`;
  });
  expect(late).toEqual([]);
});

describe.each(FOLLOWERS.map(({ id, name }) => [name, id] as const))('%s', (_name, id) => {
  test('is told of nothing twice, and of nothing that did not happen', () => {
    const expected = expectedOf(first).filter(({ recipient }) => recipient.id === id);
    const slugs = new Set(delivered.flatMap(({ items }) => items.map(({ slug }) => slug)));
    for (const slug of slugs) {
      const names =
        slug === 'appel-des-quartiers' ? [] : slug === 'appel-quartiers' ? [slug, 'appel-des-quartiers'] : [slug];
      const told = toldOf(id, names).map(({ kind, on, told: day, ...dates }) =>
        JSON.stringify([kind, dates, kind === 'withdrawn' || kind === 'back' ? on : day === on]),
      );
      expect(new Set(told).size, slug).toBe(told.length);
      const kinds = toldOf(id, names).map(({ kind }) => kind);
      const written = expected.filter((each) => names.includes(each.change.slug)).map(({ kind }) => kind);
      // Time alone opens and closes, and the first message tells what is there.
      for (const kind of ['moved', 'undated', 'withdrawn', 'back', 'dated'] as const) {
        const count = (list: readonly string[]) => list.filter((each) => each === kind).length;
        expect(count(kinds), `${slug} ${kind}`).toBe(count(written));
      }
      expect(kinds.filter((kind) => kind === 'new').length, `${slug} new`).toBeLessThanOrEqual(1);
    }
  });

  test('hears of each opening and is reminded of each last day, once', () => {
    const follower = FOLLOWERS.find((each) => each.id === id);
    const nights = [...nightsOf(first)];
    const reminded = delivered.flatMap(({ recipient, items }) =>
      recipient === id ? items.flatMap(({ slug, reminders }) => reminders.map((day) => `${slug} ${day}`)) : [],
    );
    expect(new Set(reminded).size).toBe(reminded.length);
    for (const { day, opportunities } of nights) {
      for (const { slug, data } of opportunities) {
        if (!follower || matchOpportunity(data, follower.candidate, day).answer === 'no') continue;
        // A night of grace: an address was refused three times, a long weekend was missed.
        const closes = data.windows.some(({ closesOn = '' }) => daysBetween(day, closesOn) === 10);
        if (closes) expect(reminded, `${slug}, ${day}`).toContain(`${slug} ${addDays(day, 10)}`);
      }
    }
  });
});

test('a correction sends nothing, and a refused address or a missed night loses nothing', () => {
  const silent = YEAR_OF_CHANGES.filter(({ tells }) => tells === 'nothing');
  expect(silent).toHaveLength(6);
  for (const { on, slug, becomes = slug } of silent) {
    const soon = delivered.filter((mail) => mail.on > on && mail.on <= addDays(on, 7));
    const told = soon.flatMap(({ items }) =>
      items.filter((item) => item.slug === becomes).flatMap(({ changes }) => changes),
    );
    expect(
      told.filter(({ kind }) => kind !== 'opened' && kind !== 'closed' && kind !== 'new'),
      `${slug}, ${on}`,
    ).toEqual([]);
  }
});
