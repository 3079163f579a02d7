import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { uploadsRoot } from './root.ts';

/** What each width of a photo is written as. */
export type PhotoFormat = 'webp' | 'jpg';

/** A photo that an entry shows, and what its files are made from. */
export interface Photo {
  /** Absolute path of what was uploaded. */
  file: string;
  /** What tells its bytes from any others. */
  hash: string;
  /** Its size upright, in pixels. */
  width: number;
  height: number;
}

/** A phone's column and its double; the widest column of a page, at twice its density. */
const WIDTHS = [400, 800, 1200] as const;

/** What a browser without WebP gets. */
const JPEG_WIDTH = 800;

/**
 * Reads the photo at a public path, `/uploads/table.jpg`; undefined when no such file is there, which the content check
 * tells.
 * @throws Error in French when it is there and is no picture.
 */
export async function photoOf(path: string): Promise<Photo | undefined> {
  const file = resolve(join(uploadsRoot, decodeURI(path).replace(/^\/uploads\//, '')));
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return undefined;
  const { autoOrient } = await sharp(bytes)
    .metadata()
    .catch((reason: unknown) => {
      throw new Error(
        `La photo public${path} ne se lit pas : enregistrez-la de nouveau en JPEG, ou choisissez-en une autre dans la fiche.`,
        { cause: reason },
      );
    });
  return { file, hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16), ...autoOrient };
}

/** The widths at which a photo is made: never wider than it is. */
export const widthsOf = ({ width }: Photo): number[] => [
  ...WIDTHS.filter((each) => each < width),
  ...(width <= Math.max(...WIDTHS) ? [width] : []),
];

export const jpegWidthOf = ({ width }: Photo): number => Math.min(JPEG_WIDTH, width);

/** Where a file of a photo is served: named by what it holds. */
export const photoPath = ({ hash }: Photo, width: number, format: PhotoFormat): string =>
  `/photos/${hash}-${width}.${format}`;

/** All the files of a photo. */
export const filesOf = (photo: Photo): { width: number; format: PhotoFormat }[] => [
  ...widthsOf(photo).map((width) => ({ width, format: 'webp' as const })),
  { width: jpegWidthOf(photo), format: 'jpg' },
];
