import { ofName } from '#domain/of-name.ts';
import { count } from '#domain/numbers.ts';
import type { MailJob } from './job.ts';
import type { Sent } from './send.ts';

/** Refusals in a row after which somebody must look. */
const TOO_MANY = 3;

/** True when the job must not pass for a success: a refusal alone is told, three in a row are a failure. */
export const isWorrying = ({ outcome, refusals }: Sent): boolean =>
  outcome.is === 'refused' ? refusals >= TOO_MANY : outcome.is !== 'accepted';

/** The end of a run, for its log: names of entries, no address. */
export function saySummary(job: MailJob, sent: readonly Sent[], left = 0): string {
  const gone = sent.filter(({ outcome }) => outcome.is === 'accepted').length;
  const failed = sent.length - gone + left;
  const total = `${count(gone, 'e-mail parti', 'e-mails partis')}${failed === 0 ? '' : `, ${count(failed, 'non parti', 'non partis')}`}.`;
  const lines = sent.map(sayOne);
  if (left > 0) lines.push(`  ${count(left, 'e-mail attend', 'e-mails attendent')} le prochain passage.`);
  return [...lines, ...sent.filter(isRefusedAgain).map((each) => sayLoudly(each, job)), `${job.title} : ${total}`].join(
    '\n',
  );
}

const isRefusedAgain = ({ refusals }: Sent): boolean => refusals >= TOO_MANY;

/** Where the address of a recipient is. */
export const fileOf = ({ id }: { id: string }): string =>
  id === 'reseau' ? 'content/settings/site.md' : `content/${id}.md`;

function sayOne({ recipient, subject, outcome, refusals }: Sent): string {
  const who = `  ${recipient.name} : `;
  switch (outcome.is) {
    case 'accepted':
      return `${who}parti, « ${subject} »`;
    case 'refused':
      return `${who}${outcome.why}, ${refusals === 1 ? 'une première fois' : `${refusals} fois de suite`}. L’adresse est dans ${fileOf(recipient)} ; nouvel essai au prochain passage.`;
    case 'delayed':
      return `${who}${outcome.why}. Nouvel essai au prochain passage.`;
    case 'unknown':
      return `${who}${outcome.why}. Il est peut-être arrivé : le prochain passage l’enverra à nouveau sous le même identifiant, auquel les messageries le reconnaissent.`;
    case 'stopped':
      return `${who}non parti. ${outcome.why}`;
  }
}

const sayLoudly = ({ recipient, refusals }: Sent, { remedy }: MailJob): string =>
  `ATTENTION : l’adresse ${ofName(recipient.name)} est refusée depuis ${count(refusals, 'passage')}. ${remedy} dans ${fileOf(recipient)}.`;

/** When there is nothing to send. */
export const sayNothing = ({ title }: MailJob, recipients: number): string =>
  `${title} : rien à envoyer aujourd’hui (${count(recipients, 'destinataire')}).`;

/** When the server could not be reached at all. */
export const sayStopped = ({ title }: MailJob, why: string, waiting: number): string =>
  `${why}\n${title} : rien n’est parti, ${count(waiting, 'e-mail attend', 'e-mails attendent')} le prochain passage.`;
