import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { slug as slugOf } from 'github-slugger';
import { slugOf as toSlug } from '#domain/slug.ts';
import { collections, type CollectionName } from '#schemas/index.ts';
import { nearest } from './nearest.ts';
import { quote, type FileProblem } from './problem.ts';

export interface SourceFile {
  /** `content/cantines/lyon-vaise.md` */
  file: string;
  collection: CollectionName;
  /** The id that Astro's glob loader gives: the name through github-slugger. */
  slug: string;
  text: string;
}

export interface Folder {
  files: SourceFile[];
  problems: FileProblem[];
}

const CLEAN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The most signs of a name: no disk takes more than 255 with an ending, and it is an address to be sent. */
const LONGEST_NAME = 150;

/** Far more than all that an entry may hold; nothing larger is even read. */
const LARGEST_FILE = 1_000_000;
const names = Object.keys(collections) as CollectionName[];

const cleanSlug = (name: string): string => toSlug(name, LONGEST_NAME) || 'nouvelle-fiche';

const misplaced = (file: string, found: string, expected: string, remedy: string): FileProblem => ({
  file,
  field: 'fichier',
  found,
  expected,
  remedy,
});

/**
 * Every entry of a content folder, and what is wrong with names and places; files starting with a dot are passed over.
 */
export async function readFolder(root: string): Promise<Folder> {
  const folder: Folder = { files: [], problems: [] };
  const entries = await visible(root);
  if (!entries) {
    folder.problems.push(
      misplaced('content', 'rien', 'le dossier des fiches', `Créez le dossier ${root}, ou corrigez CONTENT_DIR.`),
    );
    return folder;
  }
  for (const { name, isFolder } of entries) {
    const collection = names.find((known) => known === name);
    if (!isFolder) folder.problems.push(outside(name));
    else if (!collection) folder.problems.push(unknownFolder(name));
    else await readCollection(root, collection, folder);
  }
  folder.problems.push(...sameSlugs(folder.files));
  return folder;
}

async function readCollection(root: string, collection: CollectionName, folder: Folder): Promise<void> {
  for (const { name, isFolder } of (await visible(join(root, collection))) ?? []) {
    const file = `content/${collection}/${name}`;
    if (isFolder) {
      folder.problems.push(
        misplaced(
          file,
          'un dossier dans une collection',
          `des fichiers .md directement dans content/${collection}/`,
          `Déplacez ses fichiers dans content/${collection}/, puis supprimez ce dossier : le site ne le lit pas.`,
        ),
      );
    } else if (!name.endsWith('.md')) {
      folder.problems.push(wrongType(file, name));
    } else {
      const stem = name.slice(0, -'.md'.length);
      if (!CLEAN.test(stem) || stem.length > LONGEST_NAME) folder.problems.push(wrongName(file, stem));
      const text = await readText(join(root, collection, name));
      if (typeof text === 'string') folder.files.push({ file, collection, slug: slugOf(stem), text });
      else folder.problems.push({ file, ...text });
    }
  }
}

async function visible(path: string): Promise<{ name: string; isFolder: boolean }[] | undefined> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  return entries
    ?.filter(({ name }) => !name.startsWith('.'))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function readText(path: string): Promise<string | Omit<FileProblem, 'file'>> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (size > LARGEST_FILE) {
    return {
      field: 'fichier',
      found: `un fichier de ${new Intl.NumberFormat('fr-FR').format(size)} octets`,
      expected: 'une fiche de quelques pages',
      remedy: 'Raccourcissez la fiche, ou répartissez-la en plusieurs.',
    };
  }
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) {
    return {
      field: 'fichier',
      found: 'un fichier illisible',
      expected: 'un fichier texte',
      remedy: 'Vérifiez que le fichier existe et que vous avez le droit de le lire.',
    };
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return {
      field: 'fichier',
      found: 'des signes qui ne sont pas de l’UTF-8',
      expected: 'un fichier texte en UTF-8',
      remedy:
        'Enregistrez le fichier en UTF-8 (dans l’éditeur : « Enregistrer avec l’encodage… ») : sinon les accents sont perdus.',
    };
  }
}

function outside(name: string): FileProblem {
  return misplaced(
    `content/${name}`,
    'un fichier hors d’une collection',
    `un fichier dans un de ces dossiers : ${names.join(', ')}`,
    'Déplacez le fichier dans le dossier de sa collection, ou supprimez-le.',
  );
}

function unknownFolder(name: string): FileProblem {
  const [near] = nearest(name, names);
  return misplaced(
    `content/${name}`,
    `le dossier ${quote(name)}`,
    `un de ces dossiers : ${names.join(', ')}`,
    near ? `Renommez le dossier en « ${near} ».` : 'Déplacez ses fichiers dans un dossier connu, ou supprimez-le.',
  );
}

function wrongType(file: string, name: string): FileProblem {
  const isText = /\.(?:markdown|mdown|mdx|txt|md)$/i.test(name);
  return misplaced(
    file,
    `un fichier ${quote(name)}`,
    'un fichier dont le nom finit par .md',
    isText
      ? `Renommez-le en « ${cleanSlug(name.replace(/\.[^.]*$/, ''))}.md » : le site ne le lit pas.`
      : 'Déposez les images et les documents dans public/uploads/, et supprimez le fichier d’ici.',
  );
}

function wrongName(file: string, stem: string): FileProblem {
  return misplaced(
    file,
    `le nom ${quote(stem)}`,
    stem.length > LONGEST_NAME
      ? `un nom de ${LONGEST_NAME} signes au plus`
      : 'des minuscules sans accent, des chiffres et des traits d’union : lyon-vaise.md',
    `Renommez le fichier en « ${cleanSlug(stem)}.md » : son nom devient l’adresse de la page.`,
  );
}

function sameSlugs(files: readonly SourceFile[]): FileProblem[] {
  return Object.values(Object.groupBy(files, ({ collection, slug }) => `${collection}/${slug}`)).flatMap((same = []) =>
    same.length < 2
      ? []
      : same.map(({ file, slug }) => {
          const others = same.filter((other) => other.file !== file).map((other) => other.file);
          return misplaced(
            file,
            `la même adresse que ${others.join(', ')}`,
            `une seule fiche pour « ${slug} »`,
            'Renommez un des fichiers, ou supprimez celui qui est en trop : un seul des deux serait publié.',
          );
        }),
  );
}
