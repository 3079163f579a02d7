/** A path that an action names, relative to the project. */
export interface NamedPath {
  path: unknown;
  /** `folder`: what it lists; `entry`, `asset`: a file of that kind; `any`: either; `written`: an entry as it is saved. */
  kind: 'folder' | 'entry' | 'asset' | 'any' | 'written';
}

type Params = Readonly<Record<string, unknown>>;

export const record = (value: unknown): Params =>
  typeof value === 'object' && value !== null ? (value as Params) : {};
export const all = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const named = (kind: NamedPath['kind'], ...paths: unknown[]): NamedPath[] => paths.map((path) => ({ path, kind }));

/** The data files of `persistEntry`, which Decap sends as one entry or as several. */
export const dataFiles = (params: Params): Params[] =>
  (params['dataFiles'] === undefined ? [params['entry']] : all(params['dataFiles'])).map(record);

/**
 * What each action of Decap's local backend reads or writes (decap-server 3.11, `joi/index.ts`).
 * The editorial workflow's actions are left out: this backend publishes at once.
 */
const PATHS: Readonly<Record<string, (params: Params) => NamedPath[]>> = {
  info: () => [],
  getDeployPreview: () => [],
  entriesByFolder: ({ folder }) => named('folder', folder),
  entriesByFiles: ({ files }) => named('entry', ...all(files).map((file) => record(file)['path'])),
  getEntry: ({ path }) => named('entry', path),
  persistEntry: (params) => [
    ...dataFiles(params).flatMap(({ path, newPath }) =>
      named('written', path, ...(newPath === undefined ? [] : [newPath])),
    ),
    ...named('asset', ...all(params['assets']).map((asset) => record(asset)['path'])),
  ],
  getMedia: ({ mediaFolder }) => named('folder', mediaFolder),
  getMediaFile: ({ path }) => named('asset', path),
  persistMedia: ({ asset }) => named('asset', record(asset)['path']),
  deleteFile: ({ path }) => named('any', path),
  deleteFiles: ({ paths }) => named('any', ...all(paths)),
};

/** The paths of a request's body, or undefined when its action is not one of ours. */
export function pathsOf(body: unknown): NamedPath[] | undefined {
  const { action, params } = record(body);
  const read = typeof action === 'string' && Object.hasOwn(PATHS, action) ? PATHS[action] : undefined;
  return read?.(record(params));
}
