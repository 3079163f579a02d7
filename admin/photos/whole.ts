import type { PhotoKind } from './kinds.ts';

/** Whether a picture has its end: a browser draws one that was cut, with grey in place of what is missing. */
export function isWhole(kind: PhotoKind, bytes: Uint8Array): boolean {
  switch (kind) {
    case 'jpeg':
      return hasJpegEnd(bytes);
    case 'png':
      return lastIndexOf(bytes, 'IEND') > 0;
    case 'webp':
      return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) <= bytes.length - 8;
    default:
      return true;
  }
}

const START_OF_SCAN = 0xda;

/** The parts of a JPEG say their length up to its first scan, whose data hold no end but the last. */
function hasJpegEnd(bytes: Uint8Array): boolean {
  let at = 2;
  while (bytes[at] === 0xff && bytes[at + 1] !== START_OF_SCAN) {
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  }
  return at < bytes.length && lastIndexOf(bytes, '\u00ff\u00d9') > at;
}

function lastIndexOf(bytes: Uint8Array, text: string): number {
  const wanted = Array.from(text, (sign) => sign.charCodeAt(0));
  let at = bytes.length - wanted.length;
  while (at >= 0 && !wanted.every((byte, index) => bytes[at + index] === byte)) at -= 1;
  return at;
}
