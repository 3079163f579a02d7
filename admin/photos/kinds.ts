/** What a picture is, whatever its name says. */
export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | 'heic' | 'svg' | 'tiff' | 'bmp';

/** How many bytes of a file tell its kind. */
export const HEAD_BYTES = 512;

const BEGINNINGS: readonly (readonly [kind: PhotoKind, beginning: RegExp])[] = [
  ['jpeg', /^\u00ff\u00d8\u00ff/],
  ['png', /^\u0089PNG\r\n\u001a\n/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['avif', /^.{4}ftyp(?:avif|avis)/s],
  // A still of the HEIF family may be named by its container; those of AVIF name themselves among the brands.
  ['avif', /^.{4}ftypmif1.{4,24}avif/s],
  ['heic', /^.{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/s],
  ['tiff', /^(?:II\*\0|MM\0\*)/],
  ['bmp', /^BM/],
  ['svg', /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/is],
];

/** The kind of picture that begins with these bytes; undefined for anything else. */
export function photoKindOf(head: Uint8Array): PhotoKind | undefined {
  const text = String.fromCharCode(...head.subarray(0, HEAD_BYTES));
  return BEGINNINGS.find(([, beginning]) => beginning.test(text))?.[0];
}
