import { dayInFrance } from '#domain/days.ts';
import { typeset } from '#domain/typography.ts';
import type { MailRecipient } from './content.ts';
import { partsOf, type LetterPart, type LetterSetting } from './letter-parts.ts';
import { openingOf, subjectOf } from './letter-words.ts';
import type { PlannedMail } from './plan.ts';

/** What a message says, before it becomes text and HTML: both say the same. */
export interface AlertLetter {
  subject: string;
  opening: readonly string[];
  parts: readonly LetterPart[];
  closing: string;
  why: { title: string; sentences: readonly string[] };
  /** The watch on the site. */
  page: { label: string; url: string };
}

export function letterOf(mail: PlannedMail<MailRecipient>, setting: LetterSetting): AlertLetter {
  const { recipient } = mail;
  const today = dayInFrance(setting.now);
  return {
    subject: subjectOf(mail),
    opening: openingOf(mail, today),
    parts: partsOf(mail, setting, today),
    closing: typeset(
      'Le financeur a toujours le dernier mot : vérifiez les dates et les conditions sur sa page avant d’y passer du temps. Bonne récolte, et à bientôt à table !',
    ),
    why: whyOf(recipient, setting.unsubscribe),
    page: { label: recipient.page.label, url: setting.siteUrl + recipient.page.path },
  };
}

function whyOf({ asks, frequency }: MailRecipient, unsubscribe: string): AlertLetter['why'] {
  const rhythm = frequency === 'weekly' ? 'chaque lundi' : 'le premier de chaque mois';
  return {
    title: 'Pourquoi vous recevez cet e-mail',
    sentences: [
      `${asks} des alertes de financement à cette adresse : ce qui change ${rhythm}, le jour même ce qui ne peut pas attendre, et un rappel 14 jours avant chaque date limite.`,
      `Pour les arrêter ou en changer le rythme, écrivez à ${unsubscribe}, ou changez « Alertes de financement » dans l’espace de rédaction du site.`,
    ].map(typeset),
  };
}
