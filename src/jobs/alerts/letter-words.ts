/** The subject of a message, and its first sentences. */
import { formatDate, formatDay } from '#domain/date-words.ts';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { weightiest } from '#funding/changes/change-words.ts';
import { isUrgent, type Change } from '#funding/changes/changes.ts';
import type { MailRecipient } from './content.ts';
import type { Item } from './memory.ts';
import type { PlannedMail } from './plan.ts';

/** What to call each kind of news, by what a reader would lose first. */
const COUNTED: readonly (readonly [Change['kind'], one: string, many: string])[] = [
  ['moved', 'date changée', 'dates changées'],
  ['opened', 'ouverture', 'ouvertures'],
  ['dated', 'financement aux dates annoncées', 'financements aux dates annoncées'],
  ['new', 'nouveau financement', 'nouveaux financements'],
  ['back', 'financement de retour', 'financements de retour'],
  ['undated', 'date retirée', 'dates retirées'],
  ['withdrawn', 'financement retiré', 'financements retirés'],
];

/** A subject that a telephone shows whole. */
const MOST = 3;

export function subjectOf({ first, items, recipient }: PlannedMail<MailRecipient>): string {
  return typeset(`${first ? sayFirst(items) : sayNews(items)} — ${recipient.name}`);
}

function sayFirst(items: readonly Item[]): string {
  const answerable = items.filter(({ round }) => round === undefined).length;
  if (answerable === 0) return `Votre première veille : ${sayHabits(items)}`;
  const soon = items.filter(({ reminders }) => reminders.length > 0).length;
  const all = `Votre première veille : ${count(answerable, 'financement')}`;
  return soon === 0 ? all : `${all}, dont ${soon} à rendre dans les 14 jours`;
}

function sayNews(items: readonly Item[]): string {
  const urgent = items.flatMap(({ changes }) => changes.filter(isUrgent));
  const [change] = urgent;
  if (urgent.length === 1 && items.length === 1 && change?.kind === 'moved') {
    return `Clôture avancée au ${formatDate(change.to)}`;
  }
  // An opportunity counts once, by what weighs most.
  const counts = COUNTED.flatMap(([kind, one, many]) => {
    const value = items.filter(({ changes }) => weightiest(changes)?.kind === kind).length;
    return value === 0 ? [] : count(value, one, many);
  });
  const soon = items.filter(({ reminders }) => reminders.length > 0).length;
  const all = [...counts, ...(soon === 0 ? [] : [count(soon, 'date limite proche', 'dates limites proches')])];
  return all.length === 0 ? sayHabits(items) : all.slice(0, MOST).join(', ');
}

const sayHabits = (items: readonly Item[]): string =>
  count(items.filter(({ round }) => round !== undefined).length, 'habitude à confirmer', 'habitudes à confirmer');

export function openingOf(mail: PlannedMail<MailRecipient>, today: string): string[] {
  return [
    'Bonjour,',
    sayWhy(mail, today),
    `Les jours sont comptés depuis cet e-mail, écrit le ${formatDay(today)}.`,
  ].map(typeset);
}

function sayWhy(mail: PlannedMail<MailRecipient>, today: string): string {
  const { recipient, first, since, items, after, again } = mail;
  const { about } = recipient;
  if (first) {
    return `Voici votre première veille : ce à quoi on peut répondre maintenant ou bientôt, et qui convient ou pourrait convenir ${about}. Ensuite, nous ne vous écrirons que pour ce qui change, et 14 jours avant chaque date limite.`;
  }
  const sinceThen = since === undefined ? '' : ` depuis le ${formatDay(since)}`;
  const earlier = items.filter(({ changes }) => changes.some(isUrgent)).length;
  const isBetweenLetters = again === undefined && after.digestOn !== today;
  if (earlier > 0 && isBetweenLetters) {
    return `${earlier === 1 ? 'Une clôture a été avancée' : 'Des clôtures ont été avancées'} : cela ne pouvait pas attendre la prochaine lettre. Voici ce qui change dans la veille, et qui convient ou pourrait convenir ${about}.`;
  }
  if (items.some(({ changes }) => changes.length > 0)) {
    return `Voici ce qui change dans la veille${sinceThen} et qui convient ou pourrait convenir ${about}.`;
  }
  const reminded = items.filter(({ reminders }) => reminders.length > 0).length;
  if (reminded === 0) return `Voici ce qui revient d’habitude ces jours-ci, et qui pourrait convenir ${about}.`;
  return `Un petit mot pour ne pas laisser passer l’heure : ${reminded === 1 ? 'une date limite approche' : 'des dates limites approchent'} dans votre veille.`;
}
