import type { FormAnswers } from './answers.ts';
import type { FormSpec } from './spec.ts';
import { answersSummary } from './summary.ts';

/** The longest address that every mail program still opens (Outlook on Windows: 2 083 signs). */
const MAX_LENGTH = 2000;

/** Half of a sign of two parts, which no address can hold. */
const LONE_HALF = /\p{Surrogate}/gu;

/** The answers as plain text, to read or to paste. */
export function plainText(spec: FormSpec, answers: FormAnswers): string {
  return answersSummary(spec, answers)
    .map(({ title, groups }) =>
      [
        title.toUpperCase(),
        ...groups.flatMap(({ who, lines }) => [
          ...(who === undefined ? [] : [who]),
          ...lines.map(({ label, value }) => `${label}\n${value.trim() || '(sans réponse)'}`),
        ]),
      ].join('\n\n'),
    )
    .join('\n\n\n');
}

/**
 * A `mailto:` address (RFC 6068). The whole text goes in when mail programs accept that length; else the
 * message asks to attach the file.
 */
export function mailtoOf(spec: FormSpec, answers: FormAnswers, to: string): { address: string; whole: boolean } {
  const subject = spec.title;
  const opening = `Bonjour,\n\nVoici ${spec.named}.`;
  const whole = mailto(to, subject, `${opening}\n\n\n${plainText(spec, answers)}\n`);
  if (whole.length <= MAX_LENGTH) return { address: whole, whole: true };
  const attach = `${opening} Les réponses sont dans le fichier « ${spec.id}.json », joint à ce message.\n`;
  return { address: mailto(to, subject, attach), whole: false };
}

function mailto(to: string, subject: string, body: string): string {
  const encode = (text: string) => encodeURIComponent(text.replace(LONE_HALF, '\ufffd'));
  return `mailto:${encode(to).replaceAll('%40', '@')}?subject=${encode(subject)}&body=${encode(body.replace(/\r?\n/g, '\r\n'))}`;
}
