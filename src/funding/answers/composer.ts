import { DOCX_TYPE } from '#documents/face.ts';
import { letterDocx } from '#documents/letter.ts';
import { dayInFrance } from '#domain/days.ts';
import { typeset } from '#domain/typography.ts';
import { download } from '#forms/download.ts';
import '../fiche/to-gather.ts';
import { keepMyCantine, myCantine } from '../matching/my-cantine.ts';
import { drawAddition, type Answering } from './addition-field.ts';
import { keptAdditions } from './additions.ts';
import { answerText, withSources } from './answer-words.ts';
import { askedBy, fetchBank, versionWithin, type AnswerRecord, type Bank } from './bank.ts';
import { composerHtml, paragraphsHtml } from './compose-html.ts';
import { copyText } from './copy.ts';
import { sayCounts } from './counts.ts';
import './dossier.css';
import { dossierBlocks, dossierTitle, type ChosenAnswer, type FollowedCall } from './dossier.ts';

/** Whose file it is. */
export interface Composed {
  /** The opportunity, when it is of the watch. */
  slug: string | undefined;
  /** Its card on the board, as it is when the file is made. */
  card?: () => FollowedCall;
}

const DEFAULT_LENGTH = 150;

/**
 * Draws what assembles the file of an opportunity: from its page, or from its card on the board.
 * @throws when the bank does not come
 */
export async function openComposer(host: HTMLElement, composed: Composed): Promise<void> {
  const bank = await fetchBank();
  const call = bank.calls.find(({ slug }) => slug === composed.slug);
  const answers = askedBy(call?.kind, bank.answers);
  // The page of a call shows its documents already.
  const isShown = gatheringOf(composed.slug) !== null;
  host.innerHTML = composerHtml(bank, answers, isShown || !call || call.documents.length === 0 ? undefined : call);
  const composer = new Composer(host, bank, answers);
  composer.start();
  host.querySelector('[data-file]')?.addEventListener('click', () => {
    const dossier = {
      call,
      card: composed.card?.(),
      cantine: composer.answering.cantine?.title,
      chosen: composer.chosen(),
      isSourced: composer.box('[data-sources]').checked,
      gathered: gathered(composed.slug),
      today: composer.answering.today,
    };
    const name = `dossier-${composed.slug ?? 'de-demande'}.docx`;
    download(name, letterDocx(dossierTitle(dossier), dossierBlocks(dossier)), DOCX_TYPE);
    const said = host.querySelector('[data-said]');
    if (said) said.textContent = `${name}\u00a0: enregistré dans vos téléchargements.`;
  });
}

const gatheringOf = (slug: string | undefined): Element | null =>
  slug === undefined ? null : document.querySelector(`to-gather[data-key="${CSS.escape(`pieces-${slug}`)}"]`);

/** The documents that are ticked, wherever their boxes are. */
const gathered = (slug: string | undefined): ReadonlySet<string> =>
  new Set(
    [...(gatheringOf(slug)?.querySelectorAll('input') ?? [])].flatMap((box) => (box.checked ? typeset(box.value) : [])),
  );

/** The choices of one file: a cantine, what is taken of each answer, and at which length. */
class Composer {
  readonly #host: HTMLElement;
  readonly #bank: Bank;
  readonly #answers: readonly AnswerRecord[];
  /** The length of each answer, by its slug, when it is not that of all. */
  readonly #lengths = new Map<string, number>();

  constructor(host: HTMLElement, bank: Bank, answers: readonly AnswerRecord[]) {
    this.#host = host;
    this.#bank = bank;
    this.#answers = answers;
  }

  start() {
    const cantine = this.#choice('[data-cantine]');
    const kept = myCantine() ?? '';
    if ([...cantine.options].some(({ value }) => value === kept)) cantine.value = kept;
    cantine.addEventListener('change', () => {
      keepMyCantine(cantine.value || undefined);
      this.#draw();
    });
    const length = this.#choice('[data-length]');
    length.value = String(DEFAULT_LENGTH);
    length.addEventListener('change', () => {
      this.#lengths.clear();
      this.#show();
    });
    for (const answer of this.#answers) this.#wire(answer);
    this.#draw();
  }

  get answering(): Answering {
    const slug = this.#choice('[data-cantine]').value;
    const cantine = this.#bank.cantines.find((each) => each.slug === slug);
    return { slug, cantine, today: dayInFrance(new Date()) };
  }

  /** The answers that are taken, as they stand. */
  chosen(): ChosenAnswer[] {
    return this.#answers.flatMap((answer) =>
      this.box(`${itemOf(answer)} [data-take]`).checked ? this.#chosenOf(answer) : [],
    );
  }

  box(selector: string): HTMLInputElement {
    return this.#part(selector, HTMLInputElement);
  }

  #part<E extends Element>(selector: string, type: new () => E): E {
    const found = this.#host.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`The composer needs ${selector}`);
    return found;
  }

  #choice = (selector: string) => this.#part(selector, HTMLSelectElement);

  #wire(answer: AnswerRecord) {
    const item = this.#part(itemOf(answer), HTMLLIElement);
    const own = item.querySelector<HTMLSelectElement>('[data-own-length]');
    own?.addEventListener('change', () => {
      this.#lengths.set(answer.slug, Number(own.value));
      this.#show();
    });
    item.querySelector<HTMLElement>('[data-copy]')?.addEventListener('click', ({ currentTarget }) => {
      const status = item.querySelector<HTMLElement>('.acts [role="status"]');
      if (status && currentTarget instanceof HTMLElement) void copyText(this.#copied(answer), currentTarget, status);
    });
  }

  #copied(answer: AnswerRecord): string {
    const isSourced = this.box('[data-sources]').checked;
    return withSources(answerText(this.#chosenOf(answer)), isSourced ? answer.sources : []);
  }

  #chosenOf(answer: AnswerRecord): ChosenAnswer {
    const words = this.#lengths.get(answer.slug) ?? Number(this.#choice('[data-length]').value);
    const { slug } = this.answering;
    return {
      answer,
      text: versionWithin(answer.versions, words)?.text ?? '',
      addition: slug === '' ? '' : (keptAdditions(slug)[answer.slug] ?? ''),
    };
  }

  /** All that depends on who answers. */
  #draw() {
    const { answering } = this;
    for (const answer of this.#answers) {
      const host = this.#part(`${itemOf(answer)} [data-addition]`, HTMLElement);
      if (answering.slug === '') host.textContent = 'Choisissez votre cantine pour écrire ce qu’elle ajoute.';
      else drawAddition(host, answer, answering, () => this.#count(answer));
    }
    this.#show();
  }

  /** The texts at their lengths. */
  #show() {
    for (const answer of this.#answers) {
      const words = this.#lengths.get(answer.slug) ?? Number(this.#choice('[data-length]').value);
      const own = this.#host.querySelector<HTMLSelectElement>(`${itemOf(answer)} [data-own-length]`);
      if (own) own.value = String(versionWithin(answer.versions, words)?.words ?? '');
      this.#part(`${itemOf(answer)} [data-text]`, HTMLElement).innerHTML = paragraphsHtml(this.#chosenOf(answer).text);
      this.#count(answer);
    }
  }

  #count(answer: AnswerRecord) {
    const text = answerText(this.#chosenOf(answer));
    this.#part(`${itemOf(answer)} [data-counts]`, HTMLElement).textContent =
      text === '' ? '(à écrire)' : `(${sayCounts(text)})`;
  }
}

const itemOf = ({ slug }: AnswerRecord): string => `[data-answer="${CSS.escape(slug)}"]`;
