import { rename, stat } from 'node:fs/promises';
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
}

interface WrittenAsset {
  path: string;
  content: Buffer;
}

/**
 * Saves in place of Decap’s backend, whose files are empty or cut when it ends meanwhile, and which writes an entry over
 * another of the same name. The guard has read the paths.
 * @param project absolute path of the folder that holds `content/` and `public/uploads/`
 */
export function saves(project: string): RequestHandler {
  // One after the other: what is not there yet is not written by two at a time.
  const queue = new PQueue({ concurrency: 1 });
  return (request, response, next) => {
    const { action, params } = record(request.body);
    if (action !== 'persistEntry' && action !== 'persistMedia') {
      next();
      return;
    }
    queue
      .add(() => (action === 'persistEntry' ? saveEntry(project, record(params)) : saveAsset(project, record(params))))
      .then((refusal) => {
        if (refusal !== undefined) refuse(response, refusal);
        else if (action === 'persistEntry') response.json({ message: 'entry persisted' });
        else {
          // Decap tells the file as it stands.
          request.body = { action: 'getMediaFile', params: { branch: record(params)['branch'], path: pathOf(params) } };
          next();
        }
      }, next);
  };
}

const INCOMPLETE =
  'Il manque quelque chose à cet enregistrement : rien n’a été écrit. Rechargez la page, puis réessayez.';

async function saveEntry(project: string, params: ReturnType<typeof record>): Promise<string | undefined> {
  const entries = dataFiles(params).map(entryOf);
  const assets = all(params['assets']).map(assetOf);
  if (!areAll(entries) || !areAll(assets)) return INCOMPLETE;
  const isNew = record(params['options'])['newEntry'] === true;
  for (const { path, newPath } of entries) {
    if ((isNew || newPath !== path) && (await isThere(join(project, newPath)))) {
      return `« ${newPath} » existe déjà : rien n’a été écrit. Donnez un autre titre à cette fiche, ou ouvrez celle qui existe.`;
    }
  }
  const refusal = await saveAssets(project, assets);
  if (refusal !== undefined) return refusal;
  for (const { path, newPath, raw } of entries) {
    await writeAside(join(project, path), raw);
    if (newPath !== path) await rename(join(project, path), join(project, newPath));
  }
  return undefined;
}

async function saveAsset(project: string, params: ReturnType<typeof record>): Promise<string | undefined> {
  const asset = assetOf(params['asset']);
  return asset === undefined ? INCOMPLETE : saveAssets(project, [asset]);
}

async function saveAssets(project: string, assets: readonly WrittenAsset[]): Promise<string | undefined> {
  const wrong = assets.find(({ path, content }) => !holdsItsKind(path, content));
  if (wrong) {
    return `« ${basename(wrong.path)} » ne contient pas ce que son nom annonce : rien n’a été écrit. Enregistrez-le de nouveau dans ce format, ou choisissez un autre fichier.`;
  }
  for (const { path, content } of assets) await writeAside(join(project, path), content);
  return undefined;
}

function entryOf({ path, newPath = path, raw }: ReturnType<typeof record>): WrittenEntry | undefined {
  const isWhole = typeof path === 'string' && typeof newPath === 'string' && typeof raw === 'string';
  return isWhole && raw !== '' && dirname(path) === dirname(newPath) ? { path, newPath, raw } : undefined;
}

function assetOf(given: unknown): WrittenAsset | undefined {
  const { path, content, encoding } = record(given);
  const isWhole = typeof path === 'string' && typeof content === 'string' && encoding === 'base64';
  return isWhole ? { path, content: Buffer.from(content, 'base64') } : undefined;
}

const pathOf = (params: unknown): unknown => record(record(params)['asset'])['path'];

const areAll = <T>(list: readonly (T | undefined)[]): list is readonly T[] => !list.includes(undefined);

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
