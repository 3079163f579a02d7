import { typeset } from '#domain/typography.ts';
import { isUploadPath, MAX_UPLOAD_BYTES } from '#schemas/kit/index.ts';
import { holdsItsKind } from '../local/bytes.ts';
import type { PhotoKind } from './kinds.ts';

/** A photo of any telephone; more is another thing, and would fill the memory of this one. */
const MOST_PHOTO_BYTES = 60_000_000;

/** The kinds that every browser shows. */
const SHOWN: ReadonlySet<PhotoKind | undefined> = new Set(['jpeg', 'png', 'webp', 'avif', 'gif']);

/** A file that was chosen, by what is read of it before anything else. */
export interface Chosen {
  name: string;
  /** In bytes. */
  size: number;
  head: Uint8Array;
  kind: PhotoKind | undefined;
}

export const HEIC = [
  'C’est une photo au format HEIC, que la plupart des navigateurs ne montrent pas.',
  'Sur iPhone, pour les prochaines : Réglages › Appareil photo › Formats › Le plus compatible.',
  'Pour celle-ci : sur un Mac, ouvrez-la dans Aperçu, puis Fichier › Exporter › JPEG ; sous Windows, ouvrez-la dans Photos, puis Enregistrer sous › JPG. Choisissez ensuite le fichier obtenu.',
];

export const DAMAGED = [
  'L’image est abîmée : ce navigateur ne sait pas la lire jusqu’au bout.',
  'Ouvrez-la sur votre appareil. Si elle s’affiche, enregistrez-la de nouveau en JPEG ; sinon, redemandez le fichier à qui vous l’a envoyé.',
];

const BY_KIND: Readonly<Partial<Record<PhotoKind, readonly string[]>>> = {
  svg: [
    'C’est un dessin SVG, qui peut contenir du code : le site n’en accepte pas.',
    'Ouvrez-le dans le logiciel qui l’a fait, et exportez-le en PNG.',
  ],
  tiff: ['C’est une image TIFF, que les navigateurs ne montrent pas.', 'Enregistrez-la en JPEG ou en PNG.'],
  bmp: ['C’est une image BMP, très lourde.', 'Enregistrez-la en JPEG ou en PNG.'],
};

const mega = (bytes: number): string =>
  `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(bytes / 1e6)} Mo`;

const tooHeavy = (size: number, most: number): string[] => [
  `Il pèse ${mega(size)}, et le site garde des fichiers de ${mega(most)} au plus.`,
  'Réduisez-le, ou mettez-le en ligne ailleurs et donnez son adresse dans un lien.',
];

const LISTED = /\.(?:jpe?g|png|webp|avif|gif)$/i;

/**
 * Why a file cannot be uploaded, and what to do, in sentences; none when it can.
 * @param imagesOnly true where only a picture has a place
 */
export function chosenRefusal({ name, size, head, kind }: Chosen, imagesOnly: boolean): readonly string[] {
  const sentences = refusal();
  return sentences.map(typeset);

  function refusal(): readonly string[] {
    if (size === 0)
      return ['Le fichier est vide.', 'Vérifiez qu’il s’ouvre sur votre appareil, puis choisissez-le de nouveau.'];
    if (kind !== undefined && size > MOST_PHOTO_BYTES) return tooHeavy(size, MOST_PHOTO_BYTES);
    const known = kind && BY_KIND[kind];
    if (known) return known;
    // The browser may know how to read it.
    if (kind === 'heic') return [];
    if (SHOWN.has(kind)) return kind === 'gif' && size > MAX_UPLOAD_BYTES ? tooHeavy(size, MAX_UPLOAD_BYTES) : [];
    if (LISTED.test(name)) {
      return [
        'Son nom annonce une image, mais il contient autre chose.',
        'Ouvrez l’image sur votre appareil, enregistrez-la en JPEG, puis choisissez le fichier obtenu.',
      ];
    }
    if (/\.(?:heic|heif)$/i.test(name)) return DAMAGED;
    if (imagesOnly) {
      return ['Ce n’est pas une image.', 'Choisissez une photo ou un dessin : JPEG, PNG, WebP, AVIF ou GIF.'];
    }
    if (!isUploadPath(`/uploads/a${/\.[^.]*$/.exec(name)?.[0] ?? ''}`, 'file')) {
      return [
        'Le site ne publie pas ce genre de fichier.',
        'Choisissez une image (JPEG, PNG, WebP), un PDF, ou un document bureautique.',
      ];
    }
    if (size > MAX_UPLOAD_BYTES) return tooHeavy(size, MAX_UPLOAD_BYTES);
    if (!holdsItsKind(name, head)) {
      return [
        'Il ne contient pas ce que son nom annonce.',
        'Enregistrez-le de nouveau dans ce format, ou choisissez un autre fichier.',
      ];
    }
    return [];
  }
}
