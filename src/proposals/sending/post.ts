import { wait } from '#forms/envoi.ts';
import { postOf, SUBJECT, TRAP } from '#forms/payload.ts';
import type { SendOutcome } from '#forms/receipt.ts';
import { send } from '#forms/send.ts';
import type { Endpoint } from '#forms/target.ts';
import type { Proposal } from '../proposal.ts';

/** A proposal with what a person reads of it, and where it goes. */
interface Envoi extends Endpoint {
  key: string;
  subject: string;
  letter: string;
  proposal: Proposal;
  /** What the field that people do not see holds. */
  trap: string;
}

/** Sends a proposal to the address that receives forms; its own key tells a repeat from another. */
export const post = ({ url, encoding, key, subject, letter, proposal, trap }: Envoi): Promise<SendOutcome> =>
  send(
    url,
    postOf(
      {
        [SUBJECT]: subject,
        lettre: letter,
        formulaire: 'proposition',
        proposition: { ...proposal },
        'cle-d-envoi': key,
        [TRAP]: trap,
      },
      key,
      { encoding },
    ),
    { fetch: (address, init) => fetch(address, init), wait },
  );
