import { dayInFrance } from '#domain/days.ts';
import { count } from '#domain/numbers.ts';
import { download } from '#forms/download.ts';
import { drawAddition } from './addition-field.ts';
import { additionsFile, openAdditions, together } from './additions-file.ts';
import { keepAdditions, keptAdditions } from './additions.ts';
import { answerText, withSources } from './answer-words.ts';
import type { AnswerRecord, Bank } from './bank.ts';
import { copyText } from './copy.ts';
import { sayCounts } from './counts.ts';

const sectionOf = (desk: HTMLElement, slug: string) =>
  desk.querySelector<HTMLElement>(`section[data-answer="${CSS.escape(slug)}"]`);

/** Draws what a cantine adds under each answer; nothing while none is chosen. */
export function drawDesk(desk: HTMLElement, { answers, cantines }: Bank, slug: string): void {
  const cantine = cantines.find((each) => each.slug === slug);
  const today = dayInFrance(new Date());
  for (const answer of answers) {
    const section = sectionOf(desk, answer.slug);
    const host = section?.querySelector<HTMLElement>('[data-addition]');
    if (!section || !host) continue;
    if (slug === '') host.replaceChildren();
    else drawAddition(host, answer, { slug, cantine, today }, () => countIn(section, answer, slug));
    countIn(section, answer, slug);
  }
}

/** What the answer and the addition make together, at each length. */
function countIn(section: HTMLElement, answer: AnswerRecord, slug: string): void {
  const addition = additionOf(slug, answer);
  for (const { words, text } of answer.versions) {
    const counts = section.querySelector(`details[data-words="${words}"] [data-counts]`);
    if (!counts) continue;
    const said = sayCounts(answerText({ text, addition }));
    counts.textContent = addition.trim() === '' ? said : `${said} avec votre ajout`;
  }
}

const additionOf = (slug: string, answer: AnswerRecord): string =>
  slug === '' ? '' : (keptAdditions(slug)[answer.slug] ?? '');

/** Copies the answer of a button, with what the cantine adds. */
export async function copyAnswer(
  button: HTMLButtonElement,
  { answers }: Bank,
  slug: string,
  isSourced: boolean,
): Promise<void> {
  const { words } = button.closest<HTMLElement>('[data-words]')?.dataset ?? {};
  const named = button.closest<HTMLElement>('[data-answer]')?.dataset['answer'];
  const answer = answers.find((each) => each.slug === named);
  const status = button.parentElement?.querySelector<HTMLElement>('[role="status"]');
  if (!answer || !status) return;
  const text = answer.versions.find((each) => String(each.words) === words)?.text ?? '';
  const addition = additionOf(slug, answer);
  await copyText(withSources(answerText({ text, addition }), isSourced ? answer.sources : []), button, status);
}

/** Gives what a cantine adds as a file. @returns what is told of it */
export function saveAdditions(slug: string): string {
  const additions = keptAdditions(slug);
  if (Object.keys(additions).length === 0) return 'Rien à enregistrer\u00a0: vous n’avez encore rien ajouté.';
  const { name, text } = additionsFile(slug, additions);
  download(name, text);
  return `${name}\u00a0: enregistré dans vos téléchargements.`;
}

/**
 * Joins the additions of a file to those of its cantine, which becomes the chosen one; where both wrote, both stay.
 * @returns what is told of it
 */
export async function openInto(file: File, slug: string, choose: (slug: string) => boolean): Promise<string> {
  const opened = await openAdditions(file);
  if (opened.trouble !== undefined) return opened.trouble;
  const cantine = choose(opened.cantine) ? opened.cantine : slug;
  if (cantine === '') return `«\u00a0${file.name}\u00a0»\u00a0: choisissez d’abord votre cantine. Rien n’a changé.`;
  const isKept = keepAdditions(cantine, together(keptAdditions(cantine), opened.additions));
  const read = `${count(Object.keys(opened.additions).length, 'ajout lu', 'ajouts lus')}, réunis avec les vôtres.`;
  return isKept ? read : `${read} Ce navigateur ne garde rien\u00a0: enregistrez-les avant de partir.`;
}
