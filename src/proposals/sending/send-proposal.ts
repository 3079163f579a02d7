import { SiteElement } from '#components/site-element.ts';
import { typeset } from '#domain/typography.ts';
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
    if (why !== undefined) this.#say(`${why}. Rien n’est parti : corrigez, puis recommencez.`);
    else if (act === 'mail') this.#mail(made);
    else if (act === 'file') this.#file(made);
    else await this.#send(made);
  }

  #say(words: string): void {
    this.one('[role=status]').textContent = typeset(words);
  }

  /** With its whole text, else its link alone, else the file to join: a mail program opens addresses up to a length. */
  #mail({ proposal, letter }: Outgoing): void {
    const link = proposalLink(this.dataset['site'] ?? '', JSON.stringify(proposal));
    const to = this.dataset['email'] ?? '';
    const written = (said: ProposalLetter) => mailto(to, typeset(subjectOf(said)), letterOf(said));
    const fits = [
      written({ ...letter, link }),
      written({ ...letter, changed: letter.changed.map((line) => line.slice(0, 40)), right: [], unknown: [], link }),
    ].find((address) => address.length <= MAX_MAILTO);
    if (fits === undefined) this.#file({ proposal, letter });
    location.href = fits ?? written({ ...letter, changed: [], right: [], unknown: [] });
    this.left();
    this.#say(
      fits === undefined
        ? `Joignez au message le fichier « ${fileName(proposal)} », qui vient d’être enregistré, puis envoyez-le. Si rien ne s’est ouvert, écrivez à ${to}.`
        : `Il reste à envoyer le message qui s’est ouvert. Si rien ne s’est ouvert, enregistrez le fichier et écrivez à ${to}.`,
    );
  }

  #file({ proposal }: Outgoing): void {
    download(fileName(proposal), `${JSON.stringify(proposal, null, 2)}\n`);
    this.left();
    this.#say(
      `Le fichier « ${fileName(proposal)} » est enregistré : donnez-le au réseau, qui l’ouvre dans la rédaction.`,
    );
  }

  async #send({ proposal, letter }: Outgoing): Promise<void> {
    const { site = '', url = '', encoding } = this.dataset;
    const link = proposalLink(site, JSON.stringify(proposal));
    this.#busy = true;
    this.#say('Envoi…');
    const outcome = await import('./post.ts').then(
      ({ post }) =>
        post({
          url,
          encoding: encoding === 'json' ? 'json' : 'form',
          key: proposal.id,
          subject: typeset(subjectOf(letter)),
          letter: letterOf({ ...letter, link }),
          proposal,
          trap: this.one('input', HTMLInputElement).value,
        }),
      () => 'unreached' as const,
    );
    this.#busy = false;
    if (outcome === 'sent') this.left();
    this.#say(OUTCOMES[outcome]);
  }
}

const OUTCOMES = {
  sent: 'C’est envoyé. Merci ! Une personne du réseau relit, et la fiche change le jour même ou presque.',
  unreached: 'Le réseau ne répond pas. Vos réponses sont gardées sur cet appareil : réessayez plus tard.',
  silent:
    'L’adresse qui reçoit n’a rien répondu. Vos réponses sont gardées : réessayez, ou passez par l’e-mail ou le fichier.',
  busy: 'Le service qui reçoit est occupé. Vos réponses sont gardées : réessayez dans quelques minutes.',
  broken: 'Le service qui reçoit est en panne. Vos réponses sont gardées : passez par l’e-mail ou le fichier.',
  unsure:
    'Rien ne dit que l’envoi est arrivé. Vos réponses sont gardées : passez par l’e-mail ou le fichier ; un envoi double est reconnu.',
  refused: 'Le service qui reçoit a refusé l’envoi. Vos réponses sont gardées : passez par l’e-mail ou le fichier.',
} as const;

customElements.define('send-proposal', SendProposal);
