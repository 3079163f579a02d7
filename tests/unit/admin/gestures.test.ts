import { describe, expect, test } from 'vitest';
import { gesturesOn } from '#admin/gestures/all.ts';
import { CLOSE } from '#admin/gestures/cantines.ts';
import { CONFIRM } from '#admin/gestures/confirm.ts';
import { DATE_FELL } from '#admin/gestures/opportunities.ts';
import { CANCEL, EXTEND, POSTPONE, REPEAT } from '#admin/gestures/sessions.ts';

const TODAY = '2026-11-21';
const session = {
  title: 'Ça mijote',
  status: 'scheduled',
  startsAt: '2027-03-22T18:30',
  endsAt: '2027-03-22T20:30',
  registration: { email: 'bonjour@exemple.org', closesOn: '2027-03-20' },
  recap: 'Un compte rendu.',
  verifiedOn: '2026-11-01',
};

const idsOn = (collection: Parameters<typeof gesturesOn>[0], answers: object) =>
  gesturesOn(collection, { ...answers }, TODAY).map(({ id }) => id);

describe('which gestures an entry has', () => {
  test('only those that make sense on it today', () => {
    expect(idsOn('cantines', { status: 'open' })).toEqual(['fermer', 'verifie']);
    expect(idsOn('cantines', { status: 'closed', verifiedOn: TODAY })).toEqual([]);
    expect(idsOn('sessions', session)).toEqual(['complet', 'reporter', 'prolonger', 'repeter', 'annuler', 'verifie']);
    expect(idsOn('sessions', { ...session, status: 'full' })).toContain('des-places');
    expect(idsOn('sessions', { ...session, startsAt: '2026-01-01T18:30', status: 'scheduled' })).toEqual([
      'repeter',
      'verifie',
    ]);
    expect(idsOn('opportunities', {})).toEqual(['date-tombee', 'verifie']);
  });
});

describe('« Fermer du… au… »', () => {
  test('adds a closure beside what was planned, and changes nothing else', () => {
    const before = { title: 'Metz', exceptions: [{ from: '2026-12-24', to: '2026-12-26', kind: 'closed' }] };
    expect(CLOSE.made(before, { from: TODAY, to: '2026-11-28', reason: ' Travaux ' }, TODAY)).toEqual({
      title: 'Metz',
      exceptions: [...before.exceptions, { from: TODAY, to: '2026-11-28', kind: 'closed', reason: 'Travaux' }],
    });
  });

  test('fills both days at once: today, tomorrow, until Sunday, next week', () => {
    expect(CLOSE.shortcuts?.(TODAY).map(({ fills }) => [fills['from'], fills['to']])).toEqual([
      ['2026-11-21', '2026-11-21'],
      ['2026-11-22', '2026-11-22'],
      ['2026-11-21', '2026-11-22'],
      ['2026-11-23', '2026-11-29'],
    ]);
  });

  test('says which days are the wrong way round', () => {
    expect(() => CLOSE.made({}, { from: '2026-12-02', to: '2026-12-01' }, TODAY)).toThrow(/échangez les deux dates/);
  });
});

describe('a session', () => {
  test('goes to another day at the same hours, its registrations with it', () => {
    expect(POSTPONE.made({ ...session, status: 'postponed' }, { day: '2027-03-29' }, TODAY)).toEqual({
      ...session,
      // Past the night when summer begins.
      startsAt: '2027-03-29T18:30',
      endsAt: '2027-03-29T20:30',
      registration: { ...session.registration, closesOn: '2027-03-27' },
    });
  });

  test('waits for its day when nobody knows it, and never goes back', () => {
    expect(POSTPONE.made(session, { day: '' }, TODAY)).toEqual({ ...session, status: 'postponed' });
    expect(() => POSTPONE.made(session, { day: '2026-11-01' }, TODAY)).toThrow(/déjà passé/);
  });

  test('has its registrations go on, not past itself', () => {
    expect(EXTEND.made(session, { closesOn: '2027-03-22' }, TODAY)['registration']).toEqual({
      email: 'bonjour@exemple.org',
      closesOn: '2027-03-22',
    });
    expect(() => EXTEND.made(session, { closesOn: '2027-03-23' }, TODAY)).toThrow(/le 22\u00a0mars 2027 au plus tard/);
  });

  test('is repeated each week, without what is told of the one that was', () => {
    const added = REPEAT.adds?.({ ...session, status: 'full' }, { until: '2027-04-05' }) ?? [];
    expect(added.map(({ startsAt }) => startsAt)).toEqual(['2027-03-29T18:30', '2027-04-05T18:30']);
    expect(added[0]).not.toHaveProperty('recap');
    expect(added[0]).not.toHaveProperty('verifiedOn');
    expect(added[0]).toMatchObject({ status: 'scheduled', registration: { closesOn: '2027-03-27' } });
    expect(REPEAT.told({ until: '2027-04-05' }, session)).toContain('2\u00a0sessions de plus');
    expect(() => REPEAT.adds?.(session, { until: '2027-03-25' })).toThrow(/au moins une semaine/);
    expect(() => REPEAT.adds?.(session, { until: '2029-03-25' })).toThrow(/Un an au plus/);
  });

  test('is cancelled', () => {
    expect(CANCEL.made(session, {}, TODAY)).toEqual({ ...session, status: 'cancelled' });
  });
});

describe('« La date est tombée »', () => {
  const call = { windows: [{ closesOn: '2026-01-31' }], sources: [{ url: 'https://exemple.org/', title: 'Page' }] };

  test('adds the dates with where they were read, today', () => {
    expect(DATE_FELL.made(call, { opensOn: '', closesOn: '2027-01-31', url: 'https://autre.exemple/' }, TODAY)).toEqual(
      {
        windows: [...call.windows, { closesOn: '2027-01-31' }],
        sources: [...call.sources, { url: 'https://autre.exemple/', readOn: TODAY }],
      },
    );
    const known = DATE_FELL.made(
      call,
      { opensOn: '2027-01-01', closesOn: '2027-01-31', url: 'https://exemple.org/' },
      TODAY,
    );
    expect(known['sources']).toEqual([{ url: 'https://exemple.org/', title: 'Page', readOn: TODAY }]);
    expect(known['windows']).toContainEqual({ opensOn: '2027-01-01', closesOn: '2027-01-31' });
  });

  test('refuses a date that is there, or that ends before it begins', () => {
    const url = 'https://exemple.org/';
    expect(() => DATE_FELL.made(call, { closesOn: '2026-01-31', url }, TODAY)).toThrow(/déjà dans la fiche/);
    expect(() => DATE_FELL.made(call, { opensOn: '2027-02-01', closesOn: '2027-01-31', url }, TODAY)).toThrow(
      /échangez/,
    );
  });
});

test('« Vérifié aujourd’hui » changes that day alone', () => {
  expect(CONFIRM.made({ title: 'Metz', verifiedOn: '2025-01-01' }, {}, TODAY)).toEqual({
    title: 'Metz',
    verifiedOn: TODAY,
  });
});
