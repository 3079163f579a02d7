import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noAnswers, readAnswers, withAnswer, type FormAnswers } from '#forms/answers.ts';
import { PEOPLE_ID, formProblems } from '#forms/check.ts';
import { draftKey, eraseDraft, findDraft, keepDraft, parseDraft, type DraftStorage } from '#forms/draft.ts';
import { mailtoOf } from '#forms/email.ts';
import { MAX_ANSWERS_FILE, readAnswersFile, writeAnswersFile } from '#forms/exchange.ts';
import { FICHE_PROJET } from '#ouvrir/fiche-projet.ts';
import { registrationOf } from '#sessions/registration/registration.ts';
import { requestOf } from '#forms/payload.ts';
import { outcomeOf, type SendOutcome } from '#forms/receipt.ts';
import { answersSummary } from '#forms/summary.ts';
import { connectSource, targetOf } from '#forms/target.ts';
import type { Settings } from '#schemas/settings.ts';
import { entryOf, readOf } from '../../support/entries.ts';

const spec = FICHE_PROJET;
const fields = spec.steps.flatMap((step) => step.fields);
const person = (index: number) => ({
  nom: `Nom ${index}`,
  email: `nom${index}@exemple.org`,
  telephone: '',
  talents: '',
});

/** Every required question answered, by two people. */
const complete: FormAnswers = {
  people: [person(1), person(2)],
  texts: {
    ...noAnswers(spec).texts,
    ...Object.fromEntries(
      fields
        .filter(({ required }) => required)
        .map(({ name, options }) => [name, options ? (Object.keys(options)[0] ?? '') : 'Réponse']),
    ),
  },
};
const idsOf = (answers: FormAnswers) => formProblems(spec, answers).map(({ id }) => id);

const anyTexts = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, fc.string({ unit: 'binary' })])));
const anyAnswers: fc.Arbitrary<FormAnswers> = fc.record({
  people: fc.array(anyTexts(Object.keys(person(1))), { maxLength: 12 }),
  texts: anyTexts(fields.map(({ name }) => name)),
});

describe('the questions', () => {
  test('have names of their own', () => {
    const names = fields.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('equipe');
  });

  test('say what to do when a required answer is missing', () => {
    for (const field of [...fields, ...(spec.steps[0]?.people?.fields ?? [])]) {
      if (field.required) expect(field.missing, field.name).toMatch(/^(?:Écrivez|Choisissez|Dites|Donnez) .*\.$/);
    }
  });
});

describe('what is checked', () => {
  test('a complete form has nothing to correct', () => expect(idsOf(complete)).toEqual([]));

  test.each<[string, Partial<FormAnswers>, string[]]>([
    ['nobody', { people: [] }, [PEOPLE_ID]],
    ['one person', { people: [person(1)] }, [PEOPLE_ID]],
    ['one person and a blank one', { people: [person(1), { ...person(2), nom: ' ', email: '' }] }, [PEOPLE_ID]],
    ['an e-mail without @', { people: [person(1), { ...person(2), email: 'nom.exemple.org' }] }, ['personne-2-email']],
    [
      'a blank person in between',
      { people: [person(1), { nom: '', email: '', telephone: '', talents: '' }, { ...person(3), nom: '' }] },
      ['personne-3-nom'],
    ],
    [
      'a telephone of letters',
      { people: [person(1), { ...person(2), telephone: 'le soir' }] },
      ['personne-2-telephone'],
    ],
    ['no commune', { texts: { ...complete.texts, commune: ' ' } }, ['question-commune']],
    ['a choice of ours that is none', { texts: { ...complete.texts, local: 'toString' } }, ['question-local']],
    ['a text too long', { texts: { ...complete.texts, argent: 'a'.repeat(5001) } }, ['question-argent']],
    ['one person, and something missing', { people: [{ ...person(1), email: '' }] }, [PEOPLE_ID, 'personne-1-email']],
    [
      'an e-mail too long to be read',
      { people: [person(1), { ...person(2), email: 'x'.repeat(201) }] },
      ['personne-2-email'],
    ],
    ['one person, and a mistake', { people: [{ ...person(1), email: 'x' }] }, [PEOPLE_ID, 'personne-1-email']],
  ])('%s', (_, changes, ids) => expect(idsOf({ ...complete, ...changes })).toEqual(ids));

  test('whatever is typed, each problem is of a known step and says what to do', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const { step, message } of formProblems(spec, answers)) {
          expect(spec.steps.map(({ id }) => id)).toContain(step);
          expect(message).toMatch(/^\p{Lu}.*\.$/u);
        }
      }),
    );
  });
});

/** What a browser keeps, with a limit in signs. */
function storeOf(limit = Infinity): { store: DraftStorage; kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const store = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  });
  return { store, kept };
}
const denied: DraftStorage = () => {
  throw new DOMException('denied', 'SecurityError');
};

const SENT = { sendKey: 'k', triedAt: 4, seconds: 3, sentAt: 5 };

describe('the draft', () => {
  test('comes back as it was typed', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { store } = storeOf();
        expect(keepDraft(spec, { answers, ...SENT }, store)).toBe('kept');
        expect(findDraft(spec, store)).toEqual({ is: 'draft', draft: { answers, ...SENT } });
      }),
    );
  });

  test('tells a full browser, and leaves what it kept before', () => {
    const { store, kept } = storeOf(5000);
    keepDraft(spec, { answers: complete }, store);
    const before = kept.get(draftKey(spec));
    const long = withAnswer(complete, { name: 'pourquoi' }, 'x'.repeat(9000));
    expect(keepDraft(spec, { answers: long }, store)).toBe('full');
    expect(kept.get(draftKey(spec))).toBe(before);
  });

  test('tells a browser that forbids', () => {
    expect(keepDraft(spec, { answers: complete }, denied)).toBe('forbidden');
    expect(findDraft(spec, denied)).toEqual({ is: 'forbidden' });
    expect(eraseDraft(spec, denied)).toBe(false);
  });

  test.each(['{', '[]', 'null', '{"version":0}', '{"version":1,"answers":{"people":{},"texts":{}}}'])(
    'unreadable (%s), is set aside, and erased when asked',
    (text) => {
      const { store, kept } = storeOf();
      kept.set(draftKey(spec), text);
      expect(findDraft(spec, store)).toEqual({ is: 'unreadable' });
      expect([...kept.values()]).toEqual([text, text]);
      expect(eraseDraft(spec, store)).toBe(true);
      expect(kept.size).toBe(0);
    },
  );
});

const fileOf = (text: string, size = text.length) => ({ name: 'essai.json', size, text: () => Promise.resolve(text) });

describe('the file', () => {
  test('gives back what was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswers, async (answers) => {
        const { text } = writeAnswersFile(spec, answers);
        expect(await readAnswersFile(spec, fileOf(text))).toEqual({ answers });
      }),
    );
  });

  test.each([
    ['no JSON', fileOf('PK\u0003'), /finit par \.json/],
    [
      'of another form',
      fileOf(writeAnswersFile(registrationOf({ slug: 's', title: 'S' }), { people: [], texts: {} }).text),
      /ne contient pas/,
    ],
    ['of another version', fileOf('{"form":"fiche-projet","version":2}'), /autre version/],
    [
      'with too many people',
      fileOf(JSON.stringify({ form: 'fiche-projet', version: 1, people: Array(13).fill({}), texts: {} })),
      /abîmé/,
    ],
    [
      'with an unknown answer',
      fileOf('{"form":"fiche-projet","version":1,"people":[],"texts":{"__proto__x":"1"}}'),
      /abîmé/,
    ],
    ['too big', fileOf('{}', MAX_ANSWERS_FILE + 1), /10 Mo/],
    ['that cannot be read', { ...fileOf(''), text: () => Promise.reject(new Error('gone')) }, /ne se laisse pas lire/],
  ])('%s is refused in a sentence', async (_, file, reason) => {
    const read = await readAnswersFile(spec, file);
    expect('refused' in read && read.refused).toMatch(reason);
  });

  test('kept with a moment that no calendar has are read without it', () => {
    const kept = JSON.stringify({ version: spec.version, answers: noAnswers(spec), sentAt: 1e300 });
    expect(parseDraft(spec, kept)).toEqual({ answers: noAnswers(spec) });
  });

  test('of anything is read or refused, never half', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const read = readAnswers(spec, data);
        if (read) expect(Object.keys(read.texts).sort()).toEqual(fields.map(({ name }) => name).sort());
      }),
    );
  });
});

describe('an answer', () => {
  const json = (text: string, status = 200) =>
    new Response(text, { status, headers: { 'Content-Type': 'application/json' } });
  const html = '<!doctype html><title>Connexion</title>';

  test.each<[string, Response, SendOutcome]>([
    ['Formspree', json('{"next":"https://formspree.io/thanks","ok":true}'), 'sent'],
    ['Basin', json('{"success":true,"id":12}'), 'sent'],
    ['FormSubmit', json('{"success":"true","message":"Sent"}'), 'sent'],
    ['a server of one’s own, without a word', new Response(null, { status: 204 }), 'sent'],
    ['in a word', new Response('OK', { headers: { 'Content-Type': 'text/plain' } }), 'sent'],
    ['with an empty list of errors', json('{"ok":true,"errors":[],"error":null}', 201), 'sent'],
    ['an empty JSON', json(''), 'sent'],
    ['a no of Basin', json('{"success":false}'), 'refused'],
    ['a no of Formspree', json('{"ok":false}'), 'refused'],
    ['a no in letters', json('{"success":"false","message":"…"}'), 'refused'],
    ['an error', json('{"error":"Form not found"}'), 'refused'],
    ['errors', json('{"errors":[{"code":"TYPE_EMAIL"}]}'), 'refused'],
    ['a status in words', json('{"status":"error"}'), 'refused'],
    ['a no that does not say it is JSON', new Response('{"ok":false}'), 'refused'],
    ['no and nothing else', json('false'), 'refused'],
    ['a refusal', json('{"errors":[]}', 422), 'refused'],
    [
      'a page, that of a login or of a site',
      new Response(html, { headers: { 'Content-Type': 'text/html' } }),
      'unsure',
    ],
    ['a page that does not say it is one', new Response(html, { headers: { 'Content-Type': 'text/plain' } }), 'unsure'],
    ['JSON that is cut', json('{"ok":tr'), 'unsure'],
    ['a redirection', new Response(null, { status: 302 }), 'unsure'],
    ['a trouble told by a page', new Response(html, { status: 503 }), 'busy'],
    ['a failure, which it may have had after it took it', new Response(html, { status: 500 }), 'broken'],
  ])('%s', async (_who, answer, outcome) => {
    expect(await outcomeOf(answer)).toBe(outcome);
  });

  test('that follows a redirection is never asked for', () => {
    expect(
      requestOf(
        spec,
        complete,
        { key: 'abc', sentAt: 0, zone: 'UTC', seconds: 1, trap: '' },
        { url: '', encoding: 'json' },
      ).redirect,
    ).toBe('manual');
  });

  test('whatever it is, has an outcome, and no page is a receipt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.json(), fc.constant(html)),
        fc.constantFrom(200, 201, 202, 400, 404, 429, 500),
        fc.constantFrom('text/html', 'application/json', 'text/plain', 'x'),
        async (text, status, type) => {
          const outcome = await outcomeOf(new Response(text, { status, headers: { 'Content-Type': type } }));
          expect(['sent', 'busy', 'broken', 'refused', 'unsure']).toContain(outcome);
          if (status >= 300 || type === 'text/html' || text.trim().startsWith('<')) expect(outcome).not.toBe('sent');
        },
      ),
    );
  });
});

describe('the e-mail', () => {
  test('holds the answers when they fit, else asks to attach the file', () => {
    const small = registrationOf({ slug: 'a', title: 'Ça mijote' });
    const answers = withAnswer(noAnswers(small), { name: 'nom' }, 'Ana & Zoé\n?');
    const { address, whole } = mailtoOf(small, answers, 'a+b@exemple.org');
    expect(whole).toBe(true);
    expect(address).toMatch(/^mailto:a%2Bb@exemple\.org\?subject=[^&]+&body=[^&]+$/);
    expect(decodeURIComponent(address)).toContain('Ana & Zoé\r\n?');
    fc.assert(
      fc.property(anyAnswers, (any) => {
        const mail = mailtoOf(spec, any, 'a@exemple.org');
        expect(mail.address.length).toBeLessThanOrEqual(2000);
        if (!mail.whole) expect(decodeURIComponent(mail.address)).toContain('fiche-projet.docx');
      }),
    );
  });
});

test('a person left blank is not read back', () => {
  const parts = answersSummary(spec, noAnswers(spec));
  expect(parts[0]?.groups).toHaveLength(1);
  expect(parts[0]?.groups[0]?.lines.map(({ label }) => label)).toEqual(spec.steps[0]?.fields.map(({ label }) => label));
});

describe('where it goes', () => {
  const settings = (changes: Record<string, unknown> = {}) =>
    readOf('settings', entryOf('settings', changes)) as Settings;

  test('to the address of the settings, or of the build', () => {
    const url = 'https://formulaires.exemple.org/envoi';
    expect(targetOf(settings(), 'ficheProjet', {}).endpoint).toBeUndefined();
    expect(targetOf(settings({ forms: { url } }), 'ficheProjet', {}).endpoint).toEqual({ url, encoding: 'form' });
    const built = targetOf(settings({ forms: { url } }), 'sessions', { FORM_ENDPOINT: 'http://127.0.0.1:8080/x' });
    expect(built.endpoint?.url).toBe('http://127.0.0.1:8080/x');
    expect(connectSource(built)).toBe("connect-src 'self' http://127.0.0.1:8080");
    expect(connectSource(targetOf(settings(), 'sessions', {}))).toBe("connect-src 'self'");
  });

  test('to its own e-mail, else the network’s', () => {
    const given = settings({ email: 'reseau@exemple.org', 'formRecipients.ficheProjet': 'fiches@exemple.org' });
    expect(targetOf(given, 'ficheProjet', {}).email).toBe('fiches@exemple.org');
    expect(targetOf(given, 'sessions', {}).email).toBe('reseau@exemple.org');
  });

  test.each(['exemple.org', 'javascript:alert(1)', '/envoi'])('not to « %s »', (address) => {
    expect(() => targetOf(settings(), 'sessions', { FORM_ENDPOINT: address })).toThrow('FORM_ENDPOINT');
  });
});
