import { dayInFrance } from '#domain/days.ts';
import { deadlineState } from '#domain/deadlines.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { calendarOf } from '#funding/freshness.ts';
import type { Letter } from '../mail/letter.ts';
import type { MailRecipient } from './content.ts';
import { sayFilter } from './filter.ts';
import { partsOf, type LetterSetting } from './letter-parts.ts';
import { openingOf, subjectOf } from './letter-words.ts';
import { isClosed } from './news.ts';
import { suiting, type PlannedMail } from './plan.ts';

export function letterOf(mail: PlannedMail<MailRecipient>, setting: LetterSetting): Letter {
  const { recipient } = mail;
  const today = dayInFrance(setting.now);
  return {
    subject: subjectOf(mail),
    opening: openingOf(mail, today),
    parts: partsOf(mail, setting, today),
    closing: typeset(
      'Le financeur a toujours le dernier mot : vérifiez les dates et les conditions sur sa page avant d’y passer du temps. Bonne récolte, et à bientôt à table !',
    ),
    why: whyOf(recipient, setting, today),
    ...(setting.stopUrl === undefined ? {} : { stop: { label: 'Arrêter ces alertes', url: setting.stopUrl } }),
    page: { label: recipient.page.label, url: setting.siteUrl + recipient.page.path },
  };
}

function whyOf(recipient: MailRecipient, setting: LetterSetting, today: string): Letter['why'] {
  const { asks, frequency } = recipient;
  const rhythm = frequency === 'weekly' ? 'chaque lundi' : 'le premier de chaque mois';
  return {
    title: 'Pourquoi vous recevez cet e-mail',
    sentences: [
      `${asks} des alertes de financement à cette adresse : ce qui change ${rhythm}, le jour même ce qui ne peut pas attendre, et un rappel 14 jours avant chaque date limite.`,
      ...filterOf(recipient, setting, today),
      `Pour les arrêter ou en changer le rythme, écrivez à ${setting.unsubscribe}, ou changez « Alertes de financement » dans l’espace de rédaction du site.`,
    ].map(typeset),
  };
}

/** Which filter the message answers, and how much of what suits it leaves out. */
function filterOf(recipient: MailRecipient, { opportunities }: LetterSetting, today: string): string[] {
  const words = sayFilter(recipient.filter);
  if (words === undefined) return [];
  const left = suiting(recipient, opportunities, today).leftOut.filter(
    ({ data }) => !isClosed(deadlineState(calendarOf(data), today)),
  ).length;
  const found =
    left === 0
      ? 'Il n’a rien laissé de côté à ce jour.'
      : `Il laisse de côté ${count(left, 'financement')} qui ${left > 1 ? 'pourraient' : 'pourrait'} convenir ${recipient.about}.`;
  return [`Ces alertes suivent un filtre : ${words}. ${found}`];
}
