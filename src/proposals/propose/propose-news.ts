import { SiteElement } from '#components/site-element.ts';
import { formatDate } from '#domain/date-words.ts';
import { dayInFrance } from '#domain/days.ts';
import type { Role } from '#domain/roles.ts';
import { newKey } from '#forms/envoi.ts';
import { watchLists } from '../inputs/lists.ts';
import { partsIn, readPart, readParts } from '../inputs/read.ts';
import { linesOf } from '../inputs/say.ts';
import { firstWrong } from '../inputs/wrong.ts';
import { PROPOSAL_VERSION, type Answer } from '../proposal.ts';
import { SendProposal, type Outgoing } from '../sending/send-proposal.ts';

const WHO: Readonly<Record<Role, string>> = {
  team: 'L’équipe d’une cantine',
  guest: 'Quelqu’un',
  network: 'Le réseau',
};

/** Reads the form of something new, and says what is missing before it leaves. */
class ProposeNews extends SiteElement {
  #id = '';

  connectedCallback(): void {
    this.#id = newKey();
    watchLists(this);
    const sending = this.one('send-proposal', SendProposal);
    sending.outgoing = () => this.#outgoing();
    this.listen(this, 'focusin', () => sending.prepare());
  }

  #outgoing(): Outgoing | undefined {
    const wrong = firstWrong(this);
    const answers = this.#answers();
    const isEmpty = Object.keys(answers).length === 0;
    this.one('[data-fault]').textContent = wrong
      ? 'Il manque quelque chose, ou quelque chose ne va pas\u00a0: c’est dit sous le champ.'
      : isEmpty
        ? 'Donnez au moins une date.'
        : '';
    wrong?.focus();
    if (wrong || isEmpty) return undefined;
    const { collection = '', slug, title = '', about = '' } = this.dataset;
    const by = this.querySelector<HTMLInputElement>('[data-role]:checked')?.value as Role;
    const source = this.querySelector<HTMLInputElement>('[data-source]')?.value.trim();
    const saidOn = dayInFrance(new Date());
    return {
      proposal: {
        type: 'proposition',
        version: PROPOSAL_VERSION,
        id: this.#id,
        collection,
        ...(slug === undefined ? {} : { slug }),
        by,
        saidOn,
        ...(source ? { source } : {}),
        answers,
      },
      letter: {
        title,
        about,
        by,
        who: WHO[by],
        saidOn: formatDate(saidOn),
        changed: this.#parts().flatMap(saidLines),
        right: [],
        unknown: [],
        source,
      },
    };
  }

  #parts(): HTMLElement[] {
    return partsIn(this.one('[data-question]'));
  }

  /** One more item of a list, which has no name, or a value for each field of a new entry. */
  #answers(): Record<string, Answer> {
    const { list, was = '' } = this.dataset;
    const read = readParts(this.one('[data-question]'));
    const held = list === undefined ? read : isGroup(read['']) ? read[''] : {};
    const values = Object.entries(held).filter(([, value]) => says(value));
    if (list === undefined) {
      return Object.fromEntries(
        values.map(([name, value]) => [name, { is: 'changed', was: '', to: withoutNothing(value) } as const]),
      );
    }
    return values.length === 0 ? {} : { [list]: { is: 'added', was, to: Object.fromEntries(values) } };
  }
}

/** The lines of the parts that say something: a new thing has nothing to clear. */
function saidLines(part: HTMLElement): string[] {
  if (!says(readPart(part))) return [];
  return part.dataset['kind'] === 'group' ? partsIn(part).flatMap(saidLines) : linesOf(part);
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const says = (value: unknown): boolean =>
  isGroup(value)
    ? Object.values(value).some(says)
    : Array.isArray(value)
      ? value.length > 0
      : value !== null && value !== false;

/** A group of a new entry has nothing to clear. */
const withoutNothing = (value: unknown): unknown =>
  isGroup(value) ? Object.fromEntries(Object.entries(value).filter(([, part]) => says(part))) : value;

customElements.define('propose-news', ProposeNews);
