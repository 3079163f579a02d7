import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  checkContent,
  formatDrafts,
  formatLeft,
  formatProblems,
  formatSuccess,
  inspectContent,
  type FileProblem,
} from '#content/check/index.ts';
import { reservedNames } from '#content/check/addresses.ts';
import { listSite } from '#content/check/listing.ts';
import { FIXED_PAGES, PAGE_IDS } from '#content/routes.ts';
import { stringify } from 'yaml';
import { entryOf } from '../../support/entries.ts';

const fixture = (name: string) => {
  const folder = resolve(import.meta.dirname, '../../fixtures', name);
  return { root: join(folder, 'content'), publicDir: join(folder, 'public') };
};

/** No-break spaces are asserted by their own test: the tables are typed with plain ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

interface Expectation {
  line?: number;
  field: string;
  found: string;
  expected: string;
  remedy: string;
}

const sees = (field: string, found: string, expected: string, remedy: string, line?: number): Expectation => ({
  field,
  found,
  expected,
  remedy,
  ...(line === undefined ? {} : { line }),
});

const ADDRESS = 'une adresse entière (https://…)';
const RUNS_CODE = 'peut exécuter du code';
const HEADER = 'entre deux lignes de trois tirets';

/** Every hostile file and the problems it must give, in their order. */
const HOSTILE: Record<string, Expectation[]> = {
  'LISEZMOI.txt': [sees('fichier', 'hors d’une collection', 'cantines, sessions', 'Déplacez')],
  cantine: [sees('fichier', '« cantine »', 'cantines, sessions', '« cantines »')],
  'cohorts/Mars-2028.md': [sees('fichier', '« Mars-2028 »', 'minuscules', '« mars-2028.md »')],
  'cohorts/mars 2027.md': [
    sees('fichier', '« mars 2027 »', 'traits d’union', '« mars-2027.md »'),
    sees('fichier', 'content/cohorts/mars-2027.md', 'une seule fiche pour « mars-2027 »', 'Renommez un des fichiers'),
  ],
  'cohorts/mars-2027.md': [
    sees('fichier', 'content/cohorts/mars 2027.md', 'une seule fiche pour « mars-2027 »', 'Renommez un des fichiers'),
  ],
  'figures/2026': [sees('fichier', 'un dossier', 'directement dans content/figures/', 'Déplacez')],
  'figures/note.markdown': [sees('fichier', '« note.markdown »', 'finit par .md', '« note.md »')],
  'figures/photo.jpg': [sees('fichier', '« photo.jpg »', 'finit par .md', 'public/uploads/')],
  'funders/reference-profonde.md': [
    sees('support[2].cantine', '« nulle-part », une fiche inconnue', 'content/cantines/', 'Choisissez', 12),
  ],

  'guides/vide.md': [sees('en-tête', 'un fichier vide', HEADER, 'Commencez le fichier', 1)],
  'guides/sans-en-tete.md': [sees('en-tête', '« Bonjour à tous. »', HEADER, 'Commencez le fichier', 1)],
  'guides/en-tete-ouvert.md': [sees('en-tête', 'n’est pas refermé', HEADER, 'Ajoutez une ligne ---', 1)],
  'guides/en-tete-toml.md': [sees('en-tête', '« +++ »', HEADER, 'Commencez le fichier', 1)],
  'guides/en-tete-texte.md': [sees('en-tête', '« bonjour »', '« champ: valeur »', 'chaque champ sur sa ligne', 1)],
  'guides/cle-double.md': [sees('topic', '« topic: veille »', 'une seule fois', 'Gardez une seule', 5)],
  'guides/deux-points.md': [
    sees('title', '« title: Un guide: le bilan »', 'contient deux-points', 'title: "Un guide: le bilan"', 2),
  ],
  'guides/apostrophe.md': [sees('title', "'L'art du bilan'", 'une apostrophe', 'title: "L\'art du bilan"', 2)],
  'guides/guillemet.md': [sees('title', '« title: "Un guide »', 'un guillemet à la fin', 'Fermez le guillemet', 2)],
  'guides/crochet.md': [sees('attachments', '« attachments: [ »', 'un crochet fermé', 'Fermez le crochet', 5)],
  'guides/tabulation.md': [sees('label', '« - label: x »', 'des espaces', 'la tabulation', 6)],
  'guides/ancre-yaml.md': [sees('en-tête', 'une ancre YAML', 'en entier', 'Recopiez', 1)],
  'guides/invisible.md': [sees('title', 'title: Un', 'des signes visibles', 'Retapez', 2)],
  'guides/date-impossible.md': [sees('verifiedOn', '« 2026-02-30 »', 'un jour qui existe', '30/02/2026', 5)],
  'guides/date-impossible-profonde.md': [
    sees('sources[2].readOn', '« 2026-04-31 »', 'un jour qui existe', '31/04/2026', 9),
  ],
  'guides/date-impossible-ligne.md': [
    sees('sources[1].readOn', '« 2026-02-30 »', 'un jour qui existe', '30/02/2026', 6),
  ],
  'guides/pas-utf8.md': [sees('fichier', 'pas de l’UTF-8', 'en UTF-8', 'Enregistrez le fichier en UTF-8')],

  'guides/champ-manquant.md': [sees('summary', 'rien', 'un court texte', 'obligatoire')],
  'guides/champ-inconnu.md': [sees('sumary', '« Un guide. »', 'un nom de champ connu', 'summary (Résumé)', 5)],
  'guides/mauvais-choix.md': [sees('topic', '« cuisine »', 'bilans (Rédiger un bilan)', 'Choisissez', 4)],
  'guides/texte-vide.md': [sees('texte', 'rien', 'un texte sous l’en-tête', 'Écrivez le texte', 6)],
  'stories/reference-inconnue.md': [
    sees(
      'cantines[1]',
      '« vile-basse », une fiche inconnue',
      'content/cantines/',
      'Vouliez-vous dire ville-basse ?',
      8,
    ),
  ],
  'stories/reference-brouillon.md': [
    sees('cantines[1]', '« brouillon », un brouillon', 'qui soit publiée', 'décochez « Brouillon »', 7),
    sees('texte', 'la page d’un brouillon', 'que le visiteur peut ouvrir', 'Retirez le lien', 10),
  ],

  'guides/html-bloc.md': [sees('texte', '<div class="x">', 'Markdown', 'Retirez les balises', 7)],
  'guides/html-ligne.md': [
    sees('texte', '<span onclick="x()">', 'Markdown', 'Retirez les balises', 7),
    sees('texte', '<br>', 'Markdown', 'Retirez les balises', 7),
  ],
  'guides/html-commentaire.md': [sees('texte', '<!-- à revoir -->', 'Markdown', 'ce commentaire', 9)],
  'guides/script.md': [sees('texte', '<script>', 'Markdown', 'Retirez les balises', 7)],
  'guides/lien-javascript.md': [sees('texte', 'javascript:alert(1)', ADDRESS, RUNS_CODE, 7)],
  'guides/lien-javascript-code.md': [
    sees('texte', 'U+0001', 'qui se voient', 'Retirez ce signe', 7),
    sees('texte', 'java script:alert(1)', ADDRESS, RUNS_CODE, 7),
    sees('texte', 'javascript:alert(1)', ADDRESS, RUNS_CODE, 7),
    sees('texte', 'JavaScript:alert(1)', ADDRESS, RUNS_CODE, 7),
  ],
  'guides/lien-javascript-reference.md': [sees('texte', 'JaVaScRiPt:alert(1)', ADDRESS, RUNS_CODE, 9)],
  'guides/lien-javascript-auto.md': [sees('texte', 'javascript:alert(1)', ADDRESS, RUNS_CODE, 7)],
  'guides/lien-data.md': [
    sees('texte', 'data:text/html,x', ADDRESS, RUNS_CODE, 7),
    sees('texte', 'data:image/svg+xml,x', ADDRESS, RUNS_CODE, 7),
    sees('texte', 'vbscript:x', ADDRESS, RUNS_CODE, 7),
  ],
  'guides/lien-casse.md': [sees('texte', 'une page inconnue', 'une page du site', '/cantines/ville-basse/', 7)],
  'guides/lien-sans-barre.md': [
    sees('texte', 'sans barre finale', 'qui finit par /', '/cantines/ville-basse/?x=1#haut', 7),
  ],
  'guides/lien-relatif.md': [
    sees('texte', '../cantines/ville-basse/', ADDRESS, 'une adresse relative', 7),
    sees('texte', 'www.exemple.org', ADDRESS, 'https://www.exemple.org', 7),
    sees('texte', '//exemple.org/', ADDRESS, 'https://exemple.org/', 7),
  ],
  'guides/lien-ancre.md': [sees('texte', '#le-plna', 'd’un titre de ce texte', '#le-plan', 9)],
  'guides/lien-fichier.md': [sees('texte', '/uploads/absent.pdf', 'public/uploads/', 'Déposez le fichier', 7)],
  'guides/lien-schema.md': [
    sees('texte', 'ftp://exemple.org/', ADDRESS, 'Remplacez-la', 7),
    sees('texte', 'mailto:bonjour', ADDRESS, 'une adresse e-mail entière', 7),
    sees('texte', 'un lien sans texte', 'qui dit où mène le lien', 'entre les crochets', 7),
  ],
  'guides/image-ailleurs.md': [sees('texte', 'd’un autre site', '/uploads/', 'Déposez l’image', 7)],
  'guides/image-reference.md': [sees('texte', 'd’un autre site', '/uploads/', 'Déposez l’image', 9)],
  'guides/image-absente.md': [sees('texte', '/uploads/Table.svg', 'public/uploads/', '/uploads/table.svg ?', 7)],
  'guides/image-relative.md': [sees('texte', 'table.svg', '/uploads/', 'Déposez l’image', 7)],
  'guides/image-muette.md': [sees('texte', 'sans texte de remplacement', 'ce que montre', 'entre les crochets', 7)],
  'guides/titre-saute.md': [sees('texte', '« #### Trop petit »', '### au plus', 'Écrivez ### devant', 9)],
  'guides/titre-un.md': [sees('texte', '« Un titre »', 'à partir de ##', 'Écrivez ## devant', 7)],
  'guides/titre-souligne.md': [sees('texte', '« Un titre »', 'à partir de ##', 'Écrivez ## devant', 7)],
  'guides/second-en-tete.md': [sees('texte', 'un second en-tête', 'un seul en-tête', 'Déplacez ces champs', 7)],
  'guides/second-en-tete-toml.md': [sees('texte', 'un second en-tête', 'un seul en-tête', 'Déplacez ces champs', 7)],
  'guides/champ-markdown.md': [
    sees('questions[1].answer', '<b>', 'Markdown', 'Retirez les balises', 7),
    sees('questions[1].answer', 'javascript:x', ADDRESS, RUNS_CODE, 7),
  ],
  'guides/piece-absente.md': [
    sees('attachments[1].file', '/uploads/absent.pdf', 'public/uploads/', 'Déposez le fichier', 7),
  ],

  'guides/signe-de-commande.md': [sees('title', 'U+0007, après « Le »', 'qui se voient', 'Retirez ce signe', 2)],
  'guides/titre-deux-lignes.md': [
    sees('title', 'un passage à la ligne, après « x »', 'une seule ligne', 'Écrivez tout sur une seule ligne', 2),
  ],
  'guides/titre-invisible.md': [
    sees('title', '« [U+200B] . », où rien ne se lit', 'des mots', 'Écrivez des lettres', 2),
  ],
  'guides/sens-retourne.md': [sees('title', 'U+202E, après « Le »', 'qui se voient', 'Retirez ce signe', 2)],
  'guides/titre-long.md': [sees('title', '« xxx', 'une ligne de texte', '200 signes, 110 au plus', 2)],
  'guides/signe-texte.md': [sees('texte', 'U+000B, après « Une autre »', 'qui se voient', 'Retirez ce signe', 9)],
  'guides/profond.md': [sees('texte', 'plus de 30 citations, listes', 'quelques niveaux', 'Retirez des signes', 7)],
  'guides/tableau-large.md': [sees('texte', '30 × 1 cases', '20 colonnes', 'Retirez des colonnes', 7)],
  'guides/mail-copie.md': [sees('texte', 'bcc=b@exemple.org', ADDRESS, 'mailto:bonjour@exemple.org', 7)],
  'guides/sans-nom.md': [sees('en-tête', 'un champ sans nom : « x »', 'un nom de champ connu', 'le nom vide')],
  'guides/adresse-fausse.md': [
    sees('sources[1].url', '« https://www.ademe.fr%20/aides »', 'une adresse web', 'Copiez l’adresse entière', 6),
  ],
  'guides/trop-de-sources.md': [
    sees('sources', '[{"url":', 'une liste', '100 éléments dans « Sources » : il y en a 101', 5),
  ],
  'pages/page-en-trop.md': [
    sees('fichier', '« page-en-trop », qu’aucune page', 'un de ces noms : accueil', 'Supprimez'),
  ],
  'settings/site.md': [
    sees('menu[1].href', 'sans barre finale', 'qui finit par /', '/cantines/.', 8),
    sees('menu[2].href', 'une page inconnue', 'une page du site', 'copiez son adresse', 10),
  ],
};

describe('hostile content', () => {
  let problems: FileProblem[] = [];
  beforeAll(async () => {
    problems = await checkContent(fixture('hostile'));
  });

  test.each(Object.entries(HOSTILE))('%s', (file, expectations) => {
    const own = problems.filter((problem) => problem.file === `content/${file}`);
    expect(own.map(({ field }) => field)).toEqual(expectations.map(({ field }) => field));
    for (const [index, { line, found, expected, remedy }] of expectations.entries()) {
      const problem = own[index];
      expect(problem?.line).toBe(line);
      expect(plain(problem?.found ?? '')).toContain(found);
      expect(plain(problem?.expected ?? '')).toContain(expected);
      expect(plain(problem?.remedy ?? '')).toContain(remedy);
    }
  });

  test('has no other problem than the listed ones, and a case for every file but the valid ones', () => {
    expect([...new Set(problems.map(({ file }) => file.replace('content/', '')))].sort()).toEqual(
      Object.keys(HOSTILE).sort(),
    );
    const guides = readdirSync(join(fixture('hostile').root, 'guides'));
    expect(guides.filter((name) => !(`guides/${name}` in HOSTILE))).toEqual(['bon.md']);
  });

  test('is told with French spaces', () => {
    // The sentences of this check; those of the schemas are theirs.
    const own = problems.filter(({ field }) => field === 'texte' || field === 'fichier');
    for (const { remedy, expected } of own) expect(`${remedy} ${expected}`).not.toMatch(/« | »| [;!?:](?:\s|$)/);
  });
});

describe('a draft', () => {
  test('holds errors that stop no build: they are told apart', async () => {
    const { drafts } = await inspectContent(fixture('hostile'));
    expect(drafts).toMatchObject([{ file: 'content/cantines/brouillon.md', field: 'funders[1]', line: 7 }]);
  });
});

test('the typical site has no problem', async () => {
  expect(await checkContent(fixture('typical'))).toEqual([]);
});

describe('a folder made for the case', () => {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  const write = (folder: string, file: string, text: string | Buffer) => {
    const path = join(root, folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const check = (
    folder: string,
    more: { live?: boolean; whole?: boolean; unfinished?: boolean; pagesDir?: string } = {},
  ) => checkContent({ root: join(root, folder, 'content'), publicDir: join(root, folder, 'public'), ...more });
  const guide = (body: string, more = '') =>
    `---\ntitle: Un guide\nsummary: Un guide.\ntopic: bilans\n${more}---\n\n${body}\n`;
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('is missing', async () => {
    expect(await check('absent')).toMatchObject([{ file: 'content', found: 'rien' }]);
  });

  test('is empty', async () => {
    mkdirSync(join(root, 'empty/content/guides'), { recursive: true });
    expect(await check('empty')).toEqual([]);
  });

  test('a draft may hold any error but a front matter that cannot be read, or a name that is taken', async () => {
    const draft = 'draft: true\nverifiedOn: 2026-02-30\norder: beaucoup\n';
    write('draft', 'content/guides/a.md', guide('# Titre <b> ![](x.jpg) [x](javascript:y)', draft));
    write('draft', 'content/guides/b.md', '---\ntitle: "Un guide\ndraft: true\n---\n\nUn texte.\n');
    write('draft', 'content/pages/autre.md', '---\ndraft: true\n---\n');
    const folders = { root: join(root, 'draft/content'), publicDir: join(root, 'draft/public') };
    const { problems, drafts } = await inspectContent(folders);
    expect(problems.map(({ file, field }) => [file, field])).toEqual([
      ['content/guides/b.md', 'title'],
      ['content/pages/autre.md', 'fichier'],
    ]);
    expect(drafts.filter(({ file }) => file.endsWith('a.md')).map(({ field }) => field)).toEqual(
      expect.arrayContaining(['verifiedOn', 'order', 'texte']),
    );
  });

  test('an example is a problem for what stays, in a live build only', async () => {
    write('live', 'content/guides/exemple.md', guide('Un texte.', 'demo: true\n'));
    write('live', 'content/guides/autre-exemple.md', guide('[a](/guides/exemple/)', 'demo: true\n'));
    write('live', 'content/guides/vrai.md', guide('[a](/guides/exemple/)'));
    expect(await check('live')).toEqual([]);
    expect(await check('live', { live: true })).toMatchObject([{ file: 'content/guides/vrai.md', line: 7 }]);
  });

  test('a whole site has its fixed pages and its settings, and shows them', async () => {
    write('whole', 'content/guides/a.md', guide('Un texte.'));
    write('whole', 'content/pages/accueil.md', '---\ntitle: Accueil\ndescription: La page.\ndraft: true\n---\n');
    expect(await check('whole')).toEqual([]);
    const problems = await check('whole', { whole: true });
    expect(problems).toHaveLength(Object.keys(FIXED_PAGES).length + 1);
    expect(problems.filter(({ file }) => /accueil|settings/.test(file))).toMatchObject([
      { file: 'content/pages/accueil.md', line: 4, field: 'draft', found: 'un brouillon' },
      { file: 'content/settings/site.md', field: 'fichier', found: 'rien', expected: 'les réglages du site' },
    ]);
    const pagesDir = resolve(import.meta.dirname, '../../../src/pages');
    expect(await checkContent({ ...fixture('network'), pagesDir, whole: true })).toEqual([]);
  });

  test('a network that nobody can reach is a problem in a live build only', async () => {
    const settings = (more = '') =>
      `---\ntitle: Le site\ntagline: Une phrase.\ndescription: Le site.\norganisation: Le réseau\n${more}---\n`;
    write('mute', 'content/settings/site.md', settings());
    expect(await check('mute')).toEqual([]);
    expect(await check('mute', { live: true })).toMatchObject([
      { file: 'content/settings/site.md', field: 'email', found: 'ni e-mail ni téléphone du réseau' },
    ]);
    // What is only missing before the site is online is told apart.
    expect(await check('mute', { live: true, unfinished: true })).toEqual([]);
    for (const way of ['email: bonjour@exemple.org', 'telephone: 04 00 00 00 00']) {
      write('told', 'content/settings/site.md', settings(`${way}\n`));
      expect(await check('told', { live: true })).toEqual([]);
    }
  });

  test('a page with a hole left for the network is a problem in a live build only', async () => {
    write('holes', 'content/guides/trou.md', guide('Siège : **à compléter par le réseau avant la mise en ligne**.'));
    expect(await check('holes')).toEqual([]);
    expect(await check('holes', { live: true })).toMatchObject([{ file: 'content/guides/trou.md', line: 7 }]);
    const part =
      '---\ntitle: Une page\ndescription: Une page qui attend le nom de son hébergeur.\nparts:\n  - title: Qui\n    text: À compléter par le réseau avant la mise en ligne.\n---\n\nOui.\n';
    write('holes-in-parts', 'content/pages/trou.md', part);
    expect(await check('holes-in-parts', { live: true })).toContainEqual(
      expect.objectContaining({ field: 'parts[1].text', line: 6 }),
    );
  });

  test('pages of the site are addresses, patterns and drawers of pages are not', async () => {
    for (const page of ['projet/index.astro', 'projet/[slug].astro', '_outils/a.astro', 'notes.xml.ts']) {
      write('pages', `pages/${page}`, '');
    }
    write('pages', 'content/guides/a.md', guide('[a](/projet/) [b](/notes.xml) [c](/_outils/a/) [d](/projet/x/)'));
    const problems = await check('pages', { pagesDir: join(root, 'pages/pages') });
    expect(problems.map(({ found }) => plain(found))).toEqual([
      '« /_outils/a/ », une page inconnue',
      '« /projet/x/ », une page inconnue',
    ]);
  });

  test('names with accents and dots, Windows line ends, byte order mark', async () => {
    write('names', 'content/guides/été à l’œuvre.md', guide('Un texte.'));
    write('names', 'content/guides/.brouillon.md', 'rien');
    write('names', 'content/guides/windows.md', `\uFEFF${guide('# Titre')}`.replaceAll('\n', '\r\n'));
    const problems = await check('names');
    expect(problems.map(({ file, line, remedy }) => [file, line, plain(remedy).slice(0, 40)])).toEqual([
      ['content/guides/windows.md', 7, 'Écrivez ## devant ce titre : la page a d'],
      ['content/guides/été à l’œuvre.md', undefined, 'Renommez le fichier en « ete-a-l-oeuvre.'],
    ]);
  });

  test('the first line is read as Astro renders it: without the blanks before', async () => {
    write('indent', 'content/guides/a.md', guide('    <b>x</b>'));
    expect(await check('indent')).toMatchObject([{ field: 'texte', line: 7 }]);
  });

  test('an alias that holds itself, and a nesting without end', async () => {
    write('deep', 'content/guides/boucle.md', guide('x', 'sources: &a [*a]\n'));
    write('deep', 'content/guides/profond.md', guide('x', `sources: ${'['.repeat(20_000)}\n`));
    write('deep', 'content/guides/citation.md', guide(`${'>'.repeat(20_000)} <b>`));
    const problems = await check('deep');
    expect(problems.map(({ file }) => file.slice('content/guides/'.length))).toEqual([
      'boucle.md',
      'citation.md',
      'citation.md',
      'profond.md',
    ]);
  });

  test.each([
    ['quotations', '>'.repeat(3000)],
    ['lists', `${'- '.repeat(40)}a`],
    ['emphases', `${'*a _b '.repeat(40)}${'_ *'.repeat(40)}`],
    ['quotations that never end', '>'.repeat(39_000)],
  ])('%s one in the other are told, in a text and in a field', async (name, text) => {
    write(`depth-${name}`, 'content/guides/a.md', guide(text));
    write(
      `depth-${name}`,
      'content/guides/b.md',
      guide('Un texte.', `questions: [{question: Quoi ?, answer: "${text.slice(0, 3000)}"}]\n`),
    );
    const problems = await check(`depth-${name}`);
    expect(
      problems.filter(({ found }) => found.includes('les unes dans les autres')).map(({ field }) => field),
    ).toEqual(['texte', 'questions[1].answer']);
  });

  test.each(['##', '## &nbsp;', '## **…**', 'A\n\n## B\n\n###\n', '## ![](/uploads/a.jpg)'])(
    'a title where nothing is read is told: %j',
    async (text) => {
      write('silent', 'content/guides/a.md', guide(text));
      write('silent', 'public/uploads/a.jpg', '');
      expect((await check('silent')).map(({ found }) => found)).toContain('un titre vide');
    },
  );

  test('a title that is an image, which is said, is one', async () => {
    write('said', 'content/guides/a.md', guide('## ![La tablée](/uploads/a.jpg)'));
    write('said', 'public/uploads/a.jpg', '');
    expect(await check('said')).toEqual([]);
  });

  test('an honest nesting is not', async () => {
    const list = Array.from({ length: 6 }, (_, depth) => `> ${'  '.repeat(depth)}- **[un *lien*](/guides/a/)**`).join(
      '\n',
    );
    write('honest', 'content/guides/a.md', guide(list));
    expect(await check('honest')).toEqual([]);
  });

  test('a table that a phone would never show, be it written in few signs', async () => {
    const wide = (columns: number, rows: number) =>
      `${'|a'.repeat(columns)}\n${'|-'.repeat(columns)}\n${'|a\n'.repeat(rows - 1)}`;
    write('table', 'content/guides/a.md', guide(wide(20, 100)));
    write('table', 'content/guides/b.md', guide(wide(21, 2)));
    write('table', 'content/guides/c.md', guide(wide(20, 101)));
    expect((await check('table')).map(({ file, found }) => `${file.at(-4)} ${plain(found)}`)).toEqual([
      'b un tableau de 21 × 2 cases',
      'c un tableau de 20 × 101 cases',
    ]);
  });

  test.each([
    ['as it is', 'Un\u0007 texte', 'U+0007'],
    ['by its number', 'Un&#x202e; texte', 'U+202E'],
    ['in the address of a link', '[a](https://a.test/&#x202e;bell)', 'U+202E'],
    ['in what says an image', '![a&#x2067;](/uploads/a.jpg)', 'U+2067'],
    ['in a code', '```\na\u001b\n```', 'U+001B'],
    ['in a cell of a table', '|a|\n|-|\n|&#x202e;b|', 'U+202E'],
    ['in a title', '## a &#x2066;b', 'U+2066'],
    ['over two lines', 'a \u202eb\nc \u202c', 'U+202E'],
  ])('an invisible sign %s is told by its number', async (name, text, sign) => {
    write(`sign ${name}`, 'content/guides/a.md', guide(text));
    write(`sign ${name}`, 'public/uploads/a.jpg', '');
    expect((await check(`sign ${name}`)).map(({ found }) => found.replace(/.*(U\+[0-9A-F]+).*/, '$1'))).toEqual([sign]);
  });

  test.each([
    'a?bcc=b@exemple.org',
    'a%0d%0abcc:b@exemple.org',
    'a@exemple.org?subject=x.y',
    'a@exemple.org,b@exemple.org',
    '',
  ])('a link of a text writes to one address and says nothing else: %s', async (address) => {
    write('mail', 'content/guides/a.md', guide(`[a](mailto:${address}) [b](mailto:bonjour@exemple.org)`));
    expect((await check('mail')).map(({ remedy }) => plain(remedy).slice(0, 34))).toEqual([
      'Écrivez une adresse e-mail entière',
    ]);
  });

  test('an old address leads in one step from no page to a page', async () => {
    const lines = [
      ['/guides/parti/', '/guides/a/'],
      ['/guides/a/', '/cantines/'],
      ['/guides/parti/', '/cantines/'],
      ['/guides/encore/', '/guides/parti/#caisse'],
      ['/guides/un/', '/guides/deux/'],
      ['/guides/deux/', '/guides/un/'],
      ['/guides/ailleurs/', 'https://exemple.org/'],
      ['/guides/perdu/', '/guides/nulle-part/'],
    ].map(([from, to]) => `  - from: ${from}\n    to: ${to}\n`);
    write(
      'old',
      'content/settings/site.md',
      `---\ntitle: Site\ntagline: Phrase\ndescription: Texte\norganisation: Association\nredirects:\n${lines.join('')}---\n`,
    );
    write('old', 'content/guides/a.md', guide('[Un lien vers une ancienne adresse](/guides/parti/).'));
    expect((await check('old')).map(({ field, found, remedy }) => [field, plain(found), plain(remedy)])).toEqual([
      ['redirects[2].from', '« /guides/a/ », une page du site', expect.stringContaining('on y arrive déjà')],
      ['redirects[3].from', '« /guides/parti/ », déjà dite plus haut', expect.stringContaining('supprimez l’autre')],
      ['redirects[4].to', '« /guides/parti/#caisse », elle-même une ancienne adresse', 'Menez droit à /guides/a/.'],
      ['redirects[5].to', '« /guides/deux/ », elle-même une ancienne adresse', expect.stringContaining('se renvoient')],
      ['redirects[6].to', '« /guides/un/ », elle-même une ancienne adresse', expect.stringContaining('se renvoient')],
      ['redirects[8].to', '« /guides/nulle-part/ », une page inconnue', expect.any(String)],
    ]);
  });

  test('a file without end is not read, nor a text without end', async () => {
    write('large', 'content/guides/a.md', guide('a'.repeat(1_000_000)));
    write('large', 'content/guides/b.md', guide('>'.repeat(900_000)));
    write(
      'large',
      'content/guides/c.md',
      guide('Un texte.', `questions: [{question: Quoi ?, answer: "${'>'.repeat(900_000)}"}]\n`),
    );
    const problems = await check('large');
    expect(problems.map(({ file, field, found }) => [file.at(-4), field, plain(found).slice(0, 24)])).toEqual([
      ['a', 'fichier', 'un fichier de 1 000 059 '],
      ['b', 'texte', 'un texte de 900000 signe'],
      ['c', 'questions[1].answer', `« ${'>'.repeat(22)}`],
    ]);
  });

  test('notes are for the texts that stand alone', async () => {
    write(
      'notes',
      'content/stories/a.md',
      `---\n${stringify(entryOf('stories'))}---\n\nUn texte[^1].\n\n[^1]: Une note.\n`,
    );
    write('notes', 'content/guides/a.md', guide('Un texte[^1].\n\n[^1]: Une note.'));
    write('notes', 'content/templates/b.md', guide('Un texte[^1].\n\n[^1]: Une note.'));
    write(
      'notes',
      'content/guides/c.md',
      guide('Un texte.', 'questions: [{question: Quoi ?, answer: "a[^1]\\n\\n[^1]: b"}]\n'),
    );
    expect((await check('notes')).map(({ file, field, found }) => [file.slice(8), field, found])).toEqual([
      ['guides/a.md', 'texte', 'une note de bas de page'],
      ['guides/c.md', 'questions[1].answer', 'une note de bas de page'],
      ['templates/b.md', 'texte', 'une note de bas de page'],
    ]);
  });

  test('a picture whose name is no address', async () => {
    write('percent', 'public/uploads/100%.jpg', '');
    write('percent', 'content/guides/a.md', guide('![a](/uploads/100%.jpg) ![b](/uploads/100%25.jpg)'));
    expect((await check('percent')).map(({ remedy }) => remedy)).toEqual([
      'Renommez le fichier sans %, ou écrivez %25 à sa place.',
    ]);
  });

  test('a name of a file that no disk takes with another ending', async () => {
    write('long-name', `content/guides/${'a'.repeat(150)}.md`, guide('Un texte.'));
    write('long-name', `content/guides/${'b'.repeat(151)}.md`, guide('Un texte.'));
    expect((await check('long-name')).map(({ expected, remedy }) => [expected, plain(remedy).slice(0, 175)])).toEqual([
      ['un nom de 150 signes au plus', `Renommez le fichier en « ${'b'.repeat(150)}`],
    ]);
  });

  test('a page or settings that nothing reads', async () => {
    write('unread', 'content/pages/page-en-trop.md', '---\ntitle: Une page\ndescription: Une page.\n---\n');
    write('unread', 'content/pages/accueuil.md', '---\ntitle: Une page\ndescription: Une page.\n---\n');
    write('unread', 'content/settings/autre.md', '---\ntitle: A\ntagline: A\ndescription: A\norganisation: A\n---\n');
    const problems = await check('unread');
    expect(problems.map(({ file, found, remedy }) => [file, plain(found), plain(remedy).slice(0, 40)])).toEqual([
      [
        'content/pages/accueuil.md',
        'le nom « accueuil », qu’aucune page ne lit',
        'Renommez le fichier en « accueil.md » si',
      ],
      [
        'content/pages/page-en-trop.md',
        'le nom « page-en-trop », qu’aucune page ne lit',
        'Supprimez ce fichier : rien de ce qu’il ',
      ],
      [
        'content/settings/autre.md',
        'le nom « autre », qu’aucune page ne lit',
        'Supprimez ce fichier : rien de ce qu’il ',
      ],
    ]);
  });

  test('an entry named as a page of the site', async () => {
    const pagesDir = resolve(import.meta.dirname, '../../../src/pages');
    const data = stringify(entryOf('sessions'));
    for (const name of ['region', 'type', 'sessions'])
      write('taken', `content/sessions/${name}.md`, `---\n${data}---\n`);
    expect((await check('taken', { pagesDir })).map(({ file, found }) => [file, plain(found)])).toEqual([
      ['content/sessions/region.md', 'le nom « region », celui d’une page du site ou d’une de ses parties'],
      ['content/sessions/type.md', 'le nom « type », celui d’une page du site ou d’une de ses parties'],
    ]);
    write('taken', 'content/figures/contenu.md', `---\n${stringify(entryOf('figures'))}---\n`);
    expect((await check('taken')).map(({ file }) => file)).toEqual(['content/figures/contenu.md']);
    const listing = await listSite({ publicDir: join(root, 'absent'), pagesDir });
    const taken = [...reservedNames(listing)].flatMap(([name, names]) =>
      [...names].filter((each) => each !== 'index' && !PAGE_IDS.has(each)).map((each) => `${name}/${each}`),
    );
    expect(taken.toSorted()).toEqual([
      'joint-answers/ouvrir',
      'opportunities/cantine',
      'opportunities/changements',
      'opportunities/dates',
      'opportunities/digest',
      'opportunities/ensemble',
      'opportunities/page',
      'opportunities/profil',
      'opportunities/reponses',
      'opportunities/suivi',
      'sessions/proposer',
      'sessions/region',
      'sessions/type',
    ]);
  });
});

describe('the report', () => {
  const problem: FileProblem = {
    file: 'content/guides/a.md',
    line: 3,
    field: 'topic',
    label: 'Sujet',
    found: '« \u001b[31mx »',
    expected: 'un sujet',
    remedy: 'Choisissez.',
  };
  const last = 'Le site en ligne n’est pas touché : corrigez puis relancez npm run check.';

  test('groups by file, counts, and passes no sign to the terminal', () => {
    const other = { ...problem, file: 'content/guides/b.md', line: undefined, label: undefined };
    expect(plain(formatProblems([problem, other, problem]))).toBe(
      [
        'content/guides/a.md',
        '  ligne 3, topic (Sujet)',
        '    trouvé   «  [31mx »',
        '    attendu  un sujet',
        '    à faire  Choisissez.',
        '  ligne 3, topic (Sujet)',
        '    trouvé   «  [31mx »',
        '    attendu  un sujet',
        '    à faire  Choisissez.',
        '',
        'content/guides/b.md',
        '  topic',
        '    trouvé   «  [31mx »',
        '    attendu  un sujet',
        '    à faire  Choisissez.',
        '',
        `3 erreurs dans 2 fichiers. ${last}`,
      ].join('\n'),
    );
  });

  test('drafts are told apart', () => {
    expect(plain(formatDrafts([problem, { ...problem, file: 'content/guides/b.md' }]))).toMatch(
      /^content\/guides\/a\.md\n.*\n\n2 brouillons à reprendre avant de les publier : rien n’est bloqué\.$/s,
    );
  });

  test('what the network has yet to complete is a list of places', () => {
    expect(
      plain(
        formatLeft([
          { ...problem, line: 4 },
          { ...problem, line: undefined, found: 'mot '.repeat(40) },
        ]),
      ),
    ).toMatch(/\(2\) :\n {2}content\/guides\/a\.md:4 .*\n {2}content\/guides\/a\.md mot .{80,90}…$/s);
  });

  test('agrees in number', () => {
    expect(plain(formatDrafts([problem]))).toContain('1 brouillon à reprendre avant de le publier');
    expect(plain(formatProblems([problem]))).toContain(`1 erreur dans 1 fichier. ${last}`);
    expect(formatSuccess(0)).toBe('0 fiche vérifiée, aucune erreur');
    expect(formatSuccess(1)).toBe('1 fiche vérifiée, aucune erreur');
    expect(formatSuccess(1142)).toBe('1\u202f142 fiches vérifiées, aucune erreur');
  });

  test('is coloured on demand only', () => {
    expect(formatProblems([problem])).not.toContain('\u001b');
    expect(formatProblems([problem], { colour: true })).toContain('\u001b');
  });
});
