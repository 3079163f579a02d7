import { typeset } from '#domain/typography.ts';
import { HEAD_BYTES, photoKindOf } from './kinds.ts';
import { keptName } from './names.ts';
import { isRedrawn, redrawn } from './redraw.ts';
import { chosenRefusal, DAMAGED, HEIC } from './refusal.ts';
import { isWhole } from './whole.ts';

/** `renamed`: another file has the name that it would have had. */
export type Prepared = { file: File; renamed: boolean } | { refusal: readonly string[] };

const NOTHING: ReadonlySet<string> = new Set();

const EXTENSIONS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/**
 * A chosen file as it is uploaded, under a name that nothing else has, or why it is not.
 * @param taken the names of the uploads that are there, in lower case
 */
export async function prepared(file: File, imagesOnly: boolean, taken: ReadonlySet<string>): Promise<Prepared> {
  const { name, size } = file;
  const head = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .then((bytes) => new Uint8Array(bytes))
    // The file was moved meanwhile, or lies on a drive that is gone.
    .catch(() => new Uint8Array());
  const kind = photoKindOf(head);
  const refusal = chosenRefusal({ name, size, head, kind }, imagesOnly);
  if (refusal.length > 0) return { refusal };
  const named = (content: Blob, extension: string | undefined): Prepared => {
    const kept = keptName(name, extension, taken);
    return {
      file: new File([content], kept, { type: content.type }),
      renamed: kept !== keptName(name, extension, NOTHING),
    };
  };
  if (!isRedrawn(kind)) return named(file, undefined);
  if (!isWhole(kind, new Uint8Array(await file.arrayBuffer()))) return { refusal: DAMAGED.map(typeset) };
  try {
    const drawn = await redrawn(file, kind);
    return named(drawn, EXTENSIONS[drawn.type]);
  } catch {
    return { refusal: (kind === 'heic' ? HEIC : DAMAGED).map(typeset) };
  }
}
