import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFrontMatter } from '#content/check/front-matter.ts';
import type { Data } from '../support/entries.ts';
import { projectRoot } from '../support/folders.ts';
import { YEAR, YEAR_OF_CHANGES, type YearChange } from '../support/year-of-changes.ts';
import { mailsOfYear } from '../support/year-of-mails.ts';
import { SITE_CHANNELS, siteOfYear } from '../support/year-of-site.ts';
import { expectedOf, FOLLOWERS, toldOn } from '../support/year-told.ts';

/**
 * A year of the watch, night after night, on what editors publish: forty changes, and the day on which each is told, by
 * which channel. Ends with 1 when one is told late, never, or twice.
 */
const folder = join(process.env['CONTENT_DIR'] ?? join(projectRoot, 'content'), 'opportunities');
const first = new Map<string, Data>(
  readdirSync(folder).map((file) => [
    file.replace(/\.md$/, ''),
    readFrontMatter(readFileSync(join(folder, file), 'utf8')).data ?? {},
  ]),
);
const delivered = await mailsOfYear(FOLLOWERS, first);
const expected = expectedOf(first);
let wrong = 0;

/** A column of the table: what a channel told of a change. */
interface Channel {
  title: string;
  told: (change: YearChange) => string;
}

const MAILS: readonly Channel[] = FOLLOWERS.map((recipient) => ({
  title: `${recipient.name} (${recipient.frequency === 'weekly' ? 'lundi' : 'mois'})`,
  told: (change) => {
    const one = expected.find((each) => each.change === change && each.recipient === recipient);
    if (!one) return '·';
    const next = YEAR_OF_CHANGES.find(
      (each) => each.on > change.on && each.slug === change.slug && each.tells === one.kind,
    );
    const days = toldOn(one, delivered, next?.on ?? YEAR.to);
    const [day = 'jamais'] = days;
    const isWrong = days.length !== 1 || day > one.latest;
    if (isWrong) wrong += 1;
    return `${days.length > 1 ? days.join('+') : day}${isWrong ? ' !' : ''}`;
  },
}));

const year = siteOfYear(first);
const counts = new Map<string, { told: number; late: number; missed: number; doubled: number }>();

const SITE: readonly Channel[] = Object.entries(SITE_CHANNELS).map(([title, toldOf]) => {
  const count = { told: 0, late: 0, missed: 0, doubled: 0 };
  counts.set(title, count);
  return {
    title,
    told: (change) => {
      const found = toldOf(change, year);
      if (!found) return '·';
      const { days, latest } = found;
      const [day] = days;
      count.told += day === undefined ? 0 : 1;
      const faults = { missed: day === undefined, late: day !== undefined && day > latest, doubled: days.length > 1 };
      for (const fault of ['missed', 'late', 'doubled'] as const) count[fault] += faults[fault] ? 1 : 0;
      const isWrong = Object.values(faults).includes(true);
      if (isWrong) wrong += 1;
      return `${day === undefined ? 'jamais' : days.join('+')}${isWrong ? ' !' : ''}`;
    },
  };
});
const CHANNELS = [...MAILS, ...SITE];

const rows = [
  ['le', 'financement', 'ce que fait l’éditeur', ...CHANNELS.map(({ title }) => title)],
  ...YEAR_OF_CHANGES.map((change) => [
    change.on,
    change.slug,
    change.what,
    ...CHANNELS.map(({ told }) => (change.tells === 'nothing' ? 'rien' : told(change))),
  ]),
];
const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
for (const row of rows)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );

const items = delivered.flatMap((mail) => mail.items);
console.log(
  `\n${first.size} financements au départ, ${YEAR_OF_CHANGES.length} changements, ${delivered.length} e-mails partis : ` +
    FOLLOWERS.map(({ id, name }) => `${name} ${delivered.filter(({ recipient }) => recipient === id).length}`).join(
      ', ',
    ),
);
console.log(
  `${expected.length} annonces attendues, ${wrong} en faute ; ${items.flatMap(({ reminders }) => reminders).length} rappels de date limite, ${items.filter(({ round }) => round).length} habitudes.`,
);
for (const [title, { told, late, missed, doubled }] of counts)
  console.log(`${title} : ${told} annonces, ${late} en retard, ${missed} manquées, ${doubled} en double.`);
process.exitCode = wrong === 0 ? 0 : 1;
