import { typeset } from '#domain/typography.ts';
import type { FormAnswers } from './answers.ts';
import { letterText, type Stamp } from './letter.ts';
import { MAX_MAILTO, mailto } from './mailto.ts';
import type { FormSpec } from './spec.ts';

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
  if (whole.length <= MAX_MAILTO) return { address: whole, whole: true };
  const attach = `${opening} ${typeset(`Les réponses sont dans la lettre « ${spec.id}.docx », jointe à ce message.`)}\n`;
  return { address: mailto(to, subject, attach), whole: false };
}
