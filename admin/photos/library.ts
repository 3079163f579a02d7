import { cmsStore } from '../store.ts';

interface Named {
  name: string;
}

/** What is used of the Immutable maps of Decap's state. */
interface Map {
  get(key: string): unknown;
  getIn(path: readonly string[]): { toJS(): unknown } | undefined;
}

/** The names of all that was uploaded, those of the form that are not saved yet included; in lower case. */
export function uploadedNames(): ReadonlySet<string> {
  const { mediaLibrary, entryDraft } = cmsStore().getState() as { mediaLibrary: Map; entryDraft: Map };
  const kept = (mediaLibrary.get('files') ?? []) as readonly Named[];
  const drafted = (entryDraft.getIn(['entry', 'mediaFiles'])?.toJS() ?? []) as readonly Named[];
  return new Set([...kept, ...drafted].map(({ name }) => name.toLowerCase()));
}

/** Says something for a few seconds, as Decap does. */
export function toast(message: string): void {
  cmsStore().dispatch({ type: 'NOTIFICATION_SEND', payload: { message, type: 'info', dismissAfter: 10_000 } });
}

const INPUT = '.nc-fileUploadButton input[type="file"]';

/** The button « Envoyer un fichier » of the media library, when it is open. */
export const uploadInput = (): HTMLInputElement | null => document.querySelector(INPUT);

/** Opens the media library, and uploads files as if they were chosen there, one after the other. */
export async function sendToLibrary(files: readonly File[]): Promise<void> {
  if (!uploadInput()) cmsStore().dispatch({ type: 'MEDIA_LIBRARY_OPEN', payload: { forImage: true } });
  for (const file of files) {
    const input = await until(uploadInput);
    const chosen = new DataTransfer();
    chosen.items.add(file);
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    // Decap empties it when the file is there, and so does a refusal.
    await until(() => (input.files?.length === 0 || !input.isConnected ? input : null));
  }
}

/** Waits for the page to be in a state. */
async function until<T>(reached: () => T | null): Promise<T> {
  for (;;) {
    const found = reached();
    if (found !== null) return found;
    await new Promise(requestAnimationFrame);
  }
}
