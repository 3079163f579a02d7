import type { APIRoute, GetStaticPaths } from 'astro';
import { photoBytes } from '#build/photos/kept.ts';
import { filesOf, photoOf, photoPath, type Photo, type PhotoFormat } from '#content/photo.ts';
import { entriesOf } from '#content/entries.ts';

interface Props {
  photo: Photo;
  width: number;
  format: PhotoFormat;
}

/** The photos of the cantines, at the widths that their pages ask for. */
export const getStaticPaths: GetStaticPaths = async () => {
  const paths = (await entriesOf('cantines')).flatMap(({ data }) => data.photo?.image ?? []);
  const photos = (await Promise.all(paths.map(photoOf))).filter((photo) => photo !== undefined);
  // Two cantines may show one photo.
  const different = [...new Map(photos.map((photo) => [photo.hash, photo])).values()];
  return different.flatMap((photo) =>
    filesOf(photo).map(({ width, format }) => ({
      params: { file: photoPath(photo, width, format).slice('/photos/'.length) },
      props: { photo, width, format } satisfies Props,
    })),
  );
};

const TYPES: Readonly<Record<PhotoFormat, string>> = { webp: 'image/webp', jpg: 'image/jpeg' };

export const GET: APIRoute<Props> = async ({ props: { photo, width, format } }) =>
  new Response(new Uint8Array(await photoBytes(photo, width, format)), { headers: { 'Content-Type': TYPES[format] } });
