import { SiteElement } from '#components/site-element.ts';
import type { Role } from '#domain/roles.ts';
import { newKey } from '#forms/envoi.ts';
import { watchLists } from '../inputs/lists.ts';
import { changedIn, readParts, restore, snapshotOf } from '../inputs/read.ts';
import { linesOf } from '../inputs/say.ts';
import { partsIn } from '../inputs/read.ts';
import { firstWrong } from '../inputs/wrong.ts';
import type { Answer } from '../proposal.ts';
import { SendProposal, type Outgoing } from '../sending/send-proposal.ts';
import { keep, readKept, type Given, type KeptAnswers } from './answers.ts';
import { isDue } from './due.ts';
import { forgetPast } from './past.ts';
import { outgoingOf } from './outgoing.ts';
import { labelOf, pathOf, summaryOf, type Answered } from './summary.ts';

const store = () => localStorage;

/** Walks through the questions, one a screen; the address tells which, so that « back » is the browser’s too. */
class ConfirmFacts extends SiteElement {
  #kept: KeptAnswers = { id: '', given: {} };
  #before = new Map<string, Record<string, unknown>>();
  #recent: HTMLElement[] = [];
  #key = '';
  #shown: HTMLElement | undefined;

  connectedCallback(): void {
    const { collection = '', slug = '' } = this.dataset;
    this.#key = `proposition/${collection}/${slug}`;
    this.#kept.id = newKey();
    watchLists(this);
    for (const question of this.#questions()) forgetPast(question, this.#today());
    for (const question of this.#questions()) this.#before.set(pathOf(question), readParts(question));
    this.#restore();
    this.#recent = this.#questions().filter(
      ({ dataset: { since, every, known } }) => known === 'true' && !isDue(since, Number(every), this.#today()),
    );
    if (this.#recent.length > 0 && this.#recent.length === this.#questions().length) this.#recent = [];
    this.listen(this, 'click', ({ target }) => target instanceof Element && this.#act(target));
    this.listen(window, 'hashchange', () => this.#current() !== this.#shown && this.#show(true));
    const sending = this.one('send-proposal', SendProposal);
    sending.outgoing = () => this.#outgoing();
    sending.left = () => keep(this.#key, undefined, store);
    this.one('.bar').hidden = false;
    this.one('[data-walk]').hidden = false;
    this.#show(false);
  }

  #today(): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: this.dataset['zone'], dateStyle: 'short' }).format(new Date());
  }

  #questions(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-question]')];
  }

  /** All screens, in the order in which they come. */
  #screens(): HTMLElement[] {
    const asked = this.#questions().filter((question) => !this.#recent.includes(question));
    const step = (name: string) => this.one(`[data-step="${name}"]`);
    return [step('who'), ...asked, ...(this.#recent.length > 0 ? [step('recent')] : []), step('end')];
  }

  /** Answers that were made against what the page no longer says are asked again. */
  #restore(): void {
    const kept = readKept(this.#key, store);
    if (!kept) return;
    this.#kept = { ...kept, given: {} };
    for (const question of this.#questions()) {
      const given = kept.given[pathOf(question)];
      if (!given || ('was' in given.answer && given.answer.was !== question.dataset['was'])) continue;
      this.#kept.given[pathOf(question)] = given;
      if (given.inputs) restore(question, given.inputs);
    }
  }

  #current(): HTMLElement {
    const screens = this.#screens();
    return (
      screens.find(({ id, dataset: { step } }) => location.hash === `#${id || step}`) ?? (screens[0] as HTMLElement)
    );
  }

  #show(focus: boolean): void {
    const screens = this.#screens();
    const shown = this.#current();
    this.#shown = shown;
    const at = screens.indexOf(shown);
    for (const screen of [...this.querySelectorAll<HTMLElement>('section')]) screen.hidden = screen !== shown;
    const isEnd = at === screens.length - 1;
    this.one('.bar [role=status]').textContent = at === 0 || isEnd ? '' : `Question ${at} sur ${screens.length - 2}`;
    this.one('.progress').style.setProperty('--done', `${(100 * at) / (screens.length - 1)}%`);
    this.one('[data-act="back"]').hidden = at === 0;
    this.one('.tools [data-act="end"]').hidden = at === 0 || isEnd;
    if (shown.dataset['question'] !== undefined) this.#open(shown, false);
    if (shown.dataset['step'] === 'recent') this.#tellRecent();
    if (isEnd) this.#summarise();
    if (!focus) return;
    shown.querySelector('h2')?.focus({ preventScroll: true });
    this.scrollIntoView();
  }

  /** Which part of a question is in sight: what is known, its inputs, other words. */
  #open(question: HTMLElement, changing: boolean, saying = false): void {
    const known = question.dataset['known'] === 'true';
    for (const pane of question.querySelectorAll<HTMLElement>('[data-pane]')) {
      const name = pane.dataset['pane'];
      pane.hidden = name === 'other' ? !saying : (name === 'known') !== (known && !changing);
    }
    for (const nothing of question.querySelectorAll<HTMLElement>('[data-nothing]')) nothing.hidden = known;
    question.querySelector('[data-answer="say"]')?.setAttribute('aria-expanded', String(saying));
    const first = saying ? '[data-other]' : '[data-pane="change"] :is(input, textarea, button, summary)';
    if (changing || saying) question.querySelector<HTMLElement>(first)?.focus();
  }

  #act(target: Element): void {
    const button = target.closest<HTMLElement>('button');
    const question = target.closest<HTMLElement>('[data-question]');
    const { answer, take, role, act, goto } = button?.dataset ?? {};
    if (role !== undefined) {
      this.#kept.by = role as Role;
      this.one('send-proposal', SendProposal).prepare();
      this.#keep();
      this.#next();
    } else if (question && take !== undefined) {
      this.#take(question, take, button?.textContent.trim() ?? '');
    } else if (question && answer !== undefined) this.#answer(question, answer);
    else if (act === 'back') this.#go(-1);
    else if (act === 'end') this.#goTo(this.one('[data-step="end"]'));
    else if (act?.startsWith('recent') === true) this.#answerRecent(act);
    else if (goto !== undefined) {
      const asked = this.#questions().find((each) => pathOf(each) === goto);
      // What was told as recent is asked like the others once it is to be corrected.
      this.#recent = this.#recent.filter((each) => each !== asked);
      if (asked) this.#goTo(asked);
    }
  }

  #take(question: HTMLElement, value: string, words: string): void {
    const was = question.dataset['was'] ?? '';
    this.#give(question, {
      answer: { is: 'changed', was, to: value },
      lines: [`${labelOf(question)}\u00a0: ${words}`],
    });
  }

  #answer(question: HTMLElement, kind: string): void {
    const was = question.dataset['was'] ?? '';
    if (kind === 'change') this.#open(question, true);
    else if (kind === 'say') {
      const isOpen = question.querySelector('[data-answer="say"]')?.getAttribute('aria-expanded') === 'true';
      this.#open(question, false, !isOpen);
    } else if (kind === 'right') this.#give(question, { answer: { is: 'right', was }, lines: [] });
    else if (kind === 'unknown') this.#give(question, { answer: { is: 'unknown' }, lines: [] });
    else if (kind === 'other') this.#giveWords(question, was);
    else this.#giveChange(question, was);
  }

  #giveWords(question: HTMLElement, was: string): void {
    const field = question.querySelector<HTMLTextAreaElement>('[data-other]');
    const says = field?.value.trim() ?? '';
    if (says === '') field?.focus();
    else this.#give(question, { answer: { is: 'other', was, says }, lines: [`${labelOf(question)}\u00a0: ${says}`] });
  }

  #giveChange(question: HTMLElement, was: string): void {
    const wrong = firstWrong(question);
    if (wrong) {
      wrong.focus();
      return;
    }
    const changed = changedIn(this.#before.get(pathOf(question)) ?? {}, readParts(question));
    const names = Object.keys(changed);
    if (names.length === 0) {
      const isKnown = question.dataset['known'] === 'true';
      this.#give(question, { answer: isKnown ? { is: 'right', was } : { is: 'unknown' }, lines: [] });
      return;
    }
    const parts = partsIn(question);
    // A question of one field is answered by its value, that of a group by the parts that changed.
    const to =
      parts.length === 1 && parts[0]?.dataset['part'] === pathOf(question).split('.').at(-1)
        ? changed[names[0] ?? '']
        : changed;
    const lines = parts.filter(({ dataset }) => names.includes(dataset['part'] ?? '')).flatMap(linesOf);
    this.#give(question, { answer: { is: 'changed', was, to }, lines, inputs: snapshotOf(question) });
  }

  #give(question: HTMLElement, given: Given): void {
    this.#kept.given[pathOf(question)] = given;
    this.#keep();
    this.#next();
  }

  #keep(): void {
    keep(this.#key, this.#kept, store);
  }

  #next(): void {
    this.#go(1);
  }

  #go(by: number): void {
    const screens = this.#screens();
    const next = screens[screens.indexOf(this.#current()) + by];
    if (next) this.#goTo(next);
  }

  #goTo({ id, dataset: { step } }: HTMLElement): void {
    location.hash = id || (step ?? '');
    // At once: the browser tells later that the address changed, and one is already answering.
    this.#show(true);
  }

  #tellRecent(): void {
    this.one('[data-recent]').replaceChildren(
      ...this.#recent.flatMap((question) =>
        [...question.querySelectorAll('.known li')].map((line) => line.cloneNode(true)),
      ),
    );
  }

  #answerRecent(act: string): void {
    if (act === 'recent-ask') {
      const [first] = this.#recent;
      this.#recent = [];
      if (first) this.#goTo(first);
      return;
    }
    for (const question of this.#recent) {
      const answer: Answer =
        act === 'recent-right' ? { is: 'right', was: question.dataset['was'] ?? '' } : { is: 'unknown' };
      this.#kept.given[pathOf(question)] = { answer, lines: [] };
    }
    this.#keep();
    this.#next();
  }

  /** What was answered, in the order of the questions. */
  #answered(): Answered[] {
    return this.#questions().flatMap((question) => {
      const given = this.#kept.given[pathOf(question)];
      return given ? [{ question, given }] : [];
    });
  }

  #summarise(): void {
    const answered = this.#answered();
    this.one('[data-summary]').replaceChildren(...summaryOf(answered));
    this.one('.envoi').hidden = answered.every(({ given }) => given.answer.is === 'unknown');
  }

  #outgoing(): Outgoing {
    const { collection = '', slug, title = '', about = '' } = this.dataset;
    const { id, by = 'guest' } = this.#kept;
    const answered = this.#answered().map(({ question, given }) => ({
      path: pathOf(question),
      label: labelOf(question),
      given,
    }));
    return outgoingOf({ id, by, collection, slug, saidOn: this.#today() }, { title, about }, answered);
  }
}

customElements.define('confirm-facts', ConfirmFacts);
