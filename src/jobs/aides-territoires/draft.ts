import { formatDate } from '#domain/date-words.ts';
import { shorten } from '#domain/french.ts';
import { slugOf } from '#domain/slug.ts';
import { typeset } from '#domain/typography.ts';
import type { THEMES } from '#schemas/common.ts';
import { isReadable } from '#schemas/kit/index.ts';
import type { OPPORTUNITY_KINDS } from '#schemas/opportunities.ts';
import type { Aid } from './aid.ts';
import { subThemes } from './categories.ts';
import { markdownOf, aidText } from './markdown.ts';
import { rhythmOf } from './rhythm.ts';
import { aidTerritory } from './territory.ts';
import { expressions, firstIn, holdsOneOf, wordsOf } from './words.ts';

/** An entry as it is written: its front matter in the order of the form, and its text. */
export interface EntryDraft {
  slug: string;
  data: Record<string, unknown>;
  body: string;
  /** Why the import proposes it, what weighs most first; visitors never see it. */
  reasons?: readonly string[];
}

type Kind = keyof typeof OPPORTUNITY_KINDS;
type Theme = keyof typeof THEMES;

/** By the labels of the API: the first that an aid has. */
const KINDS: readonly (readonly [label: string, kind: Kind])[] = [
  ['Subvention', 'subvention'],
  ['Prêt', 'pret'],
  ['Avance récupérable', 'pret'],
  ['Ingénierie', 'accompagnement'],
];

const THEME_WORDS = Object.entries<readonly string[]>({
  'alimentation-durable': ['agriculture et agroalimentaire', 'circuits courts', 'alimentation'],
  'precarite-alimentaire': ['lutte contre la précarité', 'aide alimentaire'],
  'anti-gaspillage': ['gaspillage', 'déchets'],
  'lien-social': ['cohésion sociale', 'lien social', 'isolement'],
  'personnes-agees': ['personnes âgées', 'aînés'],
  'enfance-jeunesse': ['jeunesse', 'enfance', 'famille'],
  sante: ['santé'],
  'quartiers-prioritaires': ['quartiers', 'politique de la ville'],
  ruralite: ['ruralité', 'rural'],
  'vie-associative': ['vie associative', 'bénévolat', 'citoyenneté'],
  emploi: ['emploi', 'insertion'],
  'innovation-sociale': ['économie sociale', 'innovation', 'tiers-lieu'],
  transition: ['transition', 'économie circulaire', 'énergie'],
  inclusion: ['inclusion', 'égalité des chances', 'handicap'],
} satisfies Partial<Record<Theme, readonly string[]>>).map(
  ([theme, near]) => [theme as Theme, expressions(...near)] as const,
);

const SLUG_LENGTH = 60;

const kindOf = ({ is_call_for_project: isOpportunity, aid_types: types }: Aid): Kind => {
  if (isOpportunity === true) return 'appel-a-projets';
  const found = KINDS.find(([label]) => holdsOneOf(types.join(' '), [label]));
  return found?.[1] ?? 'subvention';
};

function themesOf({ categories, name }: Aid): Theme[] {
  const told = wordsOf([...subThemes(categories), name].join(' '));
  return THEME_WORDS.flatMap(([theme, near]) => (firstIn(told, near) === undefined ? [] : theme));
}

/** Only a person who read the funder’s page may trust an entry fully. */
function confidenceOf({ date_updated: updated }: Aid, today: string): 'medium' | 'low' {
  const age = Number(today.slice(0, 4)) - Number(updated?.slice(0, 4) ?? 0);
  return age <= 2 ? 'medium' : 'low';
}

const webUrl = (url: string | null): string | undefined => {
  const parsed = url === null || !URL.canParse(url) ? undefined : new URL(url);
  return parsed && /^https?:$/.test(parsed.protocol) && parsed.href.length <= 2000 ? parsed.href : undefined;
};

const euros = (value: number | null): number | undefined =>
  value === null || !(value >= 1 && value <= 1e12) ? undefined : Math.round(value);

/** What a French text keeps of a keyboard: straight quotes, three dots, a unit against its number. */
const tidy = (text: string): string =>
  text
    .replace(/"([^"]+)"/g, (_, quoted: string) => `« ${quoted.trim()} »`)
    .replace(/\.{3,}/g, '…')
    .replace(/(?<=\d)(?:€|%(?![0-9a-f]{2}))/gi, ' $&');

/** A text of an editor's field: typeset, on one line, cut between words; nothing when there is nothing to read. */
function field(text: string | null, length: number): string | undefined {
  const line = text === null ? '' : shorten(typeset(tidy(aidText(text))), length);
  return isReadable(line) ? line : undefined;
}

function windowsOf({ start_date: start, submission_deadline: end, predeposit_date: before }: Aid) {
  if (start === null && end === null) return [];
  const [opensOn, closesOn] =
    start !== null && end !== null && start > end ? [undefined, end] : [start ?? undefined, end ?? undefined];
  return [{ opensOn, closesOn, note: before === null ? undefined : `prédépôt avant le ${formatDate(before)}` }];
}

/** The name of an entry's file: the first words of the aid's name, and its number so that two never share it. */
export function slugFor({ id, name }: Aid): string {
  const whole = slugOf(name, Infinity);
  const start = whole.length > SLUG_LENGTH ? whole.slice(0, SLUG_LENGTH + 1).replace(/-[^-]*$/, '') : whole;
  return `${start.slice(0, SLUG_LENGTH) || 'aide'}-at-${id}`;
}

/**
 * An aid as a draft for our watch.
 * @param base where Aides-territoires is
 * @param funder the slug of the funder's entry
 * @param reasons why it was kept
 */
export function draftOf(
  aid: Aid,
  { base, funder, today, reasons }: { base: string; funder: string; today: string; reasons: readonly string[] },
): EntryDraft {
  const [, ...others] = aid.financers;
  const share = aid.subvention_rate_upper_bound ?? aid.subvention_rate_lower_bound;
  const page = new URL(aid.url, base).href;
  const official = webUrl(aid.origin_url);
  const form = webUrl(aid.application_url);
  const imported = webUrl(aid.import_data_url);
  const because = reasons.flatMap((reason) => field(reason, 200) ?? []);
  const data = {
    title: field(aid.name, 140) ?? `Aide ${aid.id}`,
    summary: field(aid.description, 240) ?? 'Une aide relevée sur Aides-territoires, à relire avant de la publier.',
    kind: kindOf(aid),
    funder,
    coFunders: field(others.join(', '), 200),
    audience: ['cantine-ouverte', 'cantine-en-montage'],
    territory: dropEmpty({ ...aidTerritory(field(aid.perimeter, 250) ?? null, aid.perimeter_scale) }),
    themes: themesOf(aid),
    eligibility: dropEmpty({ text: field(aid.eligibility, 600) }),
    amounts: dropEmpty({
      max: euros(aid.loan_amount) ?? euros(aid.recoverable_advance_amount),
      note: field(aid.subvention_comment, 400),
    }),
    fundedShare: share !== null && share >= 1 && share <= 100 ? Math.round(share) : undefined,
    windows: windowsOf(aid).map(dropEmpty),
    rhythm: rhythmOf(aid),
    officialUrl: official,
    formUrl: form === official ? undefined : form,
    confidence: confidenceOf(aid, today),
    origin: { provider: 'aides-territoires', id: String(aid.id), reasons: because },
    sources: [
      dropEmpty({
        url: page,
        title: 'Aides-territoires (Licence Ouverte 2.0)',
        publishedOn: aid.date_updated?.slice(0, 10),
        readOn: today,
      }),
      ...(imported ? [dropEmpty({ url: imported, title: field(aid.import_data_mention, 200), readOn: today })] : []),
    ],
    draft: true,
  };
  const body = [
    ...part('Ce que dit le financeur', markdownOf(aid.description ?? '')),
    ...part('Qui peut répondre', markdownOf(aid.eligibility ?? '')),
  ];
  return { slug: slugFor(aid), data: dropEmpty(data), body: body.join('\n\n'), reasons: because };
}

/** Long texts stop after a whole paragraph: the rest is on the page of the aid. */
const LONGEST_PART = 15_000;

function part(title: string, markdown: string): string[] {
  if (!isReadable(markdown)) return [];
  const paragraphs = markdown.split('\n\n');
  let length = 0;
  const kept = paragraphs.filter((paragraph) => (length += paragraph.length + 2) <= LONGEST_PART);
  return [`## ${title}\n\n${[...kept, ...(kept.length < paragraphs.length ? ['…'] : [])].join('\n\n')}`];
}

/** Without the fields that say nothing. */
function dropEmpty(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) =>
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0) &&
        !(typeof value === 'object' && value !== null && Object.keys(value).length === 0),
    ),
  );
}
