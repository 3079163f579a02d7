/** Joint answers: what they are on a day, in which order, whom they concern, what is written to whom. */
import { describe, expect, test } from 'vitest';
import { aimedClosing } from '#funding/together/aim.ts';
import { daysToCome, jointCalendar } from '#funding/together/calendar.ts';
import { openFor, writeFor } from '#funding/together/links.ts';
import { askForContact, askToJoin, askToReread, offerToReread } from '#funding/together/mails.ts';
import { openingOf } from '#funding/together/opening.ts';
import { isPast, jointRank, jointState, sayJoint, sayKnown, type JointFacts } from '#funding/together/state.ts';
import { saySought, sayTogether, sayWho } from '#funding/together/words.ts';
import { MAX_MAILTO } from '#forms/mailto.ts';
import { noAnswers } from '#forms/answers.ts';
import { formProblems } from '#forms/check.ts';
import { saidBy } from '#forms/said-by.ts';
import { jointAnswers } from '#schemas/joint-answers.ts';
import { readEntry } from '#schemas/kit/index.ts';
import { entryOf } from '../../support/entries.ts';

const TODAY = '2027-11-13';
const open = (facts: Partial<JointFacts> = {}): JointFacts => ({ status: 'open', ...facts });
const said = (facts: JointFacts, today = TODAY) => sayJoint(jointState(facts, today)).words.replaceAll('\u00a0', ' ');

describe('on a day', () => {
  test.each<[JointFacts, string]>([
    [open(), 'Cherche des cantines'],
    [open({ joinBy: '2027-12-31' }), 'À rejoindre avant le 31 décembre 2027'],
    [open({ joinBy: '2027-11-25' }), 'À rejoindre avant le 25 novembre 2027, encore 12 jours'],
    [open({ joinBy: '2027-11-14' }), 'À rejoindre avant le 14 novembre 2027, encore 1 jour'],
    [open({ joinBy: TODAY }), 'À rejoindre avant le 13 novembre 2027, dernier jour'],
    [open({ joinBy: '2027-11-12' }), 'On pouvait la rejoindre jusqu’au 12 novembre 2027'],
    [open({ joinBy: '2027-11-01', closesOn: '2027-11-10' }), 'L’appel s’est clos le 10 novembre 2027'],
    [{ status: 'complete', closesOn: '2027-11-10' }, 'L’appel s’est clos le 10 novembre 2027'],
    [{ status: 'complete', closesOn: TODAY }, 'Au complet, en préparation'],
    [{ status: 'submitted', closesOn: '2027-11-10' }, 'Déposée, en attente de réponse'],
    [{ status: 'won' }, 'Obtenue'],
    [{ status: 'refused' }, 'Refusée cette fois'],
    [{ status: 'dropped', joinBy: '2027-12-31' }, 'Abandonnée'],
  ])('%o is « %s »', (facts, words) => {
    expect(said(facts)).toBe(words);
  });

  test('the last week is told apart', () => {
    expect(sayJoint(jointState(open({ joinBy: '2027-11-20' }), TODAY)).tone).toBe('tone-late');
    expect(sayJoint(jointState(open({ joinBy: '2027-11-21' }), TODAY)).tone).toBe('tone-soon');
  });

  test('without a script, what lasts is said: never how many days are left', () => {
    expect(sayKnown(open({ joinBy: '2027-11-25' })).replaceAll('\u00a0', ' ')).toBe(
      'À rejoindre avant le 25 novembre 2027',
    );
    expect(sayKnown(open())).toBe('Cherche des cantines');
    expect(sayKnown({ status: 'complete' })).toBe('Au complet, en préparation');
  });
});

test('those that seek come first, the soonest before; what is past comes last', () => {
  const all: JointFacts[] = [
    { status: 'dropped' },
    open({ joinBy: '2027-11-01' }),
    { status: 'won' },
    open(),
    { status: 'submitted' },
    open({ joinBy: '2028-01-31' }),
    { status: 'complete' },
    open({ joinBy: '2027-11-20' }),
  ];
  const states = all.map((facts) => jointState(facts, TODAY)).sort((a, b) => jointRank(a) - jointRank(b));
  expect(states.map((state) => ('joinBy' in state ? `${state.state} ${state.joinBy}` : state.state))).toEqual([
    'seeking 2027-11-20',
    'seeking 2028-01-31',
    'seeking',
    'complete',
    'submitted',
    'late 2027-11-01',
    'won',
    'dropped',
  ]);
  expect(states.map(isPast)).toEqual([false, false, false, false, false, true, true, true]);
});

describe('the closing that is aimed at', () => {
  const windows = [
    { closesOn: '2026-12-10' },
    { opensOn: '2027-10-01', closesOn: '2027-12-10' },
    { opensOn: '2028-10-01' },
  ];

  test.each([
    ['after the last day to join', { joinBy: '2027-11-25' }, '2027-12-10'],
    ['after it was proposed', { openedOn: '2026-11-22' }, '2026-12-10'],
    ['none that is announced', { joinBy: '2028-11-25' }, undefined],
    ['nobody said when', {}, undefined],
  ])('is the first one %s', (_title, days, closesOn) => {
    expect(aimedClosing({ windows }, days)).toBe(closesOn);
  });
});

describe('in words', () => {
  test.each<[string | undefined, string[], string]>([
    [undefined, [], 'Portée par le réseau.'],
    [undefined, ['Bruz'], 'Portée par le réseau, avec la cantine de Bruz.'],
    [undefined, ['Bruz', 'Annecy'], 'Portée par le réseau, avec les cantines de Bruz et d’Annecy.'],
    ['Metz', [], 'Portée par la cantine de Metz.'],
    ['Metz', ['Les Lilas'], 'Portée par la cantine de Metz, avec celle des Lilas.'],
    ['Metz', ['Bruz', 'Annecy'], 'Portée par la cantine de Metz, avec celles de Bruz et d’Annecy.'],
  ])('%s with %o', (lead, members, words) => {
    expect(sayWho(lead, members)).toBe(words);
  });

  test.each([
    [{}, undefined],
    [{ seats: 2 }, 'Cherche encore 2 cantines.'],
    [{ sought: 'des cantines ouvertes' }, 'Cherche des cantines ouvertes.'],
    [{ seats: 1, sought: 'Une cantine de Bretagne.' }, 'Cherche encore 1 cantine : une cantine de Bretagne.'],
  ])('who is sought, %o', (asked, words) => {
    expect(saySought(asked)?.replaceAll('\u00a0', ' ')).toBe(words);
  });

  test('how many', () => {
    expect([0, 1, 2].map((many) => sayTogether(many).replaceAll('\u00a0', ' '))).toEqual([
      'réponse commune à rejoindre',
      'réponse commune à rejoindre',
      '2 cantines répondent ensemble',
    ]);
  });
});

describe('the mails', () => {
  const call = { title: 'Tables ouvertes', page: 'https://exemple.org/financements/tables-ouvertes/' };
  const read = (href: string) => {
    const url = new URL(href);
    return { to: url.pathname, subject: url.searchParams.get('subject'), body: url.searchParams.get('body') ?? '' };
  };

  test('a second reading is asked of the cantine: what, by when, and in return', () => {
    const { to, subject, body } = read(askToReread('cantine@exemple.org', 'de Metz', call));
    expect([to, subject]).toEqual(['cantine@exemple.org', 'Une relecture pour «\u00a0Tables ouvertes\u00a0»\u202f?']);
    expect(body).toContain(call.page);
    expect(body).toContain('avant le\u00a0: …');
    expect(body).toContain('nous relirons volontiers');
    expect(body).toMatch(/^Bonjour,\r\n\r\n/);
  });

  test('the network is asked who could', () => {
    expect(read(askForContact('reseau@exemple.org', call)).body).toContain('accepterait de nous relire\u202f?');
    expect(read(offerToReread('reseau@exemple.org')).body).toContain('Nous acceptons');
  });

  test('who joins names what is still to be taken', () => {
    const { body } = read(askToJoin('a@exemple.org', { ...call, title: 'À trois' }, ['Écrire le budget']));
    expect(body).toContain('– Écrire le budget');
    expect(read(askToJoin('a@exemple.org', call, [])).body).not.toContain('prendre');
  });

  test('are never longer than mail programs open', () => {
    const long = askToJoin(
      'a@exemple.org',
      call,
      Array.from({ length: 30 }, () => 'é'.repeat(140)),
    );
    expect(long.length).toBeLessThanOrEqual(MAX_MAILTO);
    expect(read(long).body).toContain(call.page);
  });
});

describe('the calendar', () => {
  const { entry: answer } = readEntry(
    jointAnswers,
    entryOf('joint-answers', {
      joinBy: '2027-11-25',
      parts: [
        { what: 'Le budget', dueOn: '2027-11-20' },
        { what: 'Le récit' },
        { what: 'La lettre', dueOn: '2027-11-01' },
      ],
    }),
  );
  if (!answer) throw new Error('The entry is not read.');

  test('holds the days to come, and those alone', () => {
    expect(daysToCome(answer, TODAY).map(({ name, day }) => [name, day])).toEqual([
      ['part-1', '2027-11-20'],
      ['rejoindre', '2027-11-25'],
    ]);
    expect(daysToCome({ ...answer, status: 'complete' }, TODAY).map(({ name }) => name)).toEqual(['part-1']);
    expect(daysToCome(answer, '2027-12-01')).toEqual([]);
  });

  test('is a file whose events keep their names', () => {
    const revision = { changedAt: Date.UTC(2026, 10, 22), sequence: 3 };
    const file = jointCalendar({ slug: 'a-trois', page: 'https://exemple.org/x/', answer, revision }, TODAY);
    expect(file.match(/^UID:.*$/gm)).toEqual(
      [
        'UID:a-trois-part-1@ensemble.lespetitescantines.org\r',
        'UID:a-trois-rejoindre@ensemble.lespetitescantines.org\r',
      ].map((line) => line.trim()),
    );
    expect(file).toContain('DTSTART;VALUE=DATE:20271120');
  });
});

describe('to open one', () => {
  const spec = openingOf({ metz: 'Metz' });

  test('the form asks for what others need to decide', () => {
    expect(formProblems(spec, noAnswers(spec)).map(({ id }) => id)).toEqual([
      'question-appel',
      'question-cantine',
      'question-idee',
      'question-email',
    ]);
  });

  test('the link of a call begins it', () => {
    const link = openFor({ title: 'Tables & « nappes »', page: 'https://exemple.org/financements/x/' });
    expect(saidBy(spec, new URL(link, 'https://exemple.org').searchParams)).toEqual({
      appel: 'Tables & « nappes » (https://exemple.org/financements/x/)',
    });
  });

  test('an editor’s form is begun with the call, within the length of a title', () => {
    const [, hash = ''] = writeFor({ slug: 'tables', title: 'x'.repeat(140) }).split('?');
    const given = new URLSearchParams(hash);
    expect(given.get('opportunity')).toBe('tables');
    expect(given.get('title')).toHaveLength(110);
  });
});
