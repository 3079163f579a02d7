import { typeset } from '#domain/typography.ts';
import { tell } from '../dialog.ts';
import { sendToLibrary } from '../photos/library.ts';
import type { PastedImage } from './read.ts';

const IN_HAND = /^(?:data:image\/|blob:)/i;

/**
 * Says which pictures were left out of a pasted text and where they stood; those that came with it may go to the media
 * library. The others belong to other sites, or to the computer of who wrote the text.
 * @param files pictures that were pasted alone
 */
export function tellImages(images: readonly PastedImage[], files: readonly File[]): void {
  if (images.length === 0 && files.length === 0) return;
  const given = images.filter(({ src }) => IN_HAND.test(src));
  const others = images.filter(({ src }) => !IN_HAND.test(src));
  const inHand = given.length + files.length;
  const one = images.length + files.length === 1;
  const paragraphs = [
    one ? 'Un texte ne reçoit pas d’image par collage.' : 'Un texte ne reçoit pas d’images par collage.',
    ...(others.length > 0
      ? [
          'Le site ne montre pas les images d’autres sites. Si vous avez le droit de publier celle-ci, enregistrez-la sur votre appareil, puis ajoutez-la par « + », « Image ».',
        ]
      : []),
    ...(inHand > 0
      ? [
          `« Ajouter à la médiathèque » y met ${inHand === 1 ? 'l’image collée' : 'les images collées'}. Placez ensuite le curseur dans le texte, puis « + », « Image » : elle sera dans la liste.`,
        ]
      : []),
  ];
  void tell({
    title: typeset(
      one ? 'Une image n’a pas été collée' : `${images.length + files.length} images n’ont pas été collées`,
    ),
    paragraphs: paragraphs.map(typeset),
    list: images.map((image) => typeset(placeOf(image))),
    ...(inHand > 0 && {
      action: {
        label: 'Ajouter à la médiathèque',
        run: () => void filesOf(given).then((made) => sendToLibrary([...files, ...made])),
      },
    }),
  });
}

function placeOf({ alt, after }: PastedImage): string {
  const name = alt === '' ? 'Une image' : `« ${alt} »`;
  return after === '' ? `${name}, au début` : `${name}, après « …${after} »`;
}

/** The pictures that are written in the text itself, as files. */
async function filesOf(images: readonly PastedImage[]): Promise<File[]> {
  const read = images.map(async ({ src, alt }) => {
    // Those of another page (`blob:`) are out of reach.
    const blob = await fetch(src)
      .then((response) => response.blob())
      .catch(() => undefined);
    return blob
      ? [new File([blob], `${alt || 'image'}.${blob.type.replace(/^image\//, '')}`, { type: blob.type })]
      : [];
  });
  return (await Promise.all(read)).flat();
}
