import sharp from 'sharp';
import type { Locator, Page } from 'playwright-core';
import { bodyOf, fieldOf } from '../../support/cms-page.ts';
import { Keyboard, type Editor } from './editor.ts';

/** Something that editors do each week, through the form of the entry or by the shortest way there is. */
export interface Task {
  name: string;
  form: (editor: Editor) => Promise<void>;
  /** None: the form is the shortest way. */
  shortest?: (editor: Editor) => Promise<void>;
}

const NEXT = ['2027-01-11', '2027-01-17'] as const;
const WEEKS = ['2027-02-02', '2027-02-09', '2027-02-16', '2027-02-23'] as const;
const FIVE = ['Annecy', 'Bordeaux', 'Grenoble', 'Metz', 'Oullins'] as const;

const button = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
const dialog = (page: Page) => page.locator('dialog[open]');
const done = (page: Page) => page.locator('#desk [role=status] p');

async function open(editor: Editor, collection: string): Promise<void> {
  await editor.page.goto(`/admin/#/collections/${collection}`);
  await editor.sees(editor.page.locator('#nc-root h1, #nc-root label'));
}

async function openEntry(editor: Editor, collection: string, title: string | RegExp): Promise<void> {
  await open(editor, collection);
  const name = typeof title === 'string' ? new RegExp(`^${title}`) : title;
  await editor.press(
    editor.page.locator('#nc-root').getByRole('link', { name }).and(editor.page.locator('a[href*="/entries/"]')),
  );
  await editor.sees(bodyOf(editor.page));
}

async function unfold(editor: Editor, section: string): Promise<void> {
  const folded = editor.page.locator('.cms-section').getByRole('button', { name: section, expanded: false });
  if ((await folded.count()) > 0) await editor.press(folded);
}

async function publish(editor: Editor): Promise<void> {
  if (editor instanceof Keyboard) await editor.key('Control+s');
  else {
    await editor.press(button(editor.page, /^Publier/).first());
    await editor.press(editor.page.getByRole('menuitem', { name: 'Publier maintenant' }));
  }
  await editor.sees(button(editor.page, /^Enregistré/));
}

/** The gestures of an entry: from its card by thumb, by their shortcut on the keyboard. */
async function gesture(editor: Editor, collection: string, title: string, name: string): Promise<void> {
  const { page } = editor;
  await open(editor, collection);
  if (editor instanceof Keyboard) {
    await editor.key('Alt+KeyG');
    await editor.choose(dialog(page).getByLabel(/Que faire/), name);
    await editor.write(dialog(page).getByRole('searchbox'), title);
    await editor.key('Enter');
    return;
  }
  await editor.press(button(page, new RegExp(`^Gestes sur .*${title}`)).first());
  await editor.press(button(dialog(page), name));
}

export const TASKS: readonly Task[] = [
  {
    name: 'Fermer une cantine une semaine',
    form: async (editor) => {
      const { page } = editor;
      await openEntry(editor, 'cantines', 'Metz');
      await editor.press(button(page, /^Ajouter : exception/));
      await editor.write(page.locator('[id^="from-field-"]'), NEXT[0]);
      await editor.write(page.locator('[id^="to-field-"]'), NEXT[1]);
      const kind = 'xpath=//*[starts-with(@id, "from-field-")]/following::input[starts-with(@id, "kind-field-")][1]';
      await editor.choose(page.locator(kind), 'Fermé');
      await publish(editor);
    },
    shortest: async (editor) => {
      await gesture(editor, 'cantines', 'Mâcon', 'Fermer du… au…');
      await editor.press(button(dialog(editor.page), 'La semaine prochaine'));
      await editor.press(button(dialog(editor.page), 'Fermer').last());
      await editor.sees(done(editor.page).getByText(/fermée/));
    },
  },
  {
    name: 'Tenir encore une session, quatre semaines de suite',
    form: async (editor) => {
      const { page } = editor;
      for (const day of WEEKS) {
        await openEntry(editor, 'sessions', /Ça mijote, en ligne/);
        await editor.press(button(page, /^Enregistré/).first());
        await editor.press(page.getByRole('menuitem', { name: 'Dupliquer' }));
        await editor.sees(button(page, /^Publier/));
        await editor.write(fieldOf(page, 'startsAt'), `${day}T18:30`);
        await editor.write(fieldOf(page, 'endsAt'), `${day}T20:00`);
        await publish(editor);
      }
    },
    shortest: async (editor) => {
      await gesture(editor, 'sessions', 'Ça mijote, en ligne', 'Répéter chaque semaine jusqu’au…');
      await editor.write(dialog(editor.page).getByLabel('Jusqu’au'), WEEKS[3]);
      await editor.press(button(dialog(editor.page), /^Répéter/).last());
      await editor.sees(done(editor.page).getByText(/répétée chaque semaine/));
    },
  },
  {
    name: 'Un financement d’un nouveau financeur',
    form: async (editor) => {
      const { page } = editor;
      await open(editor, 'funders/new');
      await editor.write(fieldOf(page, 'title'), 'Fondation du Bol');
      await editor.write(fieldOf(page, 'summary'), 'Elle aide les cuisines de quartier.');
      await editor.choose(fieldOf(page, 'kind'), 'Fondation ou fonds de dotation');
      await inFrance(editor);
      await publish(editor);
      await call(editor, (funder) => editor.choose(funder, 'Fondation du Bol'));
    },
    shortest: async (editor) => {
      const { page } = editor;
      await call(editor, async () => {
        const asked = dialog(page);
        await editor.press(button(page, 'Créer : financeur'));
        await editor.write(asked.getByLabel('Nom', { exact: true }), 'Fondation de la Louche');
        await editor.write(asked.getByLabel('Résumé'), 'Elle aide les cuisines de quartier.');
        await editor.choose(asked.getByLabel('Type'), 'Fondation ou fonds de dotation');
        await editor.choose(asked.getByLabel('Échelle'), 'France entière');
        await editor.write(asked.getByLabel('Nom du territoire'), 'France');
        await editor.press(button(asked, 'Créer'));
        await editor.sees(page.getByText('Fondation de la Louche'));
      });
    },
  },
  {
    name: 'Confirmer cinq fiches',
    form: async (editor) => {
      for (const title of FIVE) {
        await openEntry(editor, 'cantines', title);
        await unfold(editor, 'Sources et publication');
        await editor.press(button(editor.page, 'Mettre Vérifié le à maintenant'));
        await publish(editor);
      }
    },
    shortest: async (editor) => {
      const { page } = editor;
      await open(editor, 'cantines');
      if (editor instanceof Keyboard) await editor.key('Alt+KeyG');
      else await editor.press(button(page, 'Gestes').last());
      await editor.choose(dialog(page).getByLabel(/Que faire/), 'Vérifié aujourd’hui');
      for (const title of FIVE) await editor.press(dialog(page).getByRole('checkbox', { name: title }));
      await editor.press(button(dialog(page), 'Continuer'));
      await editor.sees(done(page).getByText(/vérifiée/));
    },
  },
  {
    name: 'Un récit et sa photo',
    form: async (editor) => {
      const { page } = editor;
      await open(editor, 'stories/new');
      await editor.write(fieldOf(page, 'title'), 'Une table de plus');
      await editor.write(fieldOf(page, 'summary'), 'Ce que dix chaises changent.');
      await editor.choose(fieldOf(page, 'kind'), 'Récit');
      await editor.choose(fieldOf(page, 'theme'), 'Cuisiner et manger ensemble');
      await editor.press(button(page, 'Mettre Publié le à maintenant'));
      await editor.press(bodyOf(page));
      await page.keyboard.insertText('Dix chaises.');
      await editor.press(page.getByTitle('Ajouter', { exact: true }).last());
      await editor.press(page.getByRole('menuitem', { name: 'Image' }));
      await editor.press(button(page, 'Choisir une image').last());
      await editor.sees(page.locator('.nc-fileUploadButton'));
      const photo = { name: 'table.jpg', mimeType: 'image/jpeg', buffer: await PHOTO };
      await page.locator('.nc-fileUploadButton input').setInputFiles(photo);
      await editor.sees(page.getByText('table.jpg'));
      await editor.press(button(page, 'Choisir'));
      await editor.write(page.getByLabel(/Ce que montre l’image/), 'Une longue table dressée.');
      await publish(editor);
    },
  },
];

/** France as the territory of the form. */
async function inFrance(editor: Editor): Promise<void> {
  await editor.choose(editor.page.locator('[id^="scope-field-"]').first(), 'France entière');
  await editor.write(editor.page.locator('[id^="name-field-"]').first(), 'France');
}

/** A new opportunity, all that it cannot do without. */
async function call(editor: Editor, name: (funder: Locator) => Promise<void>): Promise<void> {
  const { page } = editor;
  await open(editor, 'opportunities/new');
  await editor.write(fieldOf(page, 'title'), 'Appel des cuisines');
  await editor.write(fieldOf(page, 'summary'), 'Pour équiper une cuisine de quartier.');
  await editor.choose(fieldOf(page, 'kind'), 'Appel à projets');
  await name(fieldOf(page, 'funder'));
  await editor.choose(fieldOf(page, 'confidence'), 'Bonne : nous l’avons lue sur une page de l’année');
  await editor.choose(fieldOf(page, 'audience'), 'Cantine ouverte');
  await inFrance(editor);
  await publish(editor);
}

const PHOTO = sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#a9c4a0' } })
  .jpeg()
  .toBuffer();
