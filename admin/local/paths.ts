import { lstat, readdir, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { slugOf } from '#domain/slug.ts';
import { collections } from '#schemas/index.ts';
import type { NamedPath } from './actions.ts';

/** The two folders that the CMS may read and write, below the project. */
const ROOTS = ['content', 'public/uploads'] as const;

const ENTRY = /^content\/[\w-]+\/[\w.-]+\.md$/;
/** What an editor puts online; nothing that a browser would run as a page or a script. */
const ASSET =
  /^public\/uploads\/.+\.(?:avif|gif|jpe?g|png|webp|csv|docx?|ics|mp3|mp4|od[pst]|pdf|pptx?|txt|xlsx?|zip)$/i;

/**
 * Says why a path may not be touched, or undefined when it may.
 * @param project absolute path of the folder that holds `content/` and `public/uploads/`
 */
export async function pathRefusal({ path, kind }: NamedPath, project: string): Promise<string | undefined> {
  if (typeof path !== 'string' || path === '') return 'Il manque un chemin à cette demande.';
  const clean = path.replace(/\/$/, '');
  const root = ROOTS.find((each) => clean === each || clean.startsWith(`${each}/`));
  const odd =
    /[\u0000-\u001f\u007f\\%:]/.test(path) || clean.split('/').some((part) => part === '' || part.startsWith('.'));
  if (path.startsWith('/') || root === undefined || odd) {
    return `Le CMS local ne touche qu’à content/ et à public/uploads/ : « ${path} » est refusé.`;
  }
  if (!hasKind(clean, kind)) {
    return `« ${path} » n’est pas un fichier que le CMS écrit : une fiche est un .md de content/, un document est une image, un PDF ou un fichier bureautique de public/uploads/.`;
  }
  const misnamed = kind === 'written' ? misnamedAs(clean) : undefined;
  if (misnamed !== undefined) return misnamed;
  if (await escapes(join(project, clean), join(project, root))) {
    return `« ${path} » mène hors de ${root}/ par un lien : il est refusé.`;
  }
  return undefined;
}

function hasKind(path: string, kind: NamedPath['kind']): boolean {
  switch (kind) {
    case 'folder':
      return true;
    case 'entry':
    case 'written':
      return ENTRY.test(path);
    case 'asset':
      return ASSET.test(path);
    case 'any':
      return ENTRY.test(path) || ASSET.test(path);
  }
}

/** Why the site would not read an entry of that name: the content check refuses it too. */
function misnamedAs(path: string): string | undefined {
  const [, collection = '', file = ''] = path.split('/');
  const stem = file.replace(/\.md$/, '');
  if (!Object.hasOwn(collections, collection)) {
    const known = Object.keys(collections).join(', ');
    return `« content/${collection}/ » n’est pas un dossier de fiches : rien n’a été écrit. Les dossiers sont : ${known}.`;
  }
  if (stem !== slugOf(stem)) {
    return `« ${stem} » n’est pas un nom de fiche : rien n’a été écrit. Il faut des minuscules sans accent, des chiffres et des traits d’union, comme « ${slugOf(stem) || 'nouvelle-fiche'} ».`;
  }
  return undefined;
}

/** True when a link leads the path, or a file directly or deeper below it, out of the root. */
async function escapes(path: string, root: string): Promise<boolean> {
  const top = await real(root);
  const inside = (place: string) => place === top || place.startsWith(top + sep);
  if (!inside(await real(path))) return true;
  const below = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
  const links = below.filter((each) => each.isSymbolicLink()).map((each) => join(each.parentPath, each.name));
  return (await Promise.all(links.map(real))).some((place) => !inside(place));
}

/** The path with its links followed; the part that does not exist yet is kept as it is. */
async function real(path: string): Promise<string> {
  const exists = await lstat(path).then(
    () => true,
    () => false,
  );
  if (exists) return realpath(path).catch(() => '');
  const parent = dirname(path);
  return parent === path ? path : join(await real(parent), path.slice(parent.length));
}
