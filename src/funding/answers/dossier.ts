import type { DocumentBlock } from '#documents/letter.ts';
import { formatDate } from '#domain/date-words.ts';
import { sayDates } from '#domain/deadline-words.ts';
import { capitalised } from '#domain/french.ts';
import { formatEuros } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { withSources } from './answer-words.ts';
import type { AnswerRecord, BudgetLine, CallRecord } from './bank.ts';

/** An answer as it enters the file. */
export interface ChosenAnswer {
  answer: AnswerRecord;
  /** Of the version chosen; empty when the cantine writes all of it. */
  text: string;
  /** What the cantine adds. */
  addition: string;
}

/** What a card of the board says of its opportunity. */
export interface FollowedCall {
  title: string;
  funder: string;
  state: string;
  deadline: string | undefined;
  asked: number | undefined;
  people: string;
  notes: string;
  tasks: readonly { text: string; due: string | undefined; done: boolean }[];
}

export interface Dossier {
  call: CallRecord | undefined;
  card?: FollowedCall | undefined;
  cantine: string | undefined;
  chosen: readonly ChosenAnswer[];
  /** True when each answer has its sources under it. */
  isSourced: boolean;
  /** The documents that are gathered. */
  gathered: ReadonlySet<string>;
  /** `YYYY-MM-DD`, in France. */
  today: string;
}

/** What it is called: of its opportunity, else of its card. */
export const dossierTitle = ({ call, card }: Pick<Dossier, 'call' | 'card'>): string =>
  typeset(call?.title ?? card?.title ?? '') || 'Un dossier de demande';

/** Everything an application asks for, in the order in which one reads it. */
export function dossierBlocks(dossier: Dossier): DocumentBlock[] {
  const { cantine, chosen, today } = dossier;
  return [
    { is: 'title', text: dossierTitle(dossier) },
    ...(cantine === undefined
      ? []
      : [{ is: 'text' as const, text: `Dossier de la Petite Cantine «\u00a0${cantine}\u00a0».` }]),
    ...headBlocks(dossier),
    {
      is: 'soft',
      text: `Brouillon composé le ${formatDate(today)}\u00a0: relisez tout, complétez ce qui est entre crochets.`,
    },
    ...chosen.flatMap((each) => answerBlocks(each, dossier.isSourced)),
    ...documentBlocks(dossier),
    ...cardBlocks(dossier.card),
  ];
}

function headBlocks({ call, card, today }: Dossier): DocumentBlock[] {
  const funder = call?.funder ?? card?.funder ?? '';
  const when = card?.deadline
    ? `À déposer avant le ${formatDate(card.deadline)}.`
    : call && `${capitalised(sayDates(call.calendar, today))}.`;
  return [
    ...(funder === '' ? [] : [{ is: 'text' as const, text: `Financeur\u00a0: ${funder}.` }]),
    ...(when ? [{ is: 'text' as const, text: `Dates\u00a0: ${when}` }] : []),
  ];
}

function answerBlocks({ answer, text, addition }: ChosenAnswer, isSourced: boolean): DocumentBlock[] {
  const todo = answer.prompts.map((prompt): DocumentBlock => ({ is: 'box', text: prompt, ticked: false }));
  return [
    { is: 'part', text: answer.title },
    ...paragraphs(text),
    ...paragraphs(addition.trim()),
    ...(answer.budget.length > 0 ? [budgetTable(answer.budget)] : []),
    ...(addition.trim() === '' && todo.length > 0
      ? [{ is: 'question' as const, text: 'À compléter par la cantine' }, ...todo]
      : []),
    ...(isSourced && answer.sources.length > 0 ? [{ is: 'soft' as const, text: withSources('', answer.sources) }] : []),
  ];
}

const paragraphs = (text: string): DocumentBlock[] =>
  text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ is: 'text', text: part }));

const budgetTable = (lines: readonly BudgetLine[]): DocumentBlock => ({
  is: 'table',
  rows: [
    ['Côté', 'Poste', 'Ce qu’il couvre', 'Repère publié', 'Votre montant (€)'],
    ...lines.map(({ side, label, covers, mark }) => [side, label, covers, mark ?? '', '']),
  ],
});

function documentBlocks({ call, gathered }: Dossier): DocumentBlock[] {
  if (!call || call.documents.length === 0) return [];
  return [
    { is: 'part', text: 'Pièces à réunir' },
    ...call.documents.map((text): DocumentBlock => ({
      is: 'box',
      text: typeset(text),
      ticked: gathered.has(typeset(text)),
    })),
  ];
}

function cardBlocks(card: FollowedCall | undefined): DocumentBlock[] {
  if (!card) return [];
  const facts = [
    `État\u00a0: ${card.state}`,
    card.asked === undefined ? '' : `Demandé\u00a0: ${formatEuros(card.asked)}`,
    card.people === '' ? '' : `Qui s’en occupe\u00a0: ${card.people}`,
  ];
  return [
    { is: 'part', text: 'Notre suivi' },
    { is: 'text', text: facts.filter((fact) => fact !== '').join('\n') },
    ...card.tasks.map(({ text, due, done }): DocumentBlock => ({
      is: 'box',
      text: due === undefined ? text : `${text}, pour le ${formatDate(due)}`,
      ticked: done,
    })),
    ...paragraphs(card.notes),
  ];
}
