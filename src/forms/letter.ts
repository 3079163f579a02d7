import { formatDate } from '#domain/date-words.ts';
import { formatTime } from '#domain/french.ts';
import { typeset } from '#domain/typography.ts';
import type { Block } from '#documents/letter.ts';
import { isEmpty, type FormAnswers } from './answers.ts';
import type { FormSpec } from './spec.ts';
import { answersSummary, type SummaryLine } from './summary.ts';

/** What tells one envoi from another, for those who write about it. */
export interface Stamp {
  /** `3FA904C1`. */
  reference: string;
  /** In milliseconds since 1970; absent before it is sent. */
  sentAt?: number | undefined;
  /** The zone in which the moment is told. */
  zone: string;
}

/** What people call an envoi by: the beginning of its key, to be read over the telephone. */
export const referenceOf = (key: string): string => key.slice(0, 8).toUpperCase();

/** `22 novembre 2026 à 14 h 05`. */
export function sayMoment(instant: number, timeZone: string): string {
  // Not domain/zones.ts, which comes with the rules of opening hours: 4 kB. Sweden writes ISO 8601.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(instant);
  return `${formatDate(day)} à ${formatTime(time)}`;
}

/**
 * The answers as a letter that a person reads: questions and answers in words, step by step. When there is none at all,
 * it leaves the place to write them.
 */
export function letterBlocks(spec: FormSpec, answers: FormAnswers, stamp?: Stamp): Block[] {
  const unsaid = isEmpty(answers) ? '' : '(sans réponse)';
  return [
    { is: 'title', text: typeset(spec.title) },
    ...stampBlocks(stamp),
    ...answersSummary(spec, answers).flatMap(({ title, groups }): Block[] => [
      { is: 'part', text: typeset(title) },
      ...groups.flatMap(({ who, lines }): Block[] => [
        ...(who === undefined ? [] : [{ is: 'person' as const, text: who }]),
        ...lines.flatMap((line) => lineBlocks(line, unsaid)),
      ]),
    ]),
  ];
}

function stampBlocks(stamp: Stamp | undefined): Block[] {
  if (!stamp) return [];
  const { reference, sentAt, zone } = stamp;
  const sent = sentAt === undefined ? [] : [`Le ${sayMoment(sentAt, zone)}`];
  return [{ is: 'soft', text: [typeset(`Référence : ${reference}`), ...sent].join('\n') }];
}

/** A short answer beside its label, a long one or that to a question beneath it. */
function lineBlocks({ label, value }: SummaryLine, unsaid: string): Block[] {
  const said = value.trim() === '' ? unsaid : value;
  const isShort = !label.trim().endsWith('?') && said.length < 80 && !said.includes('\n');
  if (isShort) return [{ is: 'text', text: `${typeset(`${label} :`)} ${said}` }];
  return [
    { is: 'question', text: typeset(label) },
    { is: 'text', text: said },
  ];
}

/** The same as plain text, to send, to read or to paste. */
export function letterText(spec: FormSpec, answers: FormAnswers, stamp?: Stamp): string {
  let text = '';
  let before: Block['is'] | undefined;
  for (const { is, text: words } of letterBlocks(spec, answers, stamp)) {
    const isHead = is === 'title' || is === 'part';
    text += before === undefined ? '' : GAPS[is](before);
    text += isHead ? words.toUpperCase() : words;
    before = is;
  }
  return text;
}

/** What stands between a paragraph and the one before it. */
const GAPS: Readonly<Record<Block['is'], (before: Block['is']) => string>> = {
  title: () => '',
  soft: () => '\n',
  part: () => '\n\n\n',
  person: () => '\n\n',
  question: () => '\n\n',
  text: (before) => (before === 'part' ? '\n\n' : '\n'),
};
