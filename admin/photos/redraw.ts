import type { PhotoKind } from './kinds.ts';

/** The longest side of a picture of the site, in pixels: a screen of 1000 at twice its density. */
const LONGEST_SIDE = 2000;

const QUALITY = 0.86;

/** A picture without losses that is heavier is a photograph, which WebP holds in a tenth. */
const HEAVY_PNG_BYTES = 1_000_000;

const DRAWN_AS: Readonly<Partial<Record<PhotoKind, string>>> = {
  jpeg: 'image/jpeg',
  heic: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/webp',
};

/** True for the kinds that are drawn anew: an animation would be one still. */
export const isRedrawn = (kind: PhotoKind | undefined): kind is PhotoKind => kind !== undefined && kind in DRAWN_AS;

/**
 * The picture upright, at most 2000 pixels on its longest side and never enlarged, without what a camera writes beside
 * it: place, date, serial number.
 * @throws DOMException when the browser cannot read it.
 */
export async function redrawn(file: Blob, kind: PhotoKind): Promise<Blob> {
  const url = URL.createObjectURL(file);
  try {
    // An element, and no bitmap: every browser turns it upright.
    const image = new Image();
    image.src = url;
    await image.decode();
    const { naturalWidth, naturalHeight } = image;
    const scale = Math.min(1, LONGEST_SIDE / Math.max(naturalWidth, naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(naturalHeight * scale));
    const context = canvas.getContext('2d');
    if (!context) throw new DOMException('No canvas', 'EncodingError');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const drawn = await encoded(canvas, DRAWN_AS[kind] ?? 'image/jpeg');
    return drawn.type === 'image/png' && drawn.size > HEAVY_PNG_BYTES ? await encoded(canvas, 'image/webp') : drawn;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A browser that cannot write a type writes a PNG. */
function encoded(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob) resolve(blob);
        else reject(new DOMException('No picture', 'EncodingError'));
      },
      type,
      QUALITY,
    );
  });
}
