import { readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { RequestHandler } from 'express';
import PQueue from 'p-queue';
import { all, dataFiles, record } from './actions.ts';
import { holdsItsKind } from './bytes.ts';
import { refuse } from './guard.ts';
import { writeAside } from './write.ts';

/** An entry to write, under its new name when it gets one. */
interface WrittenEntry {
  path: string;
  newPath: string;
  raw: string;
  /** The text that its editor started from; null when they know that the file is gone; absent: not compared. */
  base: string | null | undefined;
}

interface WrittenAsset {
  path: string;
  content: Buffer;
}

/** Why nothing was written, and the HTTP status that says so. */
interface Refusal {
  error: string;
  status?: number;
}

/**
 * Saves and deletes in place of Decap’s backend, whose files are empty or cut when it ends meanwhile, and which writes
 * an entry over another of the same name, or over what another editor wrote. The guard has read the paths.
 * @param project absolute path of the folder that holds `content/` and `public/uploads/`
 */
export function saves(project: string): RequestHandler {
  // One after the other: what is not there yet is not written by two at a time.
  const queue = new PQueue({ concurrency: 1 });
  return (request, response, next) => {
    const { action, params } = record(request.body);
    const write = typeof action === 'string' && Object.hasOwn(WRITES, action) ? WRITES[action] : undefined;
    if (!write) {
      next();
      return;
    }
    queue
      .add(() => write(project, record(params)))
      .then((refusal) => {
        if (refusal !== undefined) refuse(response, refusal.error, refusal.status);
        else if (action !== 'persistMedia') response.json({ message: 'done' });
        else {
          // Decap tells the file as it stands.
          request.body = { action: 'getMediaFile', params: { branch: record(params)['branch'], path: pathOf(params) } };
          next();
        }
      }, next);
  };
}

type Write = (project: string, params: ReturnType<typeof record>) => Promise<Refusal | undefined>;

const WRITES: Readonly<Record<string, Write>> = {
  persistEntry: saveEntry,
  persistMedia: saveAsset,
  deleteFiles,
};

const INCOMPLETE: Refusal = {
  error: 'Il manque quelque chose à cet enregistrement : rien n’a été écrit. Rechargez la page, puis réessayez.',
};

const changed = (path: string): Refusal => ({
  error: `« ${path} » a changé depuis que vous l’avez ouvert : rien n’a été écrit. Rechargez la page pour voir l’autre version.`,
  status: 409,
});

async function saveEntry(project: string, params: ReturnType<typeof record>): Promise<Refusal | undefined> {
  const entries = dataFiles(params).map(entryOf);
  const assets = all(params['assets']).map(assetOf);
  if (!areAll(entries) || !areAll(assets)) return INCOMPLETE;
  const isNew = record(params['options'])['newEntry'] === true;
  for (const { path, newPath, base } of entries) {
    if ((isNew || newPath !== path) && (await isThere(join(project, newPath)))) {
      return {
        error: `« ${newPath} » existe déjà : rien n’a été écrit. Donnez un autre titre à cette fiche, ou ouvrez celle qui existe.`,
      };
    }
    if (base !== undefined && base !== (await textOf(join(project, path)))) return changed(path);
  }
  const refusal = await saveAssets(project, assets);
  if (refusal !== undefined) return refusal;
  for (const { path, newPath, raw } of entries) {
    await writeAside(join(project, path), raw);
    if (newPath !== path) await rename(join(project, path), join(project, newPath));
  }
  return undefined;
}

async function saveAsset(project: string, params: ReturnType<typeof record>): Promise<Refusal | undefined> {
  const asset = assetOf(params['asset']);
  return asset === undefined ? INCOMPLETE : saveAssets(project, [asset]);
}

/** `base`: the text of the first file as its editor knows it. */
async function deleteFiles(project: string, params: ReturnType<typeof record>): Promise<Refusal | undefined> {
  const { base } = params;
  const paths = all(params['paths']).filter((path) => typeof path === 'string');
  const [first] = paths;
  if (first !== undefined && base !== undefined && base !== (await textOf(join(project, first)))) return changed(first);
  for (const path of paths) await rm(join(project, path), { force: true });
  return undefined;
}

async function saveAssets(project: string, assets: readonly WrittenAsset[]): Promise<Refusal | undefined> {
  const wrong = assets.find(({ path, content }) => !holdsItsKind(path, content));
  if (wrong) {
    return {
      error: `« ${basename(wrong.path)} » ne contient pas ce que son nom annonce : rien n’a été écrit. Enregistrez-le de nouveau dans ce format, ou choisissez un autre fichier.`,
    };
  }
  for (const { path, content } of assets) await writeAside(join(project, path), content);
  return undefined;
}

function entryOf({ path, newPath = path, raw, base }: ReturnType<typeof record>): WrittenEntry | undefined {
  const isWhole = typeof path === 'string' && typeof newPath === 'string' && typeof raw === 'string';
  if (!isWhole || raw === '' || dirname(path) !== dirname(newPath)) return undefined;
  return typeof base === 'string' || base === null || base === undefined ? { path, newPath, raw, base } : undefined;
}

function assetOf(given: unknown): WrittenAsset | undefined {
  const { path, content, encoding } = record(given);
  const isWhole = typeof path === 'string' && typeof content === 'string' && encoding === 'base64';
  return isWhole ? { path, content: Buffer.from(content, 'base64') } : undefined;
}

const pathOf = (params: unknown): unknown => record(record(params)['asset'])['path'];

const areAll = <T>(list: readonly (T | undefined)[]): list is readonly T[] => !list.includes(undefined);

/** Null when there is no such file. */
const textOf = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
