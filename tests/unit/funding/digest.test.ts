import PostalMime from 'postal-mime';
import { parseFragment, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '#domain/deadlines.ts';
import type { Change } from '#funding/changes/changes.ts';
import { digestMonths, digestOf } from '#funding/digest/digest.ts';
import { digestDraft } from '#funding/digest/draft.ts';
import { digestMail, type NamedOpportunity } from '#funding/digest/mail.ts';

const SITE = 'https://exemple.org';
const opportunity = (given: Partial<NamedOpportunity> = {}): NamedOpportunity => ({
  title: 'Un appel',
  page: `${SITE}/financements/un-appel/`,
  funder: 'Une fondation',
  amount: undefined,
  territory: 'France entière',
  firstSeen: '2026-11-20',
  readOn: ['2026-11-20'],
  calendar: { rhythm: 'annual', windows: [] },
  changes: [],
  ...given,
});
const windows = (...given: Calendar['windows']) => ({ calendar: { rhythm: 'annual' as const, windows: given } });
const habit = (opens: string[], closes: string[], more: Partial<Calendar> = {}) => ({
  calendar: { rhythm: 'annual' as const, windows: [], usualMonths: { opens, closes }, ...more },
});

describe('the months', () => {
  test('go from the first day of the watch to a year after its latest fact', () => {
    const months = digestMonths([opportunity(), opportunity({ firstSeen: '2027-01-05' })]);
    expect(months[0]).toBe('2026-11');
    expect(months.at(-1)).toBe('2028-01');
    expect(months).toHaveLength(15);
  });

  test('reach a deadline that is further', () => {
    expect(digestMonths([opportunity(windows({ closesOn: '2028-12-31' }))]).at(-1)).toBe('2029-12');
  });

  test('an old window does not open months before the watch', () => {
    expect(digestMonths([opportunity(windows({ closesOn: '2021-04-30' }))])[0]).toBe('2026-11');
  });

  test('of a day typed in another century are those of its year, not all between', () => {
    const months = digestMonths([opportunity(windows({ closesOn: '2099-03-31' }))]);
    expect(months).toHaveLength(26);
    expect(months.slice(12, 14)).toEqual(['2027-11', '2099-03']);
    expect(
      digestMonths([opportunity(), opportunity({ firstSeen: '1990-05-01', readOn: ['1990-05-01'] })]),
    ).toHaveLength(26);
  });

  test('are none without any dated entry', () => {
    expect(digestMonths([])).toEqual([]);
    expect(digestMonths([opportunity({ firstSeen: undefined, readOn: [] })])).toEqual([]);
  });
});

describe('a month', () => {
  const old = { firstSeen: '2026-10-20' };
  const annual = opportunity({
    title: 'Annuel',
    ...old,
    ...habit(['12'], ['2'], { windows: [{ opensOn: '2025-12-01', closesOn: '2026-02-15' }] }),
  });
  const again = opportunity({
    title: 'Redit',
    ...old,
    ...habit(['12'], ['12'], { windows: [{ opensOn: '2026-12-03', closesOn: '2026-12-24' }] }),
  });
  const once = opportunity({ title: 'Unique', ...old, ...habit(['12'], ['12'], { rhythm: 'one-off' }) });
  const ending = opportunity({ title: 'Finissant', ...old, ...habit(['9'], ['12']) });
  const fresh = opportunity({
    title: 'Nouveau',
    firstSeen: '2026-11-30',
    calendar: { rhythm: 'permanent', windows: [] },
  });
  const closed = opportunity({ title: 'Clos', firstSeen: '2026-11-30', ...windows({ closesOn: '2024-11-29' }) });
  const later = opportunity({ title: 'Plus tard', firstSeen: '2026-11-30', ...habit(['3'], ['5']) });
  const digest = digestOf([annual, again, once, ending, fresh, closed, later], '2026-12');

  test('tells what is new, what closes, what opens, and what does as a rule without a date', () => {
    expect(digest).toEqual({
      month: '2026-12',
      closing: [{ opportunity: again, day: '2026-12-24' }],
      opening: [{ opportunity: again, day: '2026-12-03' }],
      usuallyClosing: [ending],
      returning: [annual],
      fresh: [fresh],
      idle: [closed, later],
      changed: [],
    });
  });

  test('counts what may be acted upon, and says apart what may not', () => {
    const { text } = digestMail(digest, SITE);
    expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
      'Ce mois-ci : ce qui ferme, ce qui ouvre, ce qui revient. 4 financements, le plus pressé d’abord. 2 autres sont entrés dans la veille sans qu’il y ait rien à faire ce mois-ci',
    );
    const apart = text.slice(text.indexOf('NOUVEAU AUSSI'));
    expect(apart).toContain('- Clos\n  Dernière clôture connue\u00a0: 29\u00a0novembre 2024');
    expect(apart).toContain('- Plus tard');
  });

  test.each([
    ['usually closes', habit([], ['12'])],
    ['opened without a closing day, and usually closes', habit([], ['12'], { windows: [{ opensOn: '2026-10-01' }] })],
    ['usually closes, as was seen long ago', habit([], ['12'], { asOf: '2021-12' })],
  ])('tells what %s that month', (_, calendar) => {
    const told = opportunity(calendar);
    expect(digestOf([told], '2026-12').usuallyClosing).toEqual([told]);
    expect(digestOf([told], '2026-11').usuallyClosing).toEqual([]);
  });

  test('says that a habit was seen long ago', () => {
    const old = opportunity({ ...habit([], ['12'], { asOf: '2021-12' }), firstSeen: '2026-11-01' });
    expect(digestMail(digestOf([old], '2026-12'), SITE).text).toContain('vu en 2021, à reconfirmer');
  });

  test('in the e-mail, a habit has no date', () => {
    const { text } = digestMail(digest, SITE);
    const habits = text.slice(text.indexOf('D’HABITUDE'), text.indexOf('NOUVEAU'));
    expect(habits).toContain('Annuel');
    expect(habits).toContain('Finissant');
    expect(habits).not.toMatch(/20\d\d|décembre/);
    expect(text).toContain('jeudi 24\u00a0décembre 2026');
  });
});

describe('what changed', () => {
  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  const known = (title: string, changes: Change[], more: Partial<NamedOpportunity> = {}) =>
    opportunity({ title, firstSeen: '2026-10-20', changes, ...more });
  const letter = (month: string, ...given: NamedOpportunity[]) => plain(digestMail(digestOf(given, month), SITE).text);
  const moved = { on: '2026-11-12', kind: 'moved', which: 'closesOn', from: '2027-01-12', to: '2026-12-28' } as const;

  test('is told by the next letter, once', () => {
    const withdrawn = known('Retiré', [{ on: '2026-11-30', kind: 'withdrawn' }], { territory: '' });
    const dated = known('Daté', [{ on: '2026-11-01', kind: 'dated', opensOn: '2027-02-01', closesOn: '2027-04-20' }]);
    const text = letter('2026-12', withdrawn, dated);
    expect(text).toContain('CE QUI A CHANGÉ EN NOVEMBRE 2026');
    expect(text).toContain('- Retiré\n  Retiré de la veille · Une fondation\n');
    expect(text).toContain('- Daté\n  Dates annoncées : du 1er février 2027 au 20 avril 2027 · Une fondation');
    for (const month of ['2026-11', '2027-01']) expect(letter(month, withdrawn, dated)).not.toContain('CHANGÉ');
  });

  test('stands beside the day that another part already tells', () => {
    const text = letter(
      '2026-12',
      known('Avancé', [moved], windows({ opensOn: '2026-12-01', closesOn: '2026-12-28' })),
    );
    expect(text).not.toContain('CE QUI A CHANGÉ');
    expect(text.match(/avancée/g)).toHaveLength(1);
    expect(text).toContain(
      'lundi 28 décembre 2026 · clôture avancée au 28 décembre 2026, au lieu du 12 janvier 2027 · Une fondation',
    );
  });

  test.each<[string, Change, Partial<NamedOpportunity>]>([
    ['of what is new, which is told as it is', moved, { firstSeen: '2026-11-02' }],
    ['of its coming', { on: '2026-11-12', kind: 'new' }, {}],
    [
      'of a closing, which the letter of its month told',
      { on: '2026-11-13', kind: 'closed', closesOn: '2026-11-12' },
      {},
    ],
    ['of an opening that is over', { on: '2026-11-02', kind: 'opened', closesOn: '2026-11-20' }, {}],
  ])('says nothing %s', (_, change, more) => {
    expect(digestOf([known('Un appel', [change], more)], '2026-12').changed).toEqual([]);
  });

  test.each<Change>([
    { on: '2026-11-02', kind: 'opened', closesOn: '2026-12-20' },
    { on: '2026-11-02', kind: 'opened' },
    { on: '2026-11-02', kind: 'closed' },
    { on: '2026-11-02', kind: 'back' },
    { on: '2026-11-02', kind: 'undated', closesOn: '2026-12-20' },
  ])('tells %o', (change) => {
    const one = known('Un appel', [change]);
    expect(digestOf([one], '2026-12').changed).toEqual([{ opportunity: one, changes: [change] }]);
  });
});

describe('the e-mail', () => {
  const hostile = opportunity({
    title: 'Cuisine & <script>alert(1)</script> "x"',
    page: `${SITE}/financements/a/?b=1&c="2"`,
  });
  const mail = digestMail(digestOf([hostile], '2026-12'), SITE);

  test('says the same in both versions, with whole addresses', () => {
    const { html, text } = mail;
    for (const version of [text, html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')]) {
      expect(version).toContain('Cuisine & <script>');
      expect(version).toContain(`${SITE}/financements/`);
    }
  });

  test('is right HTML, of plain elements that every mail program keeps', () => {
    const tags = [...mail.html.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag);
    expect([...new Set(tags)].toSorted()).toEqual(['a', 'br', 'h2', 'li', 'p', 'ul']);
    expect(mail.html).not.toMatch(/style=|class=|<script/);
    expect(serialize(parseFragment(mail.html))).toBe(mail.html.replaceAll('\u00a0', '&nbsp;'));
  });

  test('of an empty month is kind, and still leads to the watch', () => {
    const empty = digestMail(digestOf([], '2027-08'), SITE);
    expect(empty.subject).toContain('août 2027');
    expect(empty.text).toContain('Rien de daté ce mois-ci');
    expect(empty.text).toContain(`${SITE}/financements/`);
  });

  test('is a draft that another program reads whole, the same at each build', async () => {
    const draft = await digestDraft(mail, '2026-12');
    const read = await PostalMime.parse(draft);
    expect(read.subject).toBe(mail.subject);
    expect(read.text?.trim()).toBe(mail.text.trim());
    expect(read.html?.trim()).toBe(mail.html);
    expect(draft.toString()).toContain('X-Unsent: 1');
    expect((await digestDraft(mail, '2026-12')).equals(draft)).toBe(true);
  });
});
