import { ofName } from '#domain/of-name.ts';
import { count } from '#domain/numbers.ts';
import type { MailRecipient } from './content.ts';
import type { Sent } from './send.ts';

/** Refusals in a row after which somebody must look. */
const TOO_MANY = 3;

/** True when the job must not pass for a success: a refusal alone is told, three in a row are a failure. */
export const isWorrying = ({ outcome, refusals }: Sent): boolean =>
  outcome.is === 'refused' ? refusals >= TOO_MANY : outcome.is !== 'accepted';

/** The end of a run, for its log: names of entries, no address. */
export function saySummary(sent: readonly Sent[], recipients: readonly MailRecipient[], left = 0): string {
  if (recipients.length === 0) {
    return 'Alertes de financement : personne n’en demande. Le champ « Alertes de financement » est dans les fiches des cantines et dans les réglages.';
  }
  const gone = sent.filter(({ outcome }) => outcome.is === 'accepted').length;
  const failed = sent.length - gone + left;
  const total =
    sent.length + left === 0
      ? `rien à envoyer aujourd’hui (${count(recipients.length, 'destinataire')}).`
      : `${count(gone, 'e-mail parti', 'e-mails partis')}${failed === 0 ? '' : `, ${count(failed, 'non parti', 'non partis')}`}.`;
  const lines = sent.map(sayOne);
  if (left > 0) lines.push(`  ${count(left, 'e-mail attend', 'e-mails attendent')} le prochain passage.`);
  return [...lines, ...sent.filter(isRefusedAgain).map(sayLoudly), `Alertes de financement : ${total}`].join('\n');
}

const isRefusedAgain = ({ refusals }: Sent): boolean => refusals >= TOO_MANY;

const fileOf = ({ id }: MailRecipient): string => (id === 'reseau' ? 'content/settings/site.md' : `content/${id}.md`);

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

const sayLoudly = ({ recipient, refusals }: Sent): string =>
  `ATTENTION : l’adresse ${ofName(recipient.name)} est refusée depuis ${count(refusals, 'passage')}. Personne n’y lit les alertes : corrigez-la ou videz « Alertes de financement » dans ${fileOf(recipient)}.`;

/** When the server could not be reached at all. */
export const sayStopped = (why: string, waiting: number): string =>
  `${why}\nAlertes de financement : rien n’est parti, ${count(waiting, 'e-mail attend', 'e-mails attendent')} le prochain passage.`;

/** The end of a trial. */
export function sayTrial(folder: string, names: readonly string[]): string {
  if (names.length === 0) return 'Essai : aucun e-mail ne partirait aujourd’hui. Rien n’est envoyé ni retenu.';
  return [
    ...names.map((name) => `  ${name}`),
    `Essai : ${count(names.length, 'e-mail écrit', 'e-mails écrits')} dans ${folder}. Rien n’est envoyé ni retenu ; un lecteur de courrier ouvre ces fichiers.`,
  ].join('\n');
}
