import { formatWhen } from '#domain/date-words.ts';
import { saySeason } from '#domain/deadline-words.ts';
import { deadlineState } from '#domain/deadlines.ts';
import { count } from '#domain/numbers.ts';
import { uncapitalised } from '#domain/french.ts';
import { typeset } from '#domain/typography.ts';
import { entryPath } from '#content/routes.ts';
import { sayChange } from '#funding/changes/change-words.ts';
import type { Change } from '#funding/changes/changes.ts';
import { calendarOf } from '#funding/freshness.ts';
import type { LetterLine, LetterPart } from '../mail/letter.ts';
import type { MailedOpportunity, MailRecipient } from './content.ts';
import { cardOf, titleOf } from './letter-card.ts';
import type { PlannedMail } from './plan.ts';
import type { Item } from './memory.ts';

export interface LetterSetting {
  now: Date;
  opportunities: readonly MailedOpportunity[];
  /** Absolute address of the site, without a final slash. */
  siteUrl: string;
  /** Who is asked to stop the alerts. */
  unsubscribe: string;
  /** Where the recipient asks it by itself. */
  stopUrl?: string | undefined;
}

type PartName = 'reminders' | 'moved' | 'opened' | 'new' | 'permanent' | 'habits' | 'gone';

/** A first message shows that many opportunities without dates, and else counts them. */
const FEW = 3;

const MOVED: readonly Change['kind'][] = ['moved'];
const OPENED: readonly Change['kind'][] = ['opened', 'dated', 'back'];
const NEW: readonly Change['kind'][] = ['new'];

/** Where an item stands: by what a reader would lose first. */
function partOf({ changes, reminders, round }: Item): PartName {
  const has = (kinds: readonly Change['kind'][]) => changes.some(({ kind }) => kinds.includes(kind));
  if (reminders.length > 0) return 'reminders';
  if (round !== undefined) return 'habits';
  // A closing that something follows is not told: what is said to be closed stays so.
  if (has(['withdrawn', 'closed'])) return 'gone';
  if (has(MOVED)) return 'moved';
  return has(OPENED) ? 'opened' : has(NEW) ? 'new' : 'gone';
}

/** The parts of a message, without the empty ones. */
export function partsOf(mail: PlannedMail<MailRecipient>, setting: LetterSetting, today: string): LetterPart[] {
  const parts = Map.groupBy(mail.items, (item) => (isFolded(item, mail, setting) ? 'permanent' : partOf(item)));
  const items = (name: PartName): readonly Item[] => parts.get(name) ?? [];
  const find = (slug: string) => setting.opportunities.find((each) => each.slug === slug);
  const cards = (name: PartName, isMarked = false) =>
    items(name).flatMap((item) => {
      const found = find(item.slug);
      return found ? cardOf(item, found, { recipient: mail.recipient, siteUrl: setting.siteUrl, today, isMarked }) : [];
    });
  const lines = (name: PartName, say: (item: Item, found: MailedOpportunity | undefined) => string) =>
    items(name).map((item): LetterLine => {
      const found = find(item.slug);
      return {
        title: found ? titleOf(found.data) : typeset(item.title ?? item.slug.replaceAll('-', ' ')),
        words: typeset(say(item, found)),
        url: found && setting.siteUrl + entryPath('opportunities', item.slug),
      };
    });
  const all: LetterPart[] = [
    { title: 'À rendre dans les 14 jours', cards: cards('reminders', !mail.first), lines: [] },
    { title: 'Des dates qui changent', cards: cards('moved'), lines: [] },
    { title: 'Ouverts, ou enfin datés', cards: cards('opened', true), lines: [] },
    {
      title: mail.first ? 'Ouverts, ou bientôt' : 'Nouveaux dans votre veille',
      cards: cards('new'),
      lines: [],
    },
    {
      title: 'D’habitude, ce mois-ci et le mois prochain',
      note: typeset(
        'Ces mois sont ceux des années passées : ce ne sont pas des dates. Une question au financeur, et vous saurez si cela revient.',
      ),
      cards: [],
      lines: lines('habits', (item, found) => sayRound(item, found, today)),
    },
    {
      title: 'Clos, retirés ou sans date',
      cards: [],
      lines: lines('gone', (item, found) => sayGone(item, found, mail)),
    },
  ];
  return [...all.filter((part) => part.cards.length + part.lines.length > 0), ...foldedPart(items('permanent'))];
}

/** What is open all year long waits for nobody: a first message counts it. */
const isFolded = (
  item: Item,
  { first, items }: PlannedMail<MailRecipient>,
  { opportunities }: LetterSetting,
): boolean => {
  const isPermanent = ({ slug, reminders }: Item) =>
    reminders.length === 0 && opportunities.find((each) => each.slug === slug)?.data.rhythm === 'permanent';
  return first && isPermanent(item) && items.filter(isPermanent).length > FEW;
};

const foldedPart = (items: readonly Item[]): LetterPart[] =>
  items.length === 0
    ? []
    : [
        {
          title: 'Toute l’année',
          note: typeset(
            `${count(items.length, 'financement', 'financements')} ${items.length > 1 ? 'sont ouverts' : 'est ouvert'} toute l’année : rien ne presse, ils vous attendent dans votre veille, à l’adresse ci-dessous.`,
          ),
          cards: [],
          lines: [],
        },
      ];

/** A habit, never a date. */
function sayRound({ round = {} }: Item, found: MailedOpportunity | undefined, today: string): string {
  const { opensIn, closesIn } = round;
  const words = saySeason({ opensIn, closesIn }, today);
  const state = found && deadlineState(calendarOf(found.data), today);
  return state?.state === 'stale'
    ? `${words}, à reconfirmer, vu ${formatWhen(state.asOf.slice(0, 7))}`
    : `${words}, à confirmer`;
}

/** What is no longer to be answered: closed, without its date, withdrawn, or not for this recipient any more. */
function sayGone(
  { changes }: Item,
  found: MailedOpportunity | undefined,
  { recipient }: PlannedMail<MailRecipient>,
): string {
  if (found && changes.some(({ kind }) => kind === 'withdrawn')) {
    return `ne convient plus ${recipient.about}`;
  }
  return changes.map((change) => uncapitalised(sayChange(change))).join(' ; ');
}
