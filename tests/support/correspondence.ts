import type { MailedOpportunity, MailRecipient } from '#jobs/alerts/content.ts';
import { readMailSettings } from '#jobs/mail/env.ts';
import type { AlertState, Item } from '#jobs/alerts/memory.ts';
import { outgoingOf } from '#jobs/alerts/message.ts';
import { planMails } from '#jobs/alerts/plan.ts';
import type { Renames } from '#jobs/alerts/renames.ts';
import { sendAll } from '#jobs/mail/send.ts';
import type { MailOutcome } from '#jobs/mail/smtp.ts';
import { NOTHING_SENT } from '#jobs/alerts/state.ts';
import type { Opportunity } from '#schemas/opportunities.ts';
import { entryOf, readOf } from './entries.ts';

const settings = readMailSettings({ MAIL_FROM: 'veille@reseau.example', SITE_URL: 'https://www.exemple.org' }, false);

export function opportunityOf(slug: string, changes: Readonly<Record<string, unknown>> = {}): MailedOpportunity {
  const data = readOf('opportunities', entryOf('opportunities', { title: slug, ...changes })) as unknown as Opportunity;
  return { slug, data, funder: 'L’ADEME' };
}
export const closing = (slug: string, ...days: string[]) =>
  opportunityOf(slug, { windows: days.map((closesOn) => ({ closesOn })) });

export function recipientOf(frequency: MailRecipient['frequency'], id = 'cantines/vaise'): MailRecipient {
  return {
    id,
    email: `${id.replace('/', '-')}@cantines.example`,
    frequency,
    filter: { types: [] },
    candidate: { audience: 'cantine-ouverte', status: 'open', territory: { commune: '69123' } },
    name: 'Vaise',
    about: 'à la cantine de Vaise',
    asks: 'La fiche de la cantine de Vaise demande',
    page: { label: 'Votre veille', path: '/financements/cantine/vaise/' },
  };
}

/** A mailbox that keeps one message of each identity, as mail programs do, over the runs of a recipient. */
export function correspondence(first: MailRecipient, state: AlertState = NOTHING_SENT) {
  const mailbox = new Map<string, readonly Item[]>();
  return {
    mailbox,
    state: () => state,
    /** One run; what its messages said, in short. `outcome` is the fate of the messages. */
    run: async (
      instant: string,
      opportunities: readonly MailedOpportunity[],
      { recipient = first, outcome = 'accepted', arrives = outcome === 'accepted', renames }: Fate = {},
    ) => {
      const now = new Date(instant.length > 10 ? instant : `${instant}T02:00:00Z`);
      const plan = planMails({ now, recipients: [recipient], opportunities, state, renames });
      state = plan.state;
      const outgoing = plan.mails.map((mail) => outgoingOf(mail, settings, { now, opportunities }));
      await sendAll(outgoing, plan.state.recipients, {
        keep: (recipients) => (state = { ...state, recipients }),
        sending: {
          send: ({ messageId = '' }) => {
            const mail =
              plan.mails.find(({ again }) => again?.messageId === messageId) ?? plan.mails.find(({ again }) => !again);
            if (arrives && !mailbox.has(messageId)) mailbox.set(messageId, mail?.items ?? []);
            return Promise.resolve<MailOutcome>(outcome === 'accepted' ? { is: outcome } : { is: outcome, why: 'x' });
          },
        },
      });
      return plan.mails.map(({ items }) => items.map(say));
    },
  };
}

export interface Fate {
  recipient?: MailRecipient;
  outcome?: MailOutcome['is'];
  arrives?: boolean;
  renames?: Renames;
}

const say = ({ slug, changes, reminders, round }: Item) =>
  [
    slug,
    ...changes.map(({ kind }) => kind),
    ...reminders,
    round && `usual ${round.opensIn ?? ''}–${round.closesIn ?? ''}`,
  ]
    .filter(Boolean)
    .join(' ');
