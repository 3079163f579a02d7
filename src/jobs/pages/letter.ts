import { formatDate } from '#domain/date-words.ts';
import { count } from '#domain/numbers.ts';
import { joinWords } from '#domain/french.ts';
import { typeset } from '#domain/typography.ts';
import { entryPath, listPath } from '#content/routes.ts';
import type { MailSettings } from '../mail/env.ts';
import type { Letter, LetterCard, LetterLink } from '../mail/letter.ts';
import type { WatchedPage } from './content.ts';
import type { PageChange } from './memory.ts';

/** The name of the gesture of the CMS that writes a date down (`admin/gestures/names.ts`). */
export const DATE_FELL = 'date-tombee';

/** What changed in the night, for who edits the watch. */
export function lettersOfPages(
  changes: readonly PageChange[],
  pages: readonly WatchedPage[],
  { siteUrl, unsubscribe }: Pick<MailSettings, 'siteUrl' | 'unsubscribe'>,
): Letter {
  const cards = changes.flatMap((change) => {
    const page = pages.find(({ url }) => url === change.url);
    return page ? { dated: hasDates(change), card: cardOf(change, page, siteUrl) } : [];
  });
  const of = (dated: boolean) => cards.filter((each) => each.dated === dated).map(({ card }) => card);
  const parts = [
    { title: 'Des dates ont bougé', cards: of(true), lines: [] },
    { title: 'Le texte a changé, aucune date n’a bougé', cards: of(false), lines: [] },
  ].filter((part) => part.cards.length > 0);
  return {
    subject: typeset(subjectOf(changes)),
    opening: [
      'Bonjour,',
      `Cette nuit, ${cards.length > 1 ? 'des pages officielles que suit notre veille ne disent plus' : 'une page officielle que suit notre veille ne dit plus'} la même chose. Rien n’est changé dans nos fiches : un coup d’œil à la page, puis un geste si la date est tombée.`,
    ].map(typeset),
    parts,
    closing: typeset(
      'Ces dates sont lues par une machine, qui ne sait pas ce qu’elles annoncent : la page du financeur a toujours le dernier mot.',
    ),
    why: {
      title: 'Pourquoi vous recevez cet e-mail',
      sentences: [
        'Le site relit chaque nuit les pages officielles des financements, et n’en garde que les dates et l’empreinte du texte. Une date nouvelle est dite la nuit même ; une date qui disparaît ou un texte qui change, une fois que deux nuits de suite disent la même chose.',
        `Cette adresse est celle des « Alertes de financement » des réglages du site, ou celle du réseau. Pour ne plus recevoir ces messages, écrivez à ${unsubscribe}.`,
      ].map(typeset),
    },
    page: { label: 'Toute la veille', url: siteUrl + listPath('opportunities') },
  };
}

const hasDates = ({ appeared, went }: PageChange): boolean => appeared.length + went.length > 0;

/** A subject that a telephone shows whole. */
function subjectOf(changes: readonly PageChange[]): string {
  const appeared = changes.flatMap((change) => change.appeared);
  const [only] = appeared;
  if (appeared.length === 1 && only !== undefined) return `Une date est apparue : ${sayDate(only)}`;
  if (appeared.length > 1) return count(appeared.length, 'date est apparue', 'dates sont apparues');
  const went = changes.flatMap((change) => change.went).length;
  if (went > 0) return `${count(went, 'date a disparu', 'dates ont disparu')} d’une page officielle`;
  return count(changes.length, 'page officielle a changé', 'pages officielles ont changé');
}

function cardOf({ url, appeared, went }: PageChange, page: WatchedPage, siteUrl: string): LetterCard {
  const { opportunities, funder } = page;
  const [only] = opportunities;
  const isOne = opportunities.length === 1 && only !== undefined;
  const fact = (label: string, dates: readonly string[]) =>
    dates.length === 0 ? [] : [{ label, value: typeset(joinWords(dates.map(sayDate))) }];
  return {
    title: typeset(funder ?? (isOne ? only.title : `Une page, ${count(opportunities.length, 'financement')}`)),
    summary: typeset(
      funder === undefined
        ? appeared.length + went.length > 0
          ? 'La page officielle ne donne plus les mêmes dates.'
          : 'La page officielle n’a plus le même texte ; les dates y sont les mêmes.'
        : `La page d’accueil de ce financeur donne ${appeared.length > 1 ? 'de nouvelles dates' : 'une date de plus'} : est-ce pour l’un de ses financements ?`,
    ),
    facts: [
      ...fact(appeared.length > 1 ? 'Dates apparues' : 'Date apparue', appeared),
      ...fact(went.length > 1 ? 'Dates disparues' : 'Date disparue', went),
    ],
    links: [
      { label: 'La page', url },
      ...opportunities.flatMap(({ slug, title }): LetterLink[] => {
        const which = isOne ? '' : typeset(` : ${title}`);
        return [
          { label: `Notre fiche${which}`, url: siteUrl + entryPath('opportunities', slug) },
          {
            label: `La date est tombée${which}`,
            url: `${siteUrl}/admin/#/collections/opportunities/entries/${slug}?geste=${DATE_FELL}`,
          },
        ];
      }),
    ],
  };
}

/** « 15 janvier 2027 », « janvier 2027 », « 1er mars, sans année ». */
const sayDate = (date: string): string =>
  // Any year says the day and the month.
  date.startsWith('--')
    ? `${formatDate(`2024-${date.slice(2)}`).replace(/ 2024$/, '')} (sans année)`
    : formatDate(date);
