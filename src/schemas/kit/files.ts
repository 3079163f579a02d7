import { z } from 'zod';
import { says, scalar, type FieldOptions } from './scalar.ts';
import { MAX_LENGTH } from './text.ts';

/** No sign that is not seen (`\p{C}`): a file system and a browser would not read the same name. */
const UPLOADS = {
  image: /^\/uploads\/(?!.*\.\.)[^\s<>"\\\p{C}]+\.(?:avif|gif|jpe?g|png|webp)$/iu,
  file: /^\/uploads\/(?!.*\.\.)[^\s<>"\\\p{C}]+\.(?:avif|gif|jpe?g|png|webp|csv|docx?|ics|mp3|mp4|od[pst]|pdf|pptx?|txt|xlsx?|zip)$/iu,
} as const;

/** Photos and documents of more bytes are refused by the form: a visitor's phone pays for them. */
export const MAX_UPLOAD_BYTES = 8_000_000;

/** Whether a file may be uploaded under this public path. */
export const isUploadPath = (path: string, kind: keyof typeof UPLOADS): boolean => UPLOADS[kind].test(path);

function upload<O extends FieldOptions>(options: O, kind: 'image' | 'file') {
  const { label, hint } = options;
  const remedy = `Choisissez ${kind === 'image' ? 'une image déposée' : 'un fichier déposé'} dans le site : son adresse commence par /uploads/ et ne contient pas d’espace.`;
  return scalar<string, O>(
    options,
    { kind, label, hint, required: options.required ?? false, expected: 'un fichier de /uploads/' },
    z
      .string({ error: says(label, remedy) })
      .regex(UPLOADS[kind], { error: remedy })
      .max(MAX_LENGTH.line, { error: remedy }),
  );
}

/** A picture of `public/uploads/`, as its public path; always pair it with a text alternative. */
export const image = <const O extends FieldOptions>(options: O) => upload(options, 'image');

/** A document of `public/uploads/`, as its public path. */
export const file = <const O extends FieldOptions>(options: O) => upload(options, 'file');
