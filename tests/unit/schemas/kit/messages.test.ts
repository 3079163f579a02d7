import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import * as f from '#schemas/kit/index.ts';

const entryWith = (fields: f.Fields) =>
  f.collection({
    name: 'test',
    label: 'Essais',
    labelSingular: 'Essai',
    description: 'Un essai.',
    fields,
    body: { label: 'Texte', required: false },
  });
const problems = (field: z.ZodType, value: unknown) =>
  f.readEntry(entryWith({ champ: field }), { champ: value }).problems;

const label = 'Champ';
const options = { petit: 'Petit', grand: 'Grand' };
const UPLOAD = 'dans le site : son adresse commence par /uploads/ et ne contient pas d’espace.';
const LISTED = 'petit (Petit), grand (Grand)';
const QUOTES =
  'Dans le fichier, mettez la valeur entre guillemets : sans eux, elle est lue comme un nombre ou une date.';

describe('what an editor is told of a wrong value', () => {
  test.each<[kind: string, z.ZodType, value: unknown, expected: string, remedy: string]>([
    ['a line of text', f.text({ label }), 12, 'une ligne de texte', `Écrivez du texte dans « Champ ». ${QUOTES}`],
    ['a short text', f.paragraph({ label }), ['a'], 'un court texte', `Écrivez du texte dans « Champ ». ${QUOTES}`],
    [
      'a Markdown text',
      f.markdown({ label }),
      12,
      'un texte mis en forme (Markdown)',
      `Écrivez du texte dans « Champ ». ${QUOTES}`,
    ],
    [
      'a text that a second reading would make a number',
      f.text({ label }),
      '0b101',
      'une ligne de texte',
      'Ajoutez un mot dans « Champ » : seule, cette valeur serait relue comme un nombre ou une date.',
    ],
    [
      'a text too long',
      f.text({ label, maxLength: 3 }),
      'abcd',
      'une ligne de texte',
      'Raccourcissez « Champ » : 4 signes, 3 au plus.',
    ],
    [
      'a text of its own form',
      f.patterned({
        label,
        pattern: /^\d{14}$/,
        expected: 'un numéro SIRET',
        remedy: 'Écrivez les 14 chiffres.',
        examples: ['12345678900011'],
      }),
      '123',
      'un numéro SIRET',
      'Écrivez les 14 chiffres.',
    ],
    [
      'a web address',
      f.url({ label }),
      'exemple.org',
      'une adresse web qui commence par https:// ou http://',
      'Copiez l’adresse entière depuis la barre du navigateur, par exemple https://exemple.org/page. Les adresses « javascript: », « data: » ou sans « https:// » sont refusées.',
    ],
    [
      'a link',
      f.link({ label }),
      'exemple.org',
      'une adresse web, ou une page du site qui commence par /',
      'Écrivez une adresse entière (https://exemple.org/page) ou une page du site (/cantines/). Les adresses « javascript: » ou « data: » sont refusées.',
    ],
    [
      'an e-mail address',
      f.email({ label }),
      'bonjour',
      'une adresse e-mail',
      'Écrivez une seule adresse, avec une arobase, sans espace ni accent ni « ? », par exemple bonjour@exemple.org.',
    ],
    [
      'a telephone number',
      f.telephone({ label }),
      '04 26',
      'un numéro de téléphone à dix chiffres',
      'Écrivez les dix chiffres deux par deux, par exemple 04 26 64 79 24.',
    ],
    [
      'a postcode',
      f.postalCode({ label }),
      '1000',
      'cinq chiffres',
      'Écrivez les cinq chiffres, zéro du début compris, par exemple 01000.',
    ],
    [
      'a postcode that YAML made a number',
      f.postalCode({ label }),
      1000,
      'cinq chiffres',
      `Écrivez les cinq chiffres, zéro du début compris, par exemple 01000. ${QUOTES}`,
    ],
    [
      'the code of a commune',
      f.communeCode({ label }),
      'Lyon',
      'le code INSEE de la commune : cinq signes',
      'Écrivez le code INSEE de la commune (ce n’est pas le code postal), par exemple 69123 pour Lyon ou 01053 pour Bourg-en-Bresse.',
    ],
    [
      'a day',
      f.date({ label }),
      '2026-02-30',
      'une date : année-mois-jour, par exemple 2026-11-20',
      'Écrivez la date sous la forme année-mois-jour, par exemple 2026-11-20, et vérifiez que ce jour existe.',
    ],
    [
      'a partial date',
      f.partialDate({ label }),
      '05/2024',
      'une année, un mois ou un jour : 2016, 2024-05 ou 2024-05-12',
      'Écrivez ce que l’on sait de la date : 2016, 2024-05 ou 2024-05-12.',
    ],
    [
      'an hour',
      f.time({ label }),
      '24:00',
      'une heure, par exemple 12:30',
      'Écrivez l’heure sous la forme 09:30 ou 19:00.',
    ],
    [
      'a day and an hour',
      f.dateTime({ label }),
      '2027-01-12',
      'un jour et une heure, par exemple 2027-01-12T18:30',
      'Écrivez le jour puis l’heure sur place, sans secondes ni fuseau, par exemple 2027-01-12T18:30.',
    ],
    ['a number', f.decimal({ label }), 'x', 'un nombre', 'Écrivez un nombre dans « Champ », sans unité ni espace.'],
    [
      'a whole number',
      f.integer({ label }),
      1.5,
      'un nombre entier',
      'Écrivez un nombre entier dans « Champ », sans unité ni espace.',
    ],
    [
      'a number that has a least',
      f.integer({ label, min: 1 }),
      0,
      'un nombre entier d’au moins 1',
      'Écrivez un nombre entier d’au moins 1 dans « Champ », sans unité ni espace.',
    ],
    [
      'a number that has a most',
      f.decimal({ label, max: 5 }),
      6,
      'un nombre d’au plus 5',
      'Écrivez un nombre d’au plus 5 dans « Champ », sans unité ni espace.',
    ],
    [
      'a number that has both',
      f.decimal({ label, min: 0, max: 100 }),
      101,
      'un nombre entre 0 et 100',
      'Écrivez un nombre entre 0 et 100 dans « Champ », sans unité ni espace.',
    ],
    ['a tick', f.tickBox({ label }), 'peut-être', 'true ou false', 'Écrivez true (oui) ou false (non) dans « Champ ».'],
    [
      'a choice',
      f.choice({ label, options }),
      'moyen',
      `une de ces valeurs : ${LISTED}`,
      `Choisissez une de ces valeurs : ${LISTED}.`,
    ],
    [
      'choices',
      f.choices({ label, options }),
      ['moyen'],
      `une liste de ces valeurs : ${LISTED}`,
      `Choisissez une de ces valeurs : ${LISTED}.`,
    ],
    [
      'choices that are no list',
      f.choices({ label, options }),
      12,
      `une liste de ces valeurs : ${LISTED}`,
      'Écrivez une liste dans « Champ » : une ligne par valeur, précédée d’un tiret.',
    ],
    [
      'no choice where one is needed',
      f.choices({ label, options, min: 1 }),
      [],
      `une liste de ces valeurs : ${LISTED}`,
      'Choisissez au moins une valeur dans « Champ ».',
    ],
    [
      'an entry of another collection',
      f.reference({ label, collection: 'cantines' }),
      3,
      'une fiche de content/cantines/',
      'Choisissez une fiche de « cantines » dans la liste.',
    ],
    [
      'an entry by its title',
      f.reference({ label, collection: 'cantines' }),
      'Lyon Vaise',
      'une fiche de content/cantines/',
      'Écrivez le nom du fichier sans « .md », par exemple lyon-vaise (fiches de content/cantines/).',
    ],
    [
      'entries of another collection',
      f.references({ label, collection: 'cantines' }),
      [3],
      'une liste de fiches de content/cantines/',
      'Choisissez une fiche de « cantines » dans la liste.',
    ],
    ['a picture', f.image({ label }), 'photo.jpg', 'un fichier de /uploads/', `Choisissez une image déposée ${UPLOAD}`],
    ['a document', f.file({ label }), 3, 'un fichier de /uploads/', `Choisissez un fichier déposé ${UPLOAD}`],
    [
      'a list',
      f.list({ label, labelSingular: 'source', item: f.text({ label }) }),
      'x',
      'une liste (source par source)',
      'Écrivez une liste dans « Champ » : un élément par tiret.',
    ],
    [
      'a list too short by one',
      f.list({ label, labelSingular: 'source', item: f.text({ label }), min: 1 }),
      [],
      'une liste (source par source)',
      'Ajoutez au moins 1 élément dans « Champ ».',
    ],
    [
      'a list too short',
      f.list({ label, labelSingular: 'source', item: f.text({ label }), min: 2 }),
      ['a'],
      'une liste (source par source)',
      'Ajoutez au moins 2 éléments dans « Champ ».',
    ],
    [
      'a list too long',
      f.list({ label, labelSingular: 'source', item: f.text({ label }), max: 2 }),
      ['a', 'b', 'c'],
      'une liste (source par source)',
      'Gardez au plus 2 éléments dans « Champ » : il y en a 3.',
    ],
    [
      'a list that is said no limit',
      f.list({ label, labelSingular: 'source', item: f.text({ label }) }),
      Array.from({ length: 101 }, () => 'a'),
      'une liste (source par source)',
      'Gardez au plus 100 éléments dans « Champ » : il y en a 101.',
    ],
    [
      'more entries than a list holds',
      f.references({ label, collection: 'cantines', max: 1 }),
      ['lyon', 'metz'],
      'une liste de fiches de content/cantines/',
      'Gardez au plus 1 élément dans « Champ » : il y en a 2.',
    ],
    [
      'a line that is said no limit',
      f.text({ label }),
      'x'.repeat(251),
      'une ligne de texte',
      'Raccourcissez « Champ » : 251 signes, 250 au plus.',
    ],
    [
      'a number out of all measure',
      f.decimal({ label }),
      1e300,
      'un nombre',
      'Écrivez un nombre plus petit dans « Champ » : au plus douze zéros.',
    ],
    [
      'a group',
      f.group({ label, fields: { nom: f.text({ label: 'Nom' }) } }),
      'x',
      'un groupe de champs',
      'Écrivez dans « Champ » un groupe de champs, un par ligne, décalé de deux espaces.',
    ],
  ])('%s', (_kind, field, value, expected, remedy) => {
    expect(problems(field, value).map((problem) => [problem.expected, problem.remedy])).toEqual([[expected, remedy]]);
  });

  test.each<[kind: string, z.ZodType, value: unknown, found: string]>([
    ['by its type', f.text({ label }), 12, '12'],
    ['by its form', f.postalCode({ label }), '1000', '« 1000 »'],
    ['by a condition of its own', f.text({ label }), '0b101', '« 0b101 »'],
    ['in a list', f.choices({ label, options }), ['petit', 'moyen'], '« moyen »'],
  ])('a value that is wrong %s is quoted', (_kind, field, value, found) => {
    expect(problems(field, value).map((problem) => problem.found)).toEqual([found]);
  });

  const required = { label, required: true } as const;
  test.each<[kind: string, z.ZodType]>([
    ['a text', f.text(required)],
    ['a day', f.date(required)],
    ['a partial date', f.partialDate(required)],
    ['an hour', f.time(required)],
    ['a day and an hour', f.dateTime(required)],
    ['a number', f.decimal(required)],
    ['a choice', f.choice({ ...required, options })],
    ['a reference', f.reference({ ...required, collection: 'cantines' })],
    ['a picture', f.image(required)],
    ['a document', f.file(required)],
  ])('%s that is missing', (_kind, field) => {
    expect(f.metaOf(field).required).toBe(true);
    for (const empty of ['', '  ', null, undefined, []])
      expect(problems(field, empty).map(({ found, remedy }) => [found, remedy])).toEqual([
        ['rien', 'Le champ « Champ » est obligatoire : remplissez-le.'],
      ]);
  });

  test('names that no field has are each told, with those that exist', () => {
    const collection = entryWith({ nom: f.text({ label: 'Nom' }), lieu: f.text({ label: 'Lieu' }) });
    const remedy =
      'Retirez ou corrigez « nm », « leu », que le site ne connaît pas. Noms possibles ici : nom (Nom), lieu (Lieu).';
    expect(f.readEntry(collection, { nm: 'a', leu: 2 }).problems).toEqual([
      { field: 'nm', found: '« a »', expected: 'un nom de champ connu', remedy },
      { field: 'leu', found: '2', expected: 'un nom de champ connu', remedy },
    ]);
  });

  test('a name that is empty, and one without end', () => {
    const long = 'x'.repeat(100_000);
    const { problems: told } = f.readEntry(entryWith({ nom: f.text({ label: 'Nom' }) }), { '': 'a', [long]: 'b' });
    const remedy = `Retirez ou corrigez le nom vide, « ${'x'.repeat(59)}… », que le site ne connaît pas. Noms possibles ici : nom (Nom).`;
    expect(told).toEqual([
      { field: 'en-tête', found: 'un champ sans nom : « a »', expected: 'un nom de champ connu', remedy },
      { field: `${'x'.repeat(59)}…`, found: '« b »', expected: 'un nom de champ connu', remedy },
    ]);
  });

  test('a front matter that is no group of fields', () => {
    const { problems: told } = f.readEntry(entryWith({ nom: f.text({ label: 'Nom' }) }), 'x');
    expect(told).toEqual([
      {
        field: 'en-tête',
        label: undefined,
        found: '« x »',
        expected: 'une valeur juste',
        remedy: 'Écrivez dans « Essai » un groupe de champs, un par ligne, décalé de deux espaces.',
      },
    ]);
  });
});

describe('a rule between fields', () => {
  const when = f.group({
    label: 'Quand',
    fields: { debut: f.integer({ label: 'Début' }), fin: f.integer({ label: 'Fin' }), note: f.text({ label: 'Note' }) },
    rules: [
      {
        fields: ['debut', 'fin'],
        path: ['fin'],
        holds: ({ debut = 0, fin = 9 }) => debut < fin,
        expected: 'une fin après le début',
        remedy: 'Corrigez la fin.',
      },
      {
        fields: ['note'],
        path: ['note'],
        holds: ({ note }) => note !== 'à écrire',
        expected: 'une note écrite',
        remedy: 'Écrivez la note.',
        quotes: true,
      },
    ],
  });
  const told = (value: unknown) =>
    problems(when, value).map(({ field, found, expected, remedy }) => [field, found, expected, remedy]);

  test('says which value is wrong by what the others are', () => {
    expect(told({ debut: 2, fin: 1 })).toEqual([
      ['champ.fin', 'une valeur qui contredit les autres', 'une fin après le début', 'Corrigez la fin.'],
    ]);
  });

  test('quotes the value that is wrong by itself', () => {
    expect(told({ note: 'à écrire' })).toEqual([['champ.note', '« à écrire »', 'une note écrite', 'Écrivez la note.']]);
  });

  test('is not asked while one of its fields is wrong, and is while another is', () => {
    expect(told({ debut: 'x', fin: 1, note: 'à écrire' }).map(([field]) => field)).toEqual([
      'champ.debut',
      'champ.note',
    ]);
    expect(told({ debut: 2, fin: 1, note: 3 }).map(([field]) => field)).toEqual(['champ.note', 'champ.fin']);
    expect(told({ debut: 2, fin: 1, inconnu: 3 }).map(([field]) => field)).toEqual(['champ.inconnu', 'champ.fin']);
  });
});
