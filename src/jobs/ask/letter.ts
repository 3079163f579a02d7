import { formatDay } from '#domain/date-words.ts';
import { confirmPath } from '#content/routes.ts';
import { ofName } from '#domain/of-name.ts';
import { typeset } from '#domain/typography.ts';
import type { MailSettings } from '../mail/env.ts';
import type { Letter } from '../mail/letter.ts';
import type { PlannedAsking } from './plan.ts';

export interface AskSetting extends Pick<MailSettings, 'siteUrl' | 'unsubscribe'> {
  /** Who asks. */
  organisation: string | undefined;
}

/** What is asked of a cantine: what we believe in a few lines, and one link. */
export function letterOfAsking(mail: PlannedAsking, { siteUrl, unsubscribe, organisation }: AskSetting): Letter {
  const { recipient, beliefs, after } = mail;
  const isReminder = after.remindedOn !== undefined;
  const isTeam = recipient.data.status === 'preparing';
  const place = `${isTeam ? 'future cantine' : 'cantine'} ${ofName(recipient.name)}`;
  return {
    subject: typeset(`${isReminder ? 'Petit rappel — ' : ''}${subjectOf(mail)}`),
    opening: ['Bonjour,', ...openingOf(mail, place)].map(typeset),
    parts: [
      {
        title: 'Ce que nous croyons',
        cards: [],
        lines: beliefs.map(({ label, words }) => ({ title: typeset(label), words: typeset(words), url: undefined })),
      },
    ],
    page: {
      label: isTeam ? 'Donner des nouvelles' : 'Dire ce qui est juste',
      url: siteUrl + confirmPath(recipient.slug),
      isButton: true,
    },
    closing: typeset(
      isTeam
        ? 'Merci, et courage pour la suite : on vous garde une place à table.'
        : 'Merci : grâce à vous, personne ne trouve porte close. À bientôt à table !',
    ),
    why: {
      title: 'Pourquoi vous recevez cet e-mail',
      sentences: [
        `Nous sommes ${organisation ?? 'le réseau des Petites Cantines'}, et nous tenons à jour ce que le site dit de la ${place}. Cette adresse est celle que donne sa fiche.`,
        'Nous écrivons au plus une fois par trimestre et un mois avant la rentrée, avec un seul rappel ; jamais pendant vos fermetures, et plus du tout tant que tout est confirmé. Rien dans ce message ne nous dit si vous l’avez ouvert.',
        `Pour ne plus recevoir ces demandes, écrivez « stop » à ${unsubscribe}.`,
      ].map(typeset),
    },
  };
}

/** A subject that a telephone shows whole. */
function subjectOf({ recipient: { name, data }, occasion, beliefs }: PlannedAsking): string {
  if (data.status === 'preparing') return `${name} : où en est votre cantine ?`;
  if (occasion.season !== undefined) return `${name} : et à la ${seasonName(occasion.season)} ?`;
  const isKnown = beliefs.find(({ fact }) => fact === 'openingHours')?.isKnown ?? true;
  return isKnown ? `${name} : est-ce toujours juste ?` : `${name} : quand vient-on manger chez vous ?`;
}

/** September is when everybody comes back. */
const seasonName = (day: string): string => (/-0[89]-/.test(day) ? 'rentrée' : 'reprise');

function openingOf({ recipient, occasion, after }: PlannedAsking, place: string): string[] {
  const isTeam = recipient.data.status === 'preparing';
  const what = isTeam
    ? `Voici ce que le site dit de la ${place}.`
    : `Voici ce que lit qui veut venir manger à la ${place}.`;
  const ask = isTeam
    ? 'Avez-vous ouvert ? Qu’est-ce qui a changé ? Quelques appuis suffisent, sans compte ni mot de passe.'
    : 'C’est juste ? Un appui suffit. Quelque chose a changé, ou nous manque ? Une minute, sans compte ni mot de passe.';
  if (after.remindedOn !== undefined) {
    return [
      `Le ${formatDay(after.askedOn)}, nous vous posions cette question ; elle est peut-être restée sous une pile d’assiettes. Si vous avez répondu depuis, merci : quelqu’un du réseau va vous lire.`,
      `${what} ${ask}`,
    ];
  }
  const season = occasion.season !== undefined && !isTeam ? `La ${seasonName(occasion.season)} approche. ` : '';
  return [`${season}${what} ${ask}`];
}
