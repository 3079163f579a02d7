import { typeset } from '#domain/typography.ts';
import type { FormAnswers } from './answers.ts';
import { letterText, type Stamp } from './letter.ts';
import type { FormSpec } from './spec.ts';

/** The longest address that every mail program still opens (Outlook on Windows: 2 083 signs). */
const MAX_LENGTH = 2000;

/** Half of a sign of two parts, which no address can hold. */
const LONE_HALF = /\p{Surrogate}/gu;

/**
 * A `mailto:` address (RFC 6068). The whole text goes in when mail programs accept that length; else the
 * message asks to attach the document.
 */
export function mailtoOf(
  spec: FormSpec,
  answers: FormAnswers,
  to: string,
  stamp?: Stamp,
): { address: string; whole: boolean } {
  const subject = typeset(spec.title);
  const opening = `Bonjour,\n\nVoici ${spec.named}.`;
  const whole = mailto(to, subject, `${opening}\n\n\n${letterText(spec, answers, stamp)}\n`);
  if (whole.length <= MAX_LENGTH) return { address: whole, whole: true };
  const attach = `${opening} ${typeset(`Les réponses sont dans la lettre « ${spec.id}.docx », jointe à ce message.`)}\n`;
  return { address: mailto(to, subject, attach), whole: false };
}

function mailto(to: string, subject: string, body: string): string {
  const encode = (text: string) => encodeURIComponent(text.replace(LONE_HALF, '\ufffd'));
  return `mailto:${encode(to).replaceAll('%40', '@')}?subject=${encode(subject)}&body=${encode(body.replace(/\r?\n/g, '\r\n'))}`;
}
