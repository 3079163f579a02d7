import { fromJS, type Map } from 'immutable';
import { describe, expect, test } from 'vitest';
import { saveProblems, saveCheck } from '#admin/save-check.ts';

const session = {
  title: 'Ça mijote',
  summary: 'Une séance.',
  kind: 'ca-mijote',
  startsAt: '2027-03-12T18:30',
  endsAt: '2027-03-12T20:30',
  attendance: 'online',
};

const save = (collection: string, data: object) =>
  saveCheck({ entry: fromJS({ collection, data }) as unknown as Parameters<typeof saveCheck>[0]['entry'] }).toJS();

describe('a right entry', () => {
  test('is let through as it is', () => {
    const data = { ...session, body: 'Bonjour.', draft: false, hosts: ['une développeuse de talents'], capacity: 12 };
    expect(save('sessions', data)).toEqual(data);
  });

  test('loses what Decap leaves in cleared and untouched fields', () => {
    expect(
      save('sessions', {
        ...session,
        capacity: '',
        cantine: null,
        sources: [],
        hosts: [null, ' '],
        venue: { name: '', postalCode: null },
        registration: { url: '', email: 'bonjour@exemple.org' },
        draft: false,
      }),
    ).toEqual({ ...session, registration: { email: 'bonjour@exemple.org' }, draft: false });
  });
});

describe('a wrong entry', () => {
  test('is refused with every problem, its field and what to do', () => {
    const wrong = { ...session, endsAt: '2027-03-12T17:30', attendance: 'onSite' };
    expect(() => save('sessions', wrong)).toThrow(
      'Rien n’est enregistré. À corriger\u00a0:\n• «\u00a0Fin\u00a0»\u00a0: Corrigez l’heure de fin\u00a0: elle doit venir après l’heure de début.\n• «\u00a0Dans la cantine\u00a0»\u00a0:',
    );
  });

  test('is refused without « Error », which Decap would show', () => {
    const refusal = (() => {
      try {
        return save('sessions', {});
      } catch (error) {
        return String(error);
      }
    })();
    expect(refusal).toMatch(/^Rien n’est enregistré/);
  });

  test('says which item of a list', () => {
    const slots = [
      { day: 'monday', kind: 'meal', opens: '12:00' },
      { day: 'monday', kind: 'meal' },
    ];
    const cantine = {
      title: 'Lyon',
      summary: 'À table.',
      status: 'open',
      address: { addressLocality: 'Lyon' },
      openingHours: { slots },
    };
    expect(saveProblems('cantines', cantine)).toEqual([
      expect.stringMatching(/^«\u00a0Début\u00a0» \(nº 2\)\u00a0: Écrivez l’heure/),
    ]);
  });

  test('a started optional group is asked for whole', () => {
    const cantine = {
      title: 'Lyon',
      summary: 'À table.',
      status: 'open',
      address: { addressLocality: 'Lyon' },
      location: { latitude: 45 },
    };
    expect(saveProblems('cantines', cantine).join()).toMatch(/Longitude.*Ce que le point désigne/s);
  });

  test('a sign that is not seen is told by its number, in a field and in the text', () => {
    const told = saveProblems('sessions', { ...session, title: 'Ça\u0007 mijote', body: 'Un\u000btexte' });
    expect(told).toEqual([
      expect.stringContaining('U+0007, après «\u00a0Ça\u00a0»'),
      expect.stringContaining('U+000B, après «\u00a0Un\u00a0»'),
    ]);
  });

  test('a text that Decap would take for a front matter', () => {
    expect(saveProblems('sessions', { ...session, body: '---\nstatus: cancelled\n---\n' })).toHaveLength(1);
    expect(saveProblems('sessions', { ...session, body: 'Avant.\n\n---\n\nAprès.' })).toEqual([]);
  });
});

test('the type of Decap’s data is Immutable’s Map', () => {
  const data = fromJS(session) as Map<string, unknown>;
  expect(save('sessions', data.toJS())).toEqual(session);
});
