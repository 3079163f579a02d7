/** What is sent, and how: over real connections, but for the agreements of browsers (tests/e2e/form-sending.test.ts). */
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noAnswers, withAnswer, type FormAnswers } from '#forms/answers.ts';
import { readAnswersFile } from '#forms/exchange.ts';
import { letterText } from '#forms/letter.ts';
import { payloadOf, requestOf } from '#forms/payload.ts';
import type { SendOutcome } from '#forms/receipt.ts';
import { send } from '#forms/send.ts';
import type { FormSpec } from '#forms/spec.ts';
import { hotlineOf } from '#guides/question.ts';
import { FICHE_PROJET } from '#ouvrir/fiche-projet.ts';
import { registrationOf } from '#sessions/registration/registration.ts';
import { startFormServer } from '../../support/form-server.ts';

const spec = FICHE_PROJET;
const fields = spec.steps.flatMap((step) => step.fields);
const LETTER = {
  key: '3fa904c1aabbccdd3fa904c1aabbccdd',
  sentAt: Date.UTC(2026, 10, 1, 13, 5),
  zone: 'Europe/Paris',
  seconds: 12,
  trap: '',
};
const ANA = { nom: 'Ana Zed', email: 'ana@exemple.org', telephone: '', talents: 'Le pain.\nLes comptes.' };
const some: FormAnswers = {
  people: [ANA, { nom: '', email: '', telephone: '', talents: '' }],
  texts: {
    ...noAnswers(spec).texts,
    local: 'recherche',
    commune: 'Bruz (Ille-et-Vilaine), code Insee 35047',
    pourquoi: 'Pour « rire » ensemble.',
  },
};

const anyTexts = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, fc.string({ unit: 'binary' })])));
const anyAnswers: fc.Arbitrary<FormAnswers> = fc.record({
  people: fc.array(anyTexts(Object.keys(ANA)), { maxLength: 12 }),
  texts: anyTexts(fields.map(({ name }) => name)),
});

describe('the letter', () => {
  const text = letterText(spec, some, { reference: '3FA904C1', sentAt: LETTER.sentAt, zone: LETTER.zone });

  test('says by whom, where and when, step by step, in words', () => {
    expect(text).toContain(
      'FICHE-PROJET D’UNE PETITE CANTINE\nRéférence\u00a0: 3FA904C1\nLe 1er\u00a0novembre 2026 à 14\u00a0h\u00a005',
    );
    expect(text).toContain('L’ÉQUIPE\n\nPersonne 1\nPrénom et nom\u00a0: Ana Zed\nE-mail\u00a0: ana@exemple.org');
    expect(text).toContain('Ce que cette personne apporte\nLe pain.\nLes comptes.');
    expect(text).toContain('Commune\u00a0: Bruz (Ille-et-Vilaine), code Insee 35047');
    expect(text).toContain('Où en êtes-vous du local\u202f?\nNous cherchons');
    expect(text).not.toContain('Personne 2');
  });

  test('tells what is not answered, and leaves the place to write when nothing is', () => {
    expect(text).toContain('Quartier\u00a0: (sans réponse)');
    expect(letterText(spec, noAnswers(spec))).not.toContain('sans réponse');
  });

  const hotline = hotlineOf({ cantines: { metz: 'Metz' }, topics: { bilans: 'Bilans' } });
  const forms: [string, FormSpec][] = [
    ['a fiche-projet', spec],
    ['a question', hotline],
    ['a registration', registrationOf({ slug: 'a', title: 'Ça mijote' })],
  ];

  test.each(forms)('of %s names no key, and each question', (_, form) => {
    const asked = form.steps.flatMap((step) => [...step.fields, ...(step.people?.fields ?? [])]);
    const chosen = asked.flatMap(({ options = {} }) => Object.keys(options));
    const said = form.steps
      .flatMap((step) => step.fields)
      .map(({ name, options }): [string, string] => [name, Object.keys(options ?? {})[0] ?? 'Oui']);
    const answers = { people: noAnswers(form).people.map(() => ANA), texts: Object.fromEntries(said) };
    const lines = letterText(form, answers).split('\n');
    for (const key of chosen)
      expect(
        lines.some((line) => line === key || line.endsWith(`: ${key}`)),
        key,
      ).toBe(false);
    for (const { label } of asked) {
      const folded = label.replace(/\s/g, ' ');
      expect(
        lines.some((line) => line.replace(/\s/g, ' ').startsWith(folded)),
        label,
      ).toBe(true);
    }
  });
});

describe('what is sent', () => {
  test('is the letter, and beside it a file that opens again in the page, with every value as typed', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (answers) => {
        const { body } = requestOf(spec, answers, LETTER, { url: '', encoding: 'json' });
        const json = JSON.parse(typeof body === 'string' ? body : '') as Record<string, unknown>;
        const pairs = requestOf(spec, answers, LETTER, { url: '', encoding: 'form' }).body as URLSearchParams;
        for (const text of [JSON.stringify(json['reponses']), pairs.get('reponses') ?? '']) {
          const file = { name: 'a.json', size: text.length, text: () => Promise.resolve(text) };
          expect(await readAnswersFile(spec, file)).toEqual({ answers });
        }
        expect(json['lettre']).toBe(letterText(spec, answers, { ...LETTER, reference: '3FA904C1' }).toWellFormed());
      }),
    );
  });

  test('names whom to answer, its reference and its key', () => {
    expect(payloadOf(spec, some, LETTER)).toMatchObject({
      _subject: 'Fiche-projet d’une Petite Cantine (3FA904C1)',
      email: 'ana@exemple.org',
      reference: '3FA904C1',
      'cle-d-envoi': LETTER.key,
    });
    const question = hotlineOf({ cantines: {}, topics: {} });
    const asked = withAnswer(noAnswers(question), { name: 'email' }, ' cantine@exemple.org ');
    expect(payloadOf(question, asked, LETTER)).toMatchObject({ email: 'cantine@exemple.org' });
  });

  test.each(['json', 'form'] as const)('has the key as a header too, a string of RFC 8941 (%s)', (encoding) => {
    const { headers } = requestOf(spec, some, LETTER, { url: '', encoding });
    expect(headers['Idempotency-Key']).toBe(`"${LETTER.key}"`);
  });
});

describe('an envoi', () => {
  let server: Awaited<ReturnType<typeof startFormServer>>;
  beforeEach(async () => {
    server = await startFormServer();
  });
  afterEach(() => server.close());

  const pauses: number[] = [];
  const go = async (url = server.url, patience = 60_000): Promise<SendOutcome> => {
    pauses.length = 0;
    return send(url, requestOf(spec, some, LETTER, { url, encoding: 'form' }), {
      fetch,
      wait: (pause) => {
        pauses.push(pause);
        return Promise.resolve();
      },
      patience,
    });
  };

  test.each<[string, (typeof server)['moods'], SendOutcome, number]>([
    ['taken', [], 'sent', 1],
    ['busy, then taken', [503, 429], 'sent', 3],
    ['its answer lost on the way', ['lose'], 'sent', 2],
    ['its answer lost each time', ['lose', 'lose'], 'unsure', 2],
    ['always busy', [503, 502, 503, 504], 'busy', 4],
    ['refused at once', [422], 'refused', 1],
    ['busy, then refused', [408, 404], 'refused', 2],
    ['that breaks the service', [500], 'broken', 1],
  ])('%s', async (_, moods, outcome, posts) => {
    server.moods.push(...moods);
    expect(await go()).toBe(outcome);
    expect(server.posts).toHaveLength(posts);
    expect(pauses).toEqual([1000, 3000, 8000].slice(0, posts - 1));
    // Each repeat says the same under the same key, so that it counts once.
    expect(new Set(server.posts.map((post) => JSON.stringify(post))).size).toBe(1);
    expect(server.posts[0]?.header).toBe(`"${LETTER.key}"`);
  });

  test('to nobody is tried four times', async () => {
    const { url } = server;
    await server.close();
    expect(await go(url)).toBe('unreached');
    expect(pauses).toEqual([1000, 3000, 8000]);
  });

  test('that nothing answers is given up in time, and never sent twice', async () => {
    server.always = 'hang';
    expect(await go(server.url, 500)).toBe('silent');
    expect(server.posts).toHaveLength(1);
  });

  test('whose pauses outlast its patience is given up too', async () => {
    server.always = 503;
    const outcome = await send(server.url, requestOf(spec, some, LETTER, { url: server.url, encoding: 'form' }), {
      fetch,
      wait: () => new Promise(() => undefined),
      patience: 500,
    });
    expect(outcome).toBe('busy');
  });
});
