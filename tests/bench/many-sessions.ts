import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const DAY = 86_400_000;
const KINDS = ['ca-mijote', 'temps-collectif'];
const ATTENDANCES = ['online', 'onSite'];

/** Makes the list of sessions of a built site with `count` sessions to come: its first row multiplied, months apart. */
export async function manySessions(dist: string, count: number): Promise<string> {
  const page = await readFile(join(dist, 'sessions/index.html'), 'utf8');
  const row = /<li class="session"[\s\S]*?<\/li>/.exec(page)?.[0];
  if (!row) throw new Error(`${dist}: /sessions/ has no session.`);
  const rows = Array.from({ length: count }, (_, n) => {
    const starts = Date.now() + (10 + n * 5) * DAY;
    const day = new Date(starts).toISOString().slice(0, 10);
    const told: Readonly<Record<string, string | number>> = {
      slug: `session-${n}`,
      day,
      'last-day': day,
      starts,
      ends: starts + 7_200_000,
      closes: starts - DAY,
      kind: KINDS[n % KINDS.length] ?? '',
      attendance: ATTENDANCES[n % ATTENDANCES.length] ?? '',
    };
    return Object.entries(told).reduce(
      (html, [name, value]) => html.replace(new RegExp(` data-${name}="[^"]*"`), ` data-${name}="${value}"`),
      row,
    );
  });
  return page.replace(row, () => rows.join(''));
}
