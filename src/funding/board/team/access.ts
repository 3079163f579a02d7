/** Why the shared folder is out of reach; `asks`, the browser wants its owner’s consent again. */
export type TeamTrouble = 'refused' | 'asks' | 'gone' | 'full' | 'locked' | 'unread' | 'ours';

/** What TypeScript does not know yet of File System Access: https://wicg.github.io/file-system-access/ */
interface Access {
  showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}
interface Permitted {
  queryPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
}

/** Whether this browser opens folders. */
export const opensFolders = (): boolean => 'showDirectoryPicker' in globalThis;

/**
 * Asks for a folder; undefined when the chooser is closed without one.
 * @throws DOMException as the browser refuses the folder
 */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (globalThis as Access).showDirectoryPicker?.({ id: 'suivi-equipe', mode: 'readwrite' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** Whether a folder may be read and written; `request` puts the question to the person. */
export async function permissionOf(
  folder: FileSystemDirectoryHandle & Permitted,
  ask: 'query' | 'request',
): Promise<PermissionState> {
  const asked = ask === 'query' ? folder.queryPermission : folder.requestPermission;
  return asked ? asked.call(folder, { mode: 'readwrite' }) : 'granted';
}

/** @param isKnown whether the folder was chosen and opened before */
export function troubleIn(error: unknown, isKnown = false): TeamTrouble {
  if (!(error instanceof DOMException)) return 'ours';
  if (error.name.includes('Quota')) return 'full';
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return isKnown ? 'asks' : 'refused';
  if (error.name === 'NotReadableError') return 'unread';
  return error.name === 'NotFoundError' ? 'gone' : 'ours';
}
