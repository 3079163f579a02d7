import { escapeHtml } from '#domain/html.ts';
import { VERSION_WORDS } from '#schemas/answer-lengths.ts';
import { MY_PROJECT } from '../matching/kept-profiles.ts';
import type { AnswerRecord, Bank, CallRecord } from './bank.ts';

const option = (value: string | number, words: string): string =>
  `<option value="${escapeHtml(String(value))}">${escapeHtml(words)}</option>`;

const lengths = (words: readonly number[]): string => words.map((each) => option(each, `${each} mots`)).join('');

/** What one chooses before a file is assembled, its answers, and its documents when they are not on the page already. */
export const composerHtml = (
  { cantines }: Bank,
  answers: readonly AnswerRecord[],
  documents: CallRecord | undefined,
): string => `
  <div class="asks">
    <label><span>Pour quelle cantine\u202f?</span>
      <select class="field" data-cantine autocomplete="off">
        <option value="">Choisissez-la</option>
        ${option(MY_PROJECT, 'Un projet qui n’a pas de fiche ici')}
        ${cantines.map(({ slug, title }) => option(slug, title)).join('')}
      </select></label>
    <label><span>Longueur des réponses</span>
      <select class="field" data-length autocomplete="off">${lengths(Object.values(VERSION_WORDS))}</select></label>
  </div>
  <label class="to-tick"><input type="checkbox" data-sources checked autocomplete="off" /> Joindre les sources sous chaque réponse</label>
  <ul class="answers">${answers.map(answerHtml).join('')}</ul>
  ${documents ? documentsHtml(documents) : ''}
  <p class="acts"><button class="button" type="button" data-file>Télécharger le dossier (.docx)</button> <span role="status" data-said></span></p>`;

const answerHtml = ({ slug, title, versions, prompts, budget }: AnswerRecord): string => `
  <li data-answer="${escapeHtml(slug)}">
    <label class="to-tick"><input type="checkbox" data-take checked autocomplete="off" /> <strong>${escapeHtml(title)}</strong></label>
    <details><summary>Lire, compléter, copier <span class="soft" data-counts></span></summary>
      ${versions.length > 1 ? `<label class="own-length"><span>Longueur de cette réponse</span><select class="field" data-own-length autocomplete="off">${lengths(versions.map(({ words }) => words))}</select></label>` : ''}
      <div data-text></div>
      ${budget.length > 0 ? '<p class="soft">Le tableau du budget entre dans le dossier.</p>' : ''}
      ${prompts.length > 0 ? `<p class="soft">Ce que votre cantine ajoute\u00a0:</p><ul class="prompts">${prompts.map((prompt) => `<li>${escapeHtml(prompt)}</li>`).join('')}</ul>` : ''}
      <div class="addition" data-addition></div>
      <div class="acts"><button class="button quiet" type="button" data-copy>Copier cette réponse</button> <span role="status"></span></div>
    </details>
  </li>`;

const documentsHtml = ({ slug, documents }: CallRecord): string => `
  <h3>Pièces à réunir</h3>
  <to-gather data-key="pieces-${escapeHtml(slug)}"><ul>${documents
    .map(
      (piece) =>
        `<li><label class="to-tick"><input type="checkbox" value="${escapeHtml(piece)}" /> <span>${escapeHtml(piece)}</span></label></li>`,
    )
    .join('')}</ul><p class="soft" role="status"></p></to-gather>`;

/** The paragraphs of a text. */
export const paragraphsHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .filter((part) => part !== '')
    .map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br />')}</p>`)
    .join('');
