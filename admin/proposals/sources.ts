import type { ProposalRead } from '#proposals/read.ts';
import { typeset } from '#domain/typography.ts';
import { MAX_TEXT, proposalsIn } from './find.ts';

/** A pasted text or a file that is opened, and what is found in it. */
export interface Opened {
  /** « Texte collé », or the name of the file. */
  name: string;
  reads: readonly ProposalRead[];
}

const NOTHING =
  'Aucune proposition ici. Collez le lien que porte le message, ou tout le message ; ou enregistrez le message, et ouvrez le fichier.';
const UNREADABLE =
  'Ce fichier n’est pas du texte : ouvrez le message enregistré (.eml), ou le fichier .json qu’il porte.';
const BROKEN = 'Ce message est abîmé : ouvrez-le dans votre boîte, et copiez son lien.';

const refused = (sentence: string): ProposalRead[] => [{ refused: typeset(sentence) }];

/** The headers by which the source of an e-mail begins. */
const MIME = /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?(?:MIME-Version|Content-Type|Received|Return-Path|From):/i;

/**
 * Finds the proposals of something that was pasted: a link, a document, an e-mail as it is read or as it travelled.
 * @param today in France
 */
export async function openText(text: string, today: string): Promise<Opened> {
  const name = 'Texte collé';
  if (text.length > MAX_TEXT) return { name, reads: refused(tooHeavy(text.length)) };
  return { name, reads: await found(text, new TextEncoder().encode(text), today) };
}

/** The same of a file. */
export async function openFile(file: File, today: string): Promise<Opened> {
  const { name } = file;
  if (file.size > MAX_TEXT) return { name, reads: refused(tooHeavy(file.size)) };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = textOf(bytes);
  // An e-mail may be written in any character set, which its own headers tell.
  if (text === undefined && !/\.eml$/i.test(name)) return { name, reads: refused(UNREADABLE) };
  return { name, reads: await found(text ?? new TextDecoder('latin1').decode(bytes), bytes, today) };
}

const tooHeavy = (size: number): string =>
  `Cela pèse ${(size / 1_000_000).toFixed(1).replace('.', ',')} Mo : une proposition tient dans un message de moins de ${MAX_TEXT / 1_000_000} Mo, sans photo. Rien n’est changé.`;

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

async function found(text: string, bytes: Uint8Array<ArrayBuffer>, today: string): Promise<readonly ProposalRead[]> {
  const reads = MIME.test(text.trimStart()) ? await inMail(bytes, today) : proposalsIn(text, today);
  return reads.length > 0 ? reads : refused(NOTHING);
}

/** As many e-mails inside one another are opened. */
const MOST_FORWARDS = 5;

/** The parts of an e-mail, its files and those that it forwards included; what each holds is told once. */
async function inMail(bytes: Uint8Array<ArrayBuffer>, today: string, depth = 0): Promise<readonly ProposalRead[]> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' }).catch(() => undefined);
  if (!mail) return refused(BROKEN);
  const reads = [mail.text ?? '', mail.html ?? ''].flatMap((part) => proposalsIn(part, today));
  for (const { mimeType, filename, content } of mail.attachments) {
    const inside = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
    const isMail = mimeType === 'message/rfc822' && depth < MOST_FORWARDS;
    if (isMail) reads.push(...(await inMail(inside, today, depth + 1)));
    else if (/json|text/.test(mimeType) || /\.json$/i.test(filename ?? ''))
      reads.push(...proposalsIn(textOf(inside) ?? '', today));
  }
  const whole = reads.filter(({ proposal }) => proposal !== undefined);
  // A copy that a mail program has cut says nothing once another is whole.
  return (whole.length > 0 ? whole : reads).filter(
    (read, index, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(read)) === index,
  );
}
