import { formatDay } from '#domain/date-words.ts';
import { dayInFrance, daysBetween } from '#domain/days.ts';
import { sayDates, sayLastDay } from '#domain/deadline-words.ts';
import { ANSWER_WORDS, sayReasons } from '#funding/matching/matching-words.ts';
import { matchOpportunity } from '#funding/matching/matching.ts';
import { count } from '#domain/numbers.ts';
import { entryPath } from '#content/routes.ts';
import { typeset } from '#domain/typography.ts';
import { sayAmounts, sayShare } from '#funding/amount-words.ts';
import { OPPORTUNITY_KINDS } from '#schemas/opportunities.ts';
import type { MailedOpportunity, MailRecipient } from './content.ts';
import type { PlannedMail } from './plan.ts';
import type { Item } from './state.ts';

/** An opportunity as the message shows it: every text is typeset, every address absolute. */
export interface LetterOpportunity {
  title: string;
  /** « Nouveau », when the part it stands in does not say so. */
  mark: string | undefined;
  summary: string;
  /** « Date », « Montant »…, each with its words. */
  facts: readonly { label: string; value: string }[];
  /** « Oui », « Peut-être », for whom. */
  answer: string;
  reasons: readonly string[];
  links: readonly { label: string; url: string }[];
}

/** What a message says, before it becomes text and HTML: both say the same. */
export interface AlertLetter {
  subject: string;
  opening: readonly string[];
  parts: readonly { title: string; opportunities: readonly LetterOpportunity[] }[];
  closing: string;
  why: { title: string; sentences: readonly string[] };
  /** The watch on the site. */
  page: { label: string; url: string };
}

export interface LetterSetting {
  now: Date;
  opportunities: readonly MailedOpportunity[];
  /** Absolute address of the site, without a final slash. */
  siteUrl: string;
  /** Who is asked to stop the alerts. */
  unsubscribe: string;
}

export function letterOf(mail: PlannedMail<MailRecipient>, setting: LetterSetting): AlertLetter {
  const { recipient, items, first } = mail;
  const today = dayInFrance(setting.now);
  const reminded = items.filter(({ reminders }) => reminders.length > 0);
  const others = items.filter(({ reminders }) => reminders.length === 0);
  const parts = [
    { title: 'À rendre dans les 14 jours', items: reminded },
    { title: first ? 'Ouverts, ou bientôt' : 'Nouveaux dans votre veille', items: others.filter(isNew) },
    { title: 'De nouvelles dates', items: others.filter((item) => !isNew(item)) },
  ];
  return {
    subject: typeset(`${first ? sayFirst(items) : sayCounts(items)} — ${recipient.name}`),
    opening: openingOf(mail, today),
    parts: parts
      .filter((part) => part.items.length > 0)
      .map(({ title, items: shown }) => ({
        title,
        opportunities: shown.flatMap((item) => opportunityOf(item, mail, setting, today)),
      })),
    closing: typeset(
      'Le financeur a toujours le dernier mot : vérifiez les dates et les conditions sur sa page avant d’y passer du temps. Bonne récolte, et à bientôt à table !',
    ),
    why: whyOf(recipient, setting.unsubscribe),
    page: { label: recipient.page.label, url: setting.siteUrl + recipient.page.path },
  };
}

const MARKS = { new: 'Nouveau', dates: 'Nouvelles dates' } as const;

const isNew = ({ news }: Item): boolean => news === 'new';

function sayFirst(items: readonly Item[]): string {
  const soon = items.filter(({ reminders }) => reminders.length > 0).length;
  const all = `Votre première veille : ${count(items.length, 'financement')}`;
  return soon === 0 ? all : `${all}, dont ${soon} à rendre dans les 14 jours`;
}

function sayCounts(items: readonly Item[]): string {
  const how = (holds: (item: Item) => boolean) => items.filter(holds).length;
  const counts = [
    [how(isNew), 'nouveau financement', 'nouveaux financements'],
    [how(({ news }) => news === 'dates'), 'financement aux dates nouvelles', 'financements aux dates nouvelles'],
    [how(({ reminders }) => reminders.length > 0), 'date limite proche', 'dates limites proches'],
  ] as const;
  return counts.flatMap(([value, one, many]) => (value === 0 ? [] : count(value, one, many))).join(', ');
}

function openingOf({ recipient, first, since, items }: PlannedMail<MailRecipient>, today: string): string[] {
  const { about } = recipient;
  const isNews = items.some(({ news }) => news !== undefined);
  const told = first
    ? `Voici votre première veille : les financements ouverts, ou bientôt, qui conviennent ou pourraient convenir ${about}. Ensuite, nous ne vous écrirons que pour les nouveaux, et 14 jours avant chaque date limite.`
    : isNews
      ? `Voici ce qui est nouveau dans la veille${since === undefined ? '' : ` depuis le ${formatDay(since)}`} et qui convient ou pourrait convenir ${about}.`
      : `Un petit mot pour ne pas laisser passer l’heure : ${items.length === 1 ? 'une date limite approche' : 'des dates limites approchent'} dans votre veille.`;
  return ['Bonjour,', told, `Les jours sont comptés depuis cet e-mail, écrit le ${formatDay(today)}.`].map(typeset);
}

function opportunityOf(
  { slug, news, reminders }: Item,
  { recipient: { candidate, about }, first }: PlannedMail<MailRecipient>,
  { opportunities, siteUrl }: LetterSetting,
  today: string,
): LetterOpportunity[] {
  const opportunity = opportunities.find((each) => each.slug === slug);
  if (!opportunity) return [];
  const { data, funder } = opportunity;
  const match = matchOpportunity(data, candidate, today);
  const amount = [sayAmounts(data.amounts), sayShare(data.fundedShare), data.amounts.note].filter(
    (part) => part !== undefined,
  );
  const fact = (label: string, value: string | undefined) =>
    value === undefined ? [] : [{ label: typeset(label), value: typeset(value) }];
  const days =
    reminders.length > 0
      ? reminders.map((day) => sayLastDay(data, day, daysBetween(today, day))).join(', puis ')
      : sayDates(data, today);
  return [
    {
      title: typeset(data.demo ? `${data.title} (exemple)` : data.title),
      mark: first || reminders.length === 0 ? undefined : news && MARKS[news],
      summary: typeset(data.summary),
      facts: [
        ...fact(reminders.length > 0 ? 'Dernier jour' : 'Dates', days),
        ...fact('Montant', amount.length > 0 ? amount.join(' ; ') : 'non renseigné'),
        ...fact('Type', lower(OPPORTUNITY_KINDS[data.kind])),
        ...fact('Financeur', funder),
        ...fact('À savoir', data.confidence === 'low' ? 'information ancienne ou non datée, à confirmer' : undefined),
      ],
      answer: typeset(
        `${ANSWER_WORDS[match.answer]}, cela ${match.answer === 'yes' ? 'convient' : 'pourrait convenir'} ${about}`,
      ),
      reasons: sayReasons(match, data, candidate).map(typeset),
      links: [
        { label: 'Notre fiche', url: siteUrl + entryPath('opportunities', slug) },
        ...(data.officialUrl === undefined ? [] : [{ label: 'Page officielle', url: data.officialUrl }]),
      ],
    },
  ];
}

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

function whyOf({ asks, frequency }: MailRecipient, unsubscribe: string): AlertLetter['why'] {
  const rhythm = frequency === 'weekly' ? 'chaque lundi' : 'le premier de chaque mois';
  return {
    title: 'Pourquoi vous recevez cet e-mail',
    sentences: [
      `${asks} des alertes de financement à cette adresse : ce qui est nouveau ${rhythm}, et un rappel 14 jours avant chaque date limite.`,
      `Pour les arrêter ou en changer le rythme, écrivez à ${unsubscribe}, ou changez « Alertes de financement » dans l’espace de rédaction du site.`,
    ].map(typeset),
  };
}
