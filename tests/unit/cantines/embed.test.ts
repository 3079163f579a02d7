import { runInNewContext } from 'node:vm';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { CANTINE_QUESTION_NAMES, type CantineRecord } from '#cantines/finder/finder.ts';
import { instantOf } from '#domain/zones.ts';
import { answering } from '#cantines/embed/answering.ts';
import { centresOfTerritories } from '#places/centres.ts';
import { choose, type Codes } from '#cantines/embed/choose.ts';
import { centreOf } from '#cantines/embed/facts.ts';
import { readQuery } from '#cantines/embed/query.ts';
import { embedPath, snippet } from '#cantines/embed/snippet.ts';

const centres = centresOfTerritories();
const read = (search: string) => readQuery(new URLSearchParams(search), { questions: CANTINE_QUESTION_NAMES, centres });

describe('the address of the embedded list', () => {
  test.each([
    ['', undefined],
    ['region=84', { level: 'region', code: '84' }],
    ['departement=2A', { level: 'departement', code: '2A' }],
    ['departement=974', { level: 'departement', code: '974' }],
    ['commune=69123', { level: 'commune', code: '69123' }],
    ['commune=2A004', { level: 'commune', code: '2A004' }],
    ['region= 84 ', { level: 'region', code: '84' }],
    ['commune=69123&region=84&departement=69', { level: 'commune', code: '69123' }],
  ])('« %s »', (search, territory) => {
    expect(read(search)).toEqual({ territory, questions: [], count: undefined, title: true, notes: [] });
  });

  test('number and title', () => {
    expect(read('n=3&titre=non')).toMatchObject({ count: 3, title: false, notes: [] });
    expect(read('titre=oui')).toMatchObject({ title: true, notes: [] });
  });

  test.each([
    ['questions=midi,cuisiner', ['midi', 'cuisiner']],
    ['questions=cuisiner,+midi,midi', ['midi', 'cuisiner']],
    ['questions=week-end&questions=soir', ['soir', 'week-end']],
    [`questions=${CANTINE_QUESTION_NAMES.join('%2C')}`, CANTINE_QUESTION_NAMES],
  ])('« %s »', (search, questions) => {
    expect(read(search)).toMatchObject({ questions, notes: [] });
  });

  test.each([
    ['questions=midi,piscine', ['midi'], 'questions=piscine'],
    ['questions=', [], 'questions='],
    ['questions=Midi,__proto__', [], 'questions=Midi,__proto__'],
    [`questions=${'x,'.repeat(5000)}midi`, ['midi'], 'questions=x,x,'],
  ])('of « %.40s », the questions that nobody knows are told', (search, questions, told) => {
    const { notes, ...rest } = read(search);
    expect(rest.questions).toEqual(questions);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(told);
    expect(notes[0]).toContain('écrivez parmi ouverte, midi, soir');
    expect(notes[0]?.length).toBeLessThan(200);
  });

  test.each([
    ['region=Rhône', 'region=84'],
    ['region=99', 'region=84'],
    ['departement=20', 'departement=69'],
    ['commune=99999', 'commune=69123'],
    ['departement=', 'departement=69'],
    ['commune=<script>alert(1)</script>', 'commune=69123'],
    ['n=0', 'n=3'],
    ['n=-1', 'n=3'],
    ['n=3.5', 'n=3'],
    ['n=1e3', 'n=3'],
    ['titre=peut-être', 'titre=non'],
    ['ville=Lyon', 'region, departement, commune, questions'],
    ['__proto__=x', 'region, departement, commune'],
    ['constructor=x', 'region, departement, commune'],
  ])('« %s » is ignored, and what to write is told', (search, asks) => {
    const { notes, ...rest } = read(search);
    expect(rest).toEqual({ territory: undefined, questions: [], count: undefined, title: true });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain(asks);
    expect(notes[0]?.length).toBeLessThan(160);
  });

  test('a long value is told in short', () => {
    expect(read(`n=${'x'.repeat(5000)}`).notes[0]?.length).toBeLessThan(160);
  });
});

describe('the choice', () => {
  const place = (region: string, departement: string, ...commune: string[]): Codes => ({
    region: [region],
    departement: [departement],
    commune,
  });
  const cantines = [place('84', '69', '69123', '69389'), place('93', '84', '84007'), place('84', '38', '38185')];
  const facts = {
    centres,
    cantines: [
      record({ point: { latitude: 45.77, longitude: 4.8, precision: 'address' } }),
      record({ point: { latitude: 43.95, longitude: 4.81, precision: 'commune' } }),
      record({ point: { latitude: 45.19, longitude: 5.72, precision: 'street' } }),
    ],
  };
  const shown = (search: string, right?: readonly number[]) => {
    const answer = choose(cantines, read(search), facts, right && new Set(right));
    return [answer.shown, answer.found, ...(right ? [answer.answered] : [])];
  };

  test.each([
    ['', [0, 1, 2], true],
    ['n=2', [0, 1], true],
    ['n=50', [0, 1, 2], true],
    // The same code names a region and a département.
    ['region=84', [0, 2], true],
    ['departement=84', [1], true],
    ['commune=69123', [0], true],
    ['commune=69389', [0], true],
    ['region=84&n=1', [0], true],
  ])('« %s »', (search, ranks, found) => {
    expect(shown(search)).toEqual([ranks, found]);
  });

  test.each([
    // Chambéry, Nîmes, Ajaccio, Saint-Denis de La Réunion.
    ['commune=73065', [2, 0, 1]],
    ['commune=73065&n=1', [2]],
    ['departement=30', [1, 2, 0]],
    ['commune=2A004&n=1', [1]],
    ['region=94&n=1', [1]],
    ['commune=97411', [1, 2, 0]],
  ])('« %s », where there is none, shows the nearest first', (search, ranks) => {
    expect(shown(search)).toEqual([ranks, false]);
  });

  test('the nearest ones are open before they prepare, and located before they are not', () => {
    const { point } = facts.cantines[2] ?? {};
    const unsure = [record({}), record({ point, status: 'preparing' }), ...facts.cantines.slice(0, 1)];
    const choice = choose(cantines, read('departement=73'), { centres, cantines: unsure });
    expect(choice.shown).toEqual([2, 0, 1]);
  });

  test.each([
    ['', [1, 2], [1, 2], true, true],
    ['n=1', [1, 2], [1], true, true],
    ['region=84', [1, 2], [2], true, true],
    ['departement=73', [0, 1], [0, 1], false, true],
    // None answers: all of the place, or the nearest.
    ['region=84', [1], [0, 2], true, false],
    ['region=84&n=1', [1], [0], true, false],
    ['departement=73', [], [2, 0, 1], false, false],
  ])('« %s » when %j answer', (search, right, ranks, found, answered) => {
    expect(shown(search, right)).toEqual([ranks, found, answered]);
  });

  test('no cantine at all is nothing to show', () => {
    const none = { centres, cantines: [] };
    expect(choose([], read('region=84'), none)).toEqual({ shown: [], found: false, answered: true });
  });
});

/** An open cantine of which nothing else is known. */
function record(known: Partial<CantineRecord>): CantineRecord {
  return {
    slug: 'x',
    title: 'X',
    status: 'open',
    point: undefined,
    timetable: {
      timezone: 'Europe/Paris',
      slots: [],
      exceptions: [],
      publicHolidays: 'unknown',
      holidayZone: 'metropole',
    },
    cookBooking: 'unknown',
    eatBooking: 'unknown',
    stepFree: 'unknown',
    wheelchairToilet: 'unknown',
    diets: [],
    asOf: {},
    ...known,
  };
}

describe('the answers', () => {
  const now = instantOf('2026-03-10T09:00', 'Europe/Paris');
  const { timetable } = record({});
  const tuesday = { ...timetable, slots: [{ day: 'tuesday', kind: 'meal', service: 'lunch' } as const] };
  const sunday = { ...timetable, slots: [{ day: 'sunday', kind: 'meal', service: 'lunch' } as const] };
  const cantines = [
    record({ timetable: tuesday, asOf: { hours: '2026-02' }, eatBooking: 'required' }),
    record({ timetable: tuesday }),
    record({ timetable: sunday, asOf: { hours: '2026-02' } }),
    record({}),
    record({ timetable: tuesday, asOf: { hours: '2026-02' }, status: 'preparing' }),
    record({ timetable: tuesday, cookBooking: 'required' }),
  ];

  test('yes and likely are shown; no, unknown and what is not open are not', () => {
    // As they come from the page.
    const read = JSON.parse(JSON.stringify(cantines)) as CantineRecord[];
    expect([...answering(read, ['midi'], now)]).toEqual([0, 1, 5]);
  });

  test('several questions are asked together', () => {
    expect([...answering(cantines, ['midi', 'cuisiner'], now)]).toEqual([5]);
    expect([...answering(cantines, ['fauteuil'], now)]).toEqual([]);
  });
});

describe('the middle of a territory', () => {
  test('is known for every département and region', () => {
    expect(Object.keys(centres.departement)).toHaveLength(107);
    expect(Object.keys(centres.region)).toHaveLength(18);
    expect(
      Object.values({ ...centres.departement, ...centres.region })
        .flat()
        .every(Number.isFinite),
    ).toBe(true);
  });

  test.each([
    ['commune', '69123', 45.8, 4.7],
    ['commune', '2A004', 41.9, 8.9],
    ['commune', '97411', -21.1, 55.5],
    ['departement', '975', 46.9, -56.3],
    ['region', '53', 48.2, -2.8],
  ] as const)('%s %s', (level, code, latitude, longitude) => {
    const centre = centreOf({ level, code }, centres);
    expect(centre?.latitude).toBeCloseTo(latitude, 0);
    expect(centre?.longitude).toBeCloseTo(longitude, 0);
  });
});

describe('the code to copy', () => {
  const html = snippet('https://exemple.org', {
    territory: 'region=84',
    questions: ['midi', 'cuisiner'],
    count: 3,
    title: false,
  });
  const nodes = parseFragment(html).childNodes.filter((node): node is Tree.Element => 'tagName' in node);
  const [frame, script] = nodes;
  const attribute = (name: string) => frame?.attrs.find((each) => each.name === name)?.value;

  test('is a titled frame, loaded when it is seen', () => {
    expect(nodes.map(({ tagName }) => tagName)).toEqual(['iframe', 'script']);
    expect(attribute('src')).toBe(
      'https://exemple.org/embed/cantines/?region=84&questions=midi,cuisiner&n=3&titre=non',
    );
    expect(attribute('title')).toBe('Les Petites Cantines');
    expect(attribute('loading')).toBe('lazy');
  });

  test('its script runs, and gives a height only to the frame that asks', () => {
    const frames = [0, 1].map(() => ({ contentWindow: {}, style: { height: '' } }));
    let hear: (event: { source: unknown; data: unknown }) => void = () => undefined;
    const code = script?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? '';
    runInNewContext(code, {
      addEventListener: (_type: string, listener: typeof hear) => {
        hear = listener;
      },
      document: { querySelectorAll: () => frames },
    });
    const message = { type: 'petites-cantines:height', height: 420 };
    hear({ source: {}, data: message });
    hear({ source: frames[0]?.contentWindow, data: { type: 'autre', height: 9 } });
    hear({ source: frames[0]?.contentWindow, data: null });
    expect(frames.map(({ style }) => style.height)).toEqual(['', '']);
    hear({ source: frames[1]?.contentWindow, data: message });
    expect(frames.map(({ style }) => style.height)).toEqual(['', '420px']);
  });

  test('what it asks for is understood', () => {
    const path = embedPath({ territory: 'commune=2A004', questions: CANTINE_QUESTION_NAMES, count: 12, title: true });
    expect(read(new URL(path, 'https://exemple.org').search)).toEqual({
      territory: { level: 'commune', code: '2A004' },
      questions: CANTINE_QUESTION_NAMES,
      count: 12,
      title: true,
      notes: [],
    });
    expect(embedPath({ territory: '', questions: [], count: undefined, title: true })).toBe('/embed/cantines/');
  });
});
