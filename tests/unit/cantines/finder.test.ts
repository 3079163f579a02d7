import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answersOf,
  answerTo,
  countYes,
  find,
  isNear,
  CANTINE_QUESTION_NAMES,
  isAboutWhen,
  type Certainties,
  type CantineRecord,
  type Question,
  type When,
} from '#cantines/finder/finder.ts';
import { locate, type Origin } from '#cantines/finder/nearness.ts';
import { readSearch, writeSearch } from '#cantines/finder/search.ts';
import { sayAnswer, sayDistance } from '#cantines/finder/words.ts';
import { addDays } from '#domain/days.ts';
import { instantOf } from '#domain/zones.ts';

const meal = (day: 'tuesday' | 'saturday' | 'sunday', opens: string, closes?: string) => ({
  day,
  kind: 'meal' as const,
  opens,
  closes,
});

const record = (over: Partial<CantineRecord> = {}): CantineRecord => ({
  slug: 'a',
  title: 'A',
  status: 'open',
  point: { latitude: 45.76, longitude: 4.84, precision: 'address' },
  timetable: {
    timezone: 'Europe/Paris',
    slots: [],
    exceptions: [],
    publicHolidays: 'open',
    holidayZone: 'metropole',
  },
  cookBooking: 'unknown',
  eatBooking: 'unknown',
  stepFree: 'unknown',
  wheelchairToilet: 'unknown',
  diets: [],
  asOf: { hours: '2027-01', booking: '2027-01', accessibility: '2027-01', menu: '2027-01' },
  ...over,
});
const withSlots = (...slots: CantineRecord['timetable']['slots']) =>
  record({ timetable: { ...record().timetable, slots } });

// A Tuesday, 12 h 45 in Paris.
const TUESDAY_NOON = Date.parse('2027-01-12T11:45:00Z');

describe('answers', () => {
  test('what nobody wrote is unknown, never no', () => {
    const answers = answersOf(record(), TUESDAY_NOON);
    expect(Object.values(answers)).toEqual(CANTINE_QUESTION_NAMES.map(() => 'unknown'));
  });

  test.each<[Question, CantineRecord, string]>([
    ['ouverte', withSlots(meal('tuesday', '12:30', '14:00')), 'yes'],
    ['ouverte', withSlots(meal('tuesday', '12:30')), 'yes'],
    ['ouverte', withSlots(meal('tuesday', '19:30', '22:00')), 'no'],
    ['midi', withSlots(meal('tuesday', '12:30')), 'yes'],
    ['midi', withSlots(meal('saturday', '12:30')), 'no'],
    ['soir', withSlots(meal('tuesday', '19:30')), 'yes'],
    ['soir', withSlots(meal('tuesday', '12:30', '14:00')), 'no'],
    ['week-end', withSlots(meal('saturday', '12:30')), 'yes'],
    ['week-end', withSlots(meal('tuesday', '12:30')), 'no'],
    ['cuisiner', withSlots({ day: 'tuesday', kind: 'cook', opens: '09:30' }), 'yes'],
    ['cuisiner', withSlots(meal('tuesday', '12:30')), 'unknown'],
    ['cuisiner', record({ cookBooking: 'required' }), 'yes'],
    ['ouverte', withSlots({ day: 'tuesday', kind: 'meal', service: 'lunch' }), 'unknown'],
    ['sans-reserver', record({ eatBooking: 'none' }), 'yes'],
    ['sans-reserver', record({ eatBooking: 'recommended' }), 'yes'],
    ['sans-reserver', record({ eatBooking: 'required' }), 'no'],
    ['fauteuil', record({ stepFree: 'no' }), 'no'],
    ['fauteuil', record({ stepFree: 'yes' }), 'unknown'],
    ['fauteuil', record({ stepFree: 'yes', wheelchairToilet: 'yes' }), 'yes'],
    ['fauteuil', record({ stepFree: 'yes', wheelchairToilet: 'no' }), 'no'],
    ['vegetarien', record({ diets: ['vegan'] }), 'yes'],
    ['vegetarien', record({ diets: ['halal'] }), 'unknown'],
  ])('%s', (question, cantine, expected) => {
    expect(answersOf(cantine, TUESDAY_NOON)[question]).toBe(expected);
  });

  test('old or undated facts make a yes likely, and a no unknown', () => {
    const old = { ...withSlots(meal('tuesday', '12:30', '14:00')), asOf: { hours: '2025' } };
    const answers = answersOf({ ...old, eatBooking: 'none', stepFree: 'no' }, TUESDAY_NOON);
    expect(answers).toMatchObject({
      ouverte: 'likely',
      soir: 'unknown',
      'sans-reserver': 'likely',
      fauteuil: 'unknown',
    });
  });

  // A meal is over when it closes, where the cantine is.
  test.each<[Question, string, string, string]>([
    ['midi', '13:59', 'Europe/Paris', 'yes'],
    ['midi', '14:00', 'Europe/Paris', 'no'],
    ['soir', '23:29', 'Europe/Paris', 'yes'],
    ['soir', '23:30', 'Europe/Paris', 'no'],
    ['midi', '13:59', 'Indian/Reunion', 'yes'],
    ['midi', '14:00', 'Indian/Reunion', 'no'],
  ])('%s at %s in %s: %s', (question, time, timezone, expected) => {
    const allDay = withSlots(meal('tuesday', '12:30', '14:00'), meal('tuesday', '19:30', '23:30'));
    const there = { ...allDay, timetable: { ...allDay.timetable, timezone } };
    expect(answersOf(there, instantOf(`2027-01-12T${time}`, timezone))[question]).toBe(expected);
  });

  // 17 January 2027 is a Sunday.
  test.each<[string, Parameters<typeof meal>[0], string]>([
    ['2027-01-12', 'saturday', 'yes'],
    ['2027-01-12', 'sunday', 'yes'],
    ['2027-01-16', 'saturday', 'yes'],
    ['2027-01-16', 'sunday', 'yes'],
    ['2027-01-17', 'saturday', 'no'],
    ['2027-01-17', 'sunday', 'yes'],
  ])('on %s, a meal on %s is this week-end: %s', (today, day, expected) => {
    expect(answersOf(withSlots(meal(day, '12:30')), instantOf(`${today}T10:00`, 'Europe/Paris'))['week-end']).toBe(
      expected,
    );
  });

  test('a service whose hour nobody wrote may be the one of this minute, today only', () => {
    const lunch = withSlots({ day: 'tuesday', kind: 'meal', service: 'lunch' });
    expect(answersOf(lunch, instantOf('2027-01-11T12:30', 'Europe/Paris')).ouverte).toBe('no');
    expect(answersOf(lunch, instantOf('2027-01-12T12:30', 'Europe/Paris')).ouverte).toBe('unknown');
  });

  test('exceptions rule the week-end, and a closure does not say what the unknown week is', () => {
    const saturday = withSlots(meal('saturday', '12:30'));
    const changed = (over: Partial<CantineRecord['timetable']>) =>
      answersOf({ ...saturday, timetable: { ...saturday.timetable, ...over } }, TUESDAY_NOON);
    const closed = { from: '2027-01-11', to: '2027-01-17', kind: 'closed' as const };
    expect(changed({ exceptions: [closed] })['week-end']).toBe('no');
    const extra = { from: '2027-01-17', to: '2027-01-17', kind: 'extra' as const, opens: '12:00', closes: '14:00' };
    expect(changed({ slots: [], exceptions: [extra] })['week-end']).toBe('yes');
    const august = { from: '2027-08-01', to: '2027-08-31', kind: 'closed' as const };
    expect(changed({ slots: [], exceptions: [august] })).toMatchObject({
      ouverte: 'unknown',
      midi: 'unknown',
      'week-end': 'unknown',
    });
  });

  test('a public holiday that nobody spoke of is unknown', () => {
    const timetable = { ...withSlots(meal('tuesday', '12:30')).timetable, publicHolidays: 'unknown' as const };
    // 14 July 2026 is a Tuesday.
    expect(answersOf(record({ timetable, asOf: { hours: '2026-07' } }), Date.parse('2026-07-14T10:00:00Z')).midi).toBe(
      'unknown',
    );
  });

  test('what takes place on days that nobody wrote may be now', () => {
    const someday = withSlots({ kind: 'cook', opens: '09:30' });
    expect(answersOf(someday, TUESDAY_NOON)).toMatchObject({ ouverte: 'unknown', midi: 'unknown' });
  });

  test('the moment that is asked is answered beside the others', () => {
    const cantine = withSlots(meal('saturday', '12:30'));
    const saturday = { day: '2027-01-16', meal: 'lunch' as const };
    expect(answersOf(cantine, TUESDAY_NOON, ['fauteuil'], saturday)).toEqual({ fauteuil: 'unknown', quand: 'yes' });
    const old = { ...cantine, asOf: { hours: '2022' } };
    expect(answersOf(old, TUESDAY_NOON, [], saturday)).toEqual({ quand: 'likely' });
    expect(answersOf(old, TUESDAY_NOON, [], { ...saturday, meal: 'dinner' })).toEqual({ quand: 'unknown' });
  });

  test('an announced closure is sure however old the week is', () => {
    const saturday = { day: '2027-01-16', meal: 'lunch' as const };
    const exceptions = [{ from: '2027-01-10', to: '2027-01-20', kind: 'closed' as const }];
    const closed = { ...record(), timetable: { ...record().timetable, exceptions }, asOf: {} };
    expect(answersOf(closed, TUESDAY_NOON, [], saturday)).toEqual({ quand: 'no' });
  });

  test('one no decides, then one unknown', () => {
    const answers = {
      ...answersOf(record({ stepFree: 'yes', wheelchairToilet: 'yes' }), TUESDAY_NOON),
      midi: 'no',
    } as Certainties;
    expect(answerTo(answers, [])).toBe('yes');
    expect(answerTo(answers, ['fauteuil'])).toBe('yes');
    expect(answerTo(answers, ['fauteuil', 'vegetarien'])).toBe('unknown');
    expect(answerTo(answers, ['fauteuil', 'vegetarien', 'midi'])).toBe('no');
  });
});

describe('finding', () => {
  const lyon = record({ slug: 'lyon', title: 'Lyon' });
  const paris = record({
    slug: 'paris',
    title: 'Paris',
    point: { latitude: 48.86, longitude: 2.35, precision: 'commune' },
    stepFree: 'yes',
    wheelchairToilet: 'yes',
  });
  const lost = record({ slug: 'lost', title: 'Ailleurs', point: undefined, stepFree: 'no' });
  const records = [lyon, paris, lost];
  const answers = new Map(records.map((each) => [each, answersOf(each, TUESDAY_NOON)]));
  const slugs = (found: { record: CantineRecord }[]) => found.map(({ record: { slug } }) => slug);

  test('by distance from a place, those that nobody located last', () => {
    const finding = find(records, answers, { origin: { latitude: 48.8, longitude: 2.3 }, questions: [] });
    expect(slugs(finding.yes)).toEqual(['paris', 'lyon', 'lost']);
    expect(finding.yes.map(({ km }) => km && Math.round(km))).toEqual([8, 389, undefined]);
  });

  test('in the order of the list without a place', () => {
    expect(slugs(find(records, answers, { origin: undefined, questions: [] }).yes)).toEqual(['lyon', 'paris', 'lost']);
  });

  test('yes apart from what is to be checked, and the nearest whatever they answer', () => {
    const finding = find(records, answers, { origin: { latitude: 48.8, longitude: 2.3 }, questions: ['fauteuil'] });
    expect(slugs(finding.yes)).toEqual(['paris']);
    expect(slugs(finding.maybe)).toEqual(['lyon']);
    expect(slugs(finding.nearest)).toEqual(['paris', 'lyon', 'lost']);
  });

  test('those whose yes rests on old facts are counted apart, and among those that answer yes', () => {
    const old = record({ slug: 'old', stepFree: 'yes', wheelchairToilet: 'yes', asOf: {} });
    const all = [...records, old];
    const known = new Map(all.map((each) => [each, answersOf(each, TUESDAY_NOON)]));
    const finding = find(all, known, { origin: undefined, questions: ['fauteuil'] });
    expect(slugs(finding.yes)).toEqual(['paris', 'old']);
    expect(finding.likely).toBe(1);
    expect(countYes(all, known, []).fauteuil).toBe(2);
  });

  test('one whose answers are not known is to be checked, when something is asked', () => {
    const none = new Map<CantineRecord, Certainties>();
    expect(slugs(find([lyon], none, { origin: undefined, questions: ['fauteuil'] }).maybe)).toEqual(['lyon']);
    expect(slugs(find([lyon], none, { origin: undefined, questions: [] }).yes)).toEqual(['lyon']);
    expect(countYes([lyon], none, []).fauteuil).toBe(0);
  });

  test('the nearest are three at most, and none without a place', () => {
    const four = [lyon, paris, lost, record({ slug: 'b', title: 'B' })];
    const asked = { origin: { latitude: 45.8, longitude: 4.9 }, questions: [] };
    // As far as Lyon: by name.
    expect(slugs(find(four, answers, asked).nearest)).toEqual(['b', 'lyon', 'paris']);
    expect(find(four, answers, { ...asked, origin: undefined }).nearest).toEqual([]);
  });

  describe('at one distance', () => {
    const point = { latitude: 43.6, longitude: 1.44, precision: 'commune' as const };
    const there = (slug: string, commune: string | undefined, postalCode: string | undefined) =>
      record({ slug, title: slug, point, commune, postalCode });
    const same = [
      there('a', undefined, undefined),
      there('b', '31069', '31300'),
      there('c', '31069', '31700'),
      there('d', '31555', '31000'),
    ];
    const seen = (origin: Partial<Origin>) =>
      slugs(find(same, new Map(), { origin: { ...point, ...origin }, questions: [] }).yes);

    test('the same INSEE code comes first, then the same postcode, then the alphabet', () => {
      expect(seen({})).toEqual(['a', 'b', 'c', 'd']);
      expect(seen({ code: '31555', postalCodes: ['31000', '31700'] })).toEqual(['d', 'c', 'a', 'b']);
    });
  });

  test('from a département, its own cantines come first, by their code or their postcode', () => {
    const own = record({
      slug: 'own',
      point: { latitude: 45.9, longitude: 4.9, precision: 'commune' },
      commune: '69001',
    });
    const coded = record({ slug: 'coded', point: undefined, postalCode: '69100' });
    const near = record({
      slug: 'near',
      point: { latitude: 45.7, longitude: 4.8, precision: 'commune' },
      commune: '42001',
    });
    const origin = { latitude: 45.7, longitude: 4.8, within: ['69'] };
    expect(slugs(find([near, coded, own], new Map(), { origin, questions: [] }).yes)).toEqual(['own', 'coded', 'near']);
  });

  test('one that is being prepared is a neighbour: near, or nearer than all that are open', () => {
    const near = record({ slug: 'near', title: 'Près', status: 'preparing' });
    const at = (latitude: number, slug: string) =>
      record({ slug, title: slug, status: 'preparing', point: { latitude, longitude: 4.84, precision: 'commune' } });
    // A degree of latitude is 111 km.
    const all = [lyon, near, at(45.9, 'hors'), at(46.5, 'loin')];
    const from = (latitude: number) => find(all, answers, { origin: { latitude, longitude: 4.84 }, questions: [] });
    expect(slugs(from(45.76).shown)).toEqual(['lyon', 'near', 'hors']);
    expect(slugs(from(45.76).yes)).toEqual(['lyon']);
    expect(slugs(from(46.5).shown)).toEqual(['loin', 'hors', 'lyon', 'near']);
    expect(slugs(from(46.5).nearest)).toEqual(['loin', 'hors', 'lyon']);
    // It answers no question, and none hides it.
    const asked = find(all, answers, { origin: { latitude: 45.76, longitude: 4.84 }, questions: ['fauteuil'] });
    expect([slugs(asked.shown), slugs(asked.maybe)]).toEqual([['near', 'hors'], ['lyon']]);
    expect(slugs(find(all, answers, { origin: undefined, questions: [] }).shown)).toEqual(['lyon']);
    expect(countYes([near], new Map([[near, answersOf(near, TUESDAY_NOON)]]), []).fauteuil).toBe(0);
  });

  test('one that is being prepared is a neighbour in its own territory, however far from the middle', () => {
    const project = record({ slug: 'roanne', title: 'Roanne', status: 'preparing', commune: '42187' });
    const far = { ...project, point: { latitude: 46.3, longitude: 4.84, precision: 'commune' as const } };
    const origin = { latitude: 45.7, longitude: 4.84, within: ['42'] };
    const { shown } = find([lyon, far], answers, { origin, questions: [] });
    expect(slugs(shown)).toEqual(['roanne', 'lyon']);
    expect(shown.map((each) => isNear(each))).toEqual([true, true]);
    expect(isNear(locate(far, { latitude: 45.7, longitude: 4.84 }))).toBe(false);
  });

  test('one that is closed is shown to whoever names it, and counted nowhere', () => {
    const likelyWhen = (status: CantineRecord['status']) => {
      const named = { ...withSlots(meal('tuesday', '12:30', '14:00')), status, asOf: {} };
      const origin = { latitude: 45.76, longitude: 4.84, slug: named.slug };
      const known = new Map([[named, answersOf(named, TUESDAY_NOON)]]);
      return find([named], known, { origin, questions: ['ouverte'] }).likely;
    };
    expect([likelyWhen('open'), likelyWhen('closed')]).toEqual([1, 0]);
  });

  test('counts what one question more would leave', () => {
    expect(countYes(records, answers, []).fauteuil).toBe(1);
    expect(countYes(records, answers, ['vegetarien']).fauteuil).toBe(0);
  });
});

describe('the address bar', () => {
  const TODAY = '2027-01-12';
  const BOXES = CANTINE_QUESTION_NAMES.filter((name) => !isAboutWhen(name));
  const when: fc.Arbitrary<When | undefined> = fc.oneof(
    fc.constantFrom(undefined, 'ouverte' as const, 'week-end' as const),
    fc.record({
      day: fc.integer({ min: 0, max: 6 }).map((ahead) => addDays(TODAY, ahead)),
      meal: fc.constantFrom(undefined, 'lunch' as const, 'dinner' as const),
    }),
  );

  test('keeps a search', () => {
    fc.assert(
      fc.property(
        fc.subarray(BOXES),
        when,
        fc.option(fc.constantFrom('anse-69480', '69009', 'Saint-Étienne'), { nil: undefined }),
        (questions, asked, place) => {
          const search = { place, when: asked, questions };
          expect(readSearch(new URLSearchParams(writeSearch(search).toString()), TODAY)).toEqual(search);
        },
      ),
    );
  });

  test('says nothing of what is not asked', () => {
    expect(writeSearch({ place: undefined, when: undefined, questions: [] }).toString()).toBe('');
    expect(readSearch(new URLSearchParams(), TODAY)).toEqual({ place: undefined, when: undefined, questions: [] });
  });

  test.each<[string, When | undefined]>([
    ['quand=maintenant', 'ouverte'],
    ['quand=week-end', 'week-end'],
    ['quand=2027-01-13-midi', { day: '2027-01-13', meal: 'lunch' }],
    // Kept by others before one could ask for a day.
    ['questions=ouverte', 'ouverte'],
    ['questions=fauteuil,soir', { day: TODAY, meal: 'dinner' }],
    ['questions=midi', { day: TODAY, meal: 'lunch' }],
    // Past, too far, or no moment.
    ['quand=2027-01-11-midi', undefined],
    ['quand=2027-02-12-midi', undefined],
    ['quand=constructor', undefined],
  ])('reads when one would come: %s', (query, expected) => {
    expect(readSearch(new URLSearchParams(query), TODAY).when).toEqual(expected);
  });

  test('reads a place without the blanks around it, a hundred characters at most', () => {
    expect(readSearch(new URLSearchParams({ lieu: '  Lyon ' }), TODAY).place).toBe('Lyon');
    expect(readSearch(new URLSearchParams({ lieu: 'x'.repeat(101) }), TODAY).place).toBe('x'.repeat(100));
  });

  test('what it does not understand is left out, whatever it is', () => {
    expect(
      readSearch(new URLSearchParams('questions=fauteuil,x,<b>,fauteuil&quand=hier&projets=oui&autre=1'), TODAY),
    ).toEqual({ place: undefined, when: undefined, questions: ['fauteuil'] });
    fc.assert(
      fc.property(fc.string(), fc.string(), (query, asked) => {
        const params = new URLSearchParams(query);
        params.append('quand', asked);
        const { place, questions } = readSearch(params, TODAY);
        expect((place ?? '').length).toBeLessThanOrEqual(100);
        expect(BOXES).toEqual(expect.arrayContaining(questions));
      }),
    );
  });
});

describe('words', () => {
  const spaced = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ');
  /** A cantine to the north of an origin at the equator. */
  const at = (km: number, over: Partial<CantineRecord> = {}, origin: Partial<Origin> = {}) =>
    locate(record({ point: { latitude: km / 111.195, longitude: 0, precision: 'address' }, ...over }), {
      latitude: 0,
      longitude: 0,
      ...origin,
    });
  const somewhere = (km: number, precision: 'district' | 'commune') => ({
    point: { latitude: km / 111.195, longitude: 0, precision },
  });
  test.each([
    ['two doors', at(0.42), 'à 400 m'],
    ['two doors of one street', at(0.06), 'tout près'],
    ['a door and a street', at(0.06, {}, { precision: 'street' }), 'tout près'],
    ['two doors, further', at(3.6), 'à 4 km'],
    ['far', at(122), 'à 120 km'],
    ['overseas', at(8792), 'à 8 790 km'],
    ['the middle of a commune, and a door', at(3.6, {}, { precision: 'exact', code: '69149' }), 'à 4 km'],
    ['the same, near', at(0.06, {}, { precision: 'exact', code: '69149' }), 'à environ 1 km'],
    ['a door, and a cantine somewhere in its commune', at(3.6, somewhere(3.6, 'commune')), 'à environ 4 km'],
    ['the same, near', at(0, somewhere(0, 'commune')), 'à environ 1 km'],
    ['a place known by its neighbours', at(3.6, {}, { precision: 'epci' }), 'à environ 4 km'],
    [
      'one commune',
      at(0, { ...somewhere(0, 'commune'), commune: '59163' }, { precision: 'exact', code: '59163' }),
      'dans la commune',
    ],
    [
      'one district',
      at(0, { ...somewhere(0, 'district'), commune: '69389' }, { precision: 'district', code: '69389' }),
      'dans le même arrondissement',
    ],
    [
      'a city, and one of its districts',
      at(0.5, { ...somewhere(0.5, 'district'), commune: '69382' }, { precision: 'exact', code: '69123' }),
      'dans la commune',
    ],
    [
      'a département',
      at(30, { commune: '69389' }, { precision: 'departement', within: ['69'] }),
      'dans ce département',
    ],
    ['a region', at(30, { commune: '69389' }, { precision: 'departement', within: ['01', '69'] }), 'dans cette région'],
  ])('of a distance: %s', (_, found, expected) => {
    expect(spaced(sayDistance(found))).toBe(expected);
  });

  test('of a cantine that nobody located', () => {
    expect(sayDistance(locate(record({ point: undefined }), { latitude: 0, longitude: 0 }))).toBe('distance inconnue');
  });

  test('« tout près » is only between two precise points', () => {
    const precisions = [
      'address',
      'street',
      'district',
      'commune',
      'exact',
      'postcode',
      'epci',
      'departement',
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom('address', 'street', 'district', 'commune' as const),
        fc.option(fc.constantFrom(...precisions), { nil: undefined }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (own, precision, km) => {
          const words = sayDistance(
            at(km, { point: { latitude: km / 111.195, longitude: 0, precision: own } }, precision ? { precision } : {}),
          );
          const isPrecise = (of: string | undefined) => of === undefined || of === 'address' || of === 'street';
          if (!isPrecise(own) || !isPrecise(precision)) expect(words).not.toMatch(/tout près|\d\u00a0m$/);
        },
      ),
    );
  });

  const named = (status: CantineRecord['status']) =>
    at(0, { slug: 'vaise', title: 'Vaise', status }, { slug: 'vaise' });
  const inHavre = at(0, { ...somewhere(0, 'commune'), title: 'Havre', commune: '76351' }, { code: '76351' });
  const inRhone = (count: number) =>
    Array.from({ length: count }, () => at(9, { commune: '69149' }, { within: ['69'] }));
  const many = (count: number, first: CantineRecord['status'] = 'open') =>
    Array.from({ length: count }, (_, rank) => at(2 + rank, { title: 'Oullins', status: rank === 0 ? first : 'open' }));

  test.each([
    [
      { yes: many(7), likely: 7, maybe: 8, place: 'Lyon', asked: true },
      'La plus proche qui répond : Oullins, à 2 km. 7 cantines répondent à vos questions, depuis Lyon, à confirmer. Pour 8 autres, il manque une information.',
    ],
    [
      { yes: many(3), likely: 1, maybe: 1, place: undefined, asked: true },
      '3 cantines répondent à vos questions, dont 1 à confirmer. Pour 1 autre, il manque une information.',
    ],
    [
      { yes: [], likely: 0, maybe: 17, place: undefined, asked: true },
      'Aucune cantine ne répond à coup sûr. Pour 17 cantines, il manque une information.',
    ],
    [
      { yes: many(17), likely: 0, maybe: 0, place: 'votre position', asked: false },
      'La plus proche : Oullins, à 2 km, depuis votre position.',
    ],
    [
      { yes: [inHavre, ...many(2)], likely: 0, maybe: 0, place: 'Le Havre (Seine-Maritime)', asked: false },
      'La plus proche : Havre, au Havre (Seine-Maritime).',
    ],
    [
      { yes: [inHavre, ...many(2)], likely: 0, maybe: 0, place: 'Le Havre (Seine-Maritime)', asked: true },
      'La plus proche qui répond : Havre, dans la commune. 3 cantines répondent à vos questions, depuis Le Havre (Seine-Maritime).',
    ],
    [
      { yes: many(3, 'preparing'), likely: 0, maybe: 0, place: 'Roanne (Loire)', asked: false },
      'La plus proche : Oullins, à 3 km, depuis Roanne (Loire). Une autre se prépare plus près : Oullins, à 2 km.',
    ],
    [
      {
        yes: [at(187, { title: 'Antony', status: 'preparing' }), at(191)],
        likely: 0,
        maybe: 0,
        place: 'Tours',
        asked: false,
      },
      'Pas encore de cantine par ici. La plus proche : A, à 190 km, depuis Tours.',
    ],
    [
      { yes: [at(4, { title: 'Roanne', status: 'preparing' })], likely: 0, maybe: 0, place: 'Roanne', asked: false },
      'Une cantine se prépare : Roanne, à 4 km. Aucune cantine ouverte.',
    ],
    [
      { yes: many(3, 'preparing'), likely: 0, maybe: 0, place: undefined, asked: false },
      '2 cantines et 1 qui se prépare.',
    ],
    [{ yes: many(1, 'preparing'), likely: 0, maybe: 0, place: undefined, asked: false }, 'Aucune cantine ouverte.'],
    [
      { yes: [named('open'), ...many(2)], likely: 0, maybe: 0, place: 'Lyon Vaise', asked: false },
      'Voici Vaise. La plus proche ensuite : Oullins, à 2 km.',
    ],
    [
      { yes: [named('preparing'), ...many(2)], likely: 0, maybe: 0, place: 'Vaise', asked: false },
      'Voici Vaise, qui se prépare. La plus proche ensuite : Oullins, à 2 km.',
    ],
    [
      { yes: [...inRhone(2), ...many(2)], likely: 0, maybe: 0, place: 'Rhône (département)', asked: false },
      '2 cantines dans ce département : Rhône (département).',
    ],
    [
      {
        yes: many(2),
        likely: 0,
        maybe: 0,
        place: 'Nièvre (58)',
        from: 'le milieu de ce département',
        asked: false,
      },
      'La plus proche : Oullins, à 2 km, depuis le milieu de ce département.',
    ],
    [{ yes: [at(0.96)], likely: 0, maybe: 0, place: 'Lyon', asked: false }, 'La plus proche : A, à 1 km, depuis Lyon.'],
    [
      { yes: inRhone(2), likely: 0, maybe: 0, place: 'Rhône (69)', from: 'le milieu de ce département', asked: true },
      'La plus proche qui répond : A, dans ce département. 2 cantines répondent à vos questions, depuis le milieu de ce département.',
    ],
  ])('of an answer', (answer, expected) => {
    expect(spaced(sayAnswer(answer))).toBe(expected);
  });
});
