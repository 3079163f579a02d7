import { SiteElement } from '#components/site-element.ts';
import { download } from '#forms/download.ts';
import { MAX_MAILTO, mailto } from '#forms/mailto.ts';
import { letterOf, subjectOf, type ProposalLetter } from '../letter.ts';
import { proposalLink } from '../link.ts';
import type { Proposal } from '../proposal.ts';

/** What is to be sent: what people answered, and what of it a person reads. */
export interface Outgoing {
  proposal: Proposal;
  letter: ProposalLetter;
}

/** The name of a file that holds a proposal. */
const fileName = ({ slug, collection, saidOn }: Proposal): string => `proposition-${slug ?? collection}-${saidOn}.json`;

/** The buttons by which a proposal leaves; what it holds is asked of whoever made it when one of them is pressed. */
export class SendProposal extends SiteElement {
  /** Makes what is to be sent; undefined while something is to be corrected, which it shows. */
  outgoing: () => Outgoing | undefined = () => undefined;
  /** Called once it has left, or was handed over. */
  left: () => void = () => undefined;
  #busy = false;

  /** Brings what sends, while there is a network: a module that could not come once may never come again in this page. */
  prepare(): void {
    void Promise.all([import('./post.ts'), import('./check.ts')]).catch(() => undefined);
  }

  connectedCallback(): void {
    this.one('[data-act="send"]').hidden = this.dataset['url'] === undefined;
    this.listen(this, 'click', ({ target }) => {
      const act = target instanceof Element ? target.closest<HTMLElement>('[data-act]')?.dataset['act'] : undefined;
      const made = act === undefined || this.#busy ? undefined : this.outgoing();
      if (!made) return;
      void this.#leave(act, made);
    });
  }

  /** What the CMS would refuse does not leave: it is said here, to who can correct it. */
  async #leave(act: string | undefined, made: Outgoing): Promise<void> {
    this.#busy = true;
    const why = await import('./check.ts').then(
      ({ refusalOf }) => refusalOf(made.proposal),
      () => undefined,
    );
    this.#busy = false;
    if (why !== undefined) this.#say(why);
    else if (act === 'mail') this.#mail(made);
    else if (act === 'file') this.#file(made);
    else await this.#send(made);
  }

  /** Says one of the sentences of the component, with the name of the file where it speaks of it; or other words. */
  #say(name: string, file = ''): void {
    const words = this.querySelector(`[data-say="${name}"]`)?.textContent ?? name;
    this.one('[role=status]').textContent = words.replace('%', file);
  }

  /** With its whole text, else its link alone, else the file to join: a mail program opens addresses up to a length. */
  #mail({ proposal, letter }: Outgoing): void {
    const link = proposalLink(this.dataset['site'] ?? '', JSON.stringify(proposal));
    const to = this.dataset['email'] ?? '';
    const written = (said: ProposalLetter) => mailto(to, subjectOf(said), letterOf(said));
    const fits = [
      written({ ...letter, link }),
      written({ ...letter, changed: letter.changed.map((line) => line.slice(0, 40)), right: [], unknown: [], link }),
    ].find((address) => address.length <= MAX_MAILTO);
    if (fits === undefined) this.#file({ proposal, letter });
    location.href = fits ?? written({ ...letter, changed: [], right: [], unknown: [] });
    this.left();
    this.#say(fits === undefined ? 'joined' : 'mailed', fileName(proposal));
  }

  #file({ proposal }: Outgoing): void {
    download(fileName(proposal), `${JSON.stringify(proposal, null, 2)}\n`);
    this.left();
    this.#say('filed', fileName(proposal));
  }

  async #send({ proposal, letter }: Outgoing): Promise<void> {
    const { site = '', url = '', encoding } = this.dataset;
    const link = proposalLink(site, JSON.stringify(proposal));
    this.#busy = true;
    this.#say('sending');
    const outcome = await import('./post.ts').then(
      ({ post }) =>
        post({
          url,
          encoding: encoding === 'json' ? 'json' : 'form',
          key: proposal.id,
          subject: subjectOf(letter),
          letter: letterOf({ ...letter, link }),
          proposal,
          trap: this.one('input', HTMLInputElement).value,
        }),
      () => 'unreached' as const,
    );
    this.#busy = false;
    if (outcome === 'sent') this.left();
    this.#say(outcome);
  }
}

customElements.define('send-proposal', SendProposal);
