import { z } from 'zod';
import { addDays } from '#domain/days.ts';
import { formatDate } from '#domain/date-words.ts';
import { addMonths } from '#domain/months.ts';
import { ROLES } from '#domain/roles.ts';
import { isCalendarDate, isOpen, metaAt, metaOf, type FieldMeta, type Fields } from '#schemas/kit/index.ts';
import { decoded, PROPOSAL_FRAGMENT } from './link.ts';
import { openCollection, openFieldAt } from './open.ts';
import { MAX_OTHER, MAX_PROPOSAL, PROPOSAL_VERSION, type Proposal } from './proposal.ts';

const digest = z.string().regex(/^[0-9a-z]{0,12}$/);
const says = z.string().trim().min(1).max(MAX_OTHER);

const answer = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('right'), was: digest }),
  z.strictObject({ is: z.literal('changed'), was: digest, to: z.unknown() }),
  z.strictObject({ is: z.literal('added'), was: digest, to: z.unknown() }),
  z.strictObject({ is: z.literal('other'), was: digest, says }),
  z.strictObject({ is: z.literal('unknown') }),
]);

/** The shape of a proposal, whatever its entry: `proposalSchema` is published, `readProposal` reads by it. */
export const proposalShape = z.strictObject({
  type: z.literal('proposition'),
  version: z.literal(PROPOSAL_VERSION),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  collection: z.string().regex(/^[a-z-]{1,40}$/),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(200)
    .optional(),
  by: z.enum(Object.keys(ROLES) as [keyof typeof ROLES]),
  saidOn: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  source: z
    .string()
    .regex(/^https?:\/\/[^\s<>"]+$/i)
    .max(2000)
    .optional(),
  answers: z.record(z.string().regex(/^[a-zA-Z][\w-]*(?:\.[a-zA-Z][\w-]*){0,2}$/), answer),
});

/**
 * A proposal, or the sentence that says why it is none, `why` being its cause alone; `isCut` where more of the text
 * could make it one.
 */
export type ProposalRead =
  | { proposal: Proposal; refused?: undefined; why?: undefined; isCut?: undefined }
  | { proposal?: undefined; refused: string; why?: string; isCut?: true };

/** Older words are no longer taken: the fact may have changed since, several times. */
const TOO_OLD_MONTHS = 12;

/**
 * Reads a proposal from anything that somebody may paste or send: an address of the CMS, what follows its fragment, or
 * JSON. Nothing of it is trusted: its shape, its size, what it speaks of and each value are those that its page writes.
 * @param today `YYYY-MM-DD`, in France
 */
export function readProposal(text: string, today: string): ProposalRead {
  const signs = text.trim();
  if (signs.length > MAX_PROPOSAL * 1.4)
    return refuse(
      `Ce texte pèse ${Math.ceil(signs.length / 1000)} ko : une proposition en fait moins de ${MAX_PROPOSAL / 1000}`,
    );
  const at = signs.indexOf(PROPOSAL_FRAGMENT);
  const payload = at === -1 ? signs : signs.slice(at + PROPOSAL_FRAGMENT.length);
  const json = payload.startsWith('{') ? payload : decoded(payload);
  if (json === undefined)
    return cut('Ce n’est pas une proposition entière : le lien est coupé, ou ce n’est pas le bon texte');
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return cut('Ce n’est pas une proposition entière : le lien est coupé, ou le fichier est abîmé');
  }
  return readDocument(data, today);
}

function readDocument(data: unknown, today: string): ProposalRead {
  const version = typeof data === 'object' && data !== null && 'version' in data ? data.version : undefined;
  if (typeof version === 'number' && version > PROPOSAL_VERSION)
    return refuse(
      'Cette proposition vient d’une version plus récente du site : rechargez cette page, puis recommencez',
    );
  const read = proposalShape.safeParse(data);
  if (!read.success) {
    const place = read.error.issues[0]?.path.map(String).join('.') ?? '';
    return refuse(
      `Ce document n’a pas la forme d’une proposition${place === '' ? '' : ` (à « ${place.slice(0, 60)} »)`} : il n’a pas été écrit par la page « Confirmer »`,
    );
  }
  const why = wrongIn(read.data, today);
  return why === undefined ? { proposal: read.data } : refuse(why);
}

const refuse = (why: string) => ({ refused: `${why}. Rien n’est changé.`, why });

const cut = (why: string): ProposalRead => ({ ...refuse(why), isCut: true });

function wrongIn(proposal: Proposal, today: string): string | undefined {
  const { collection, slug, by, saidOn, source, answers } = proposal;
  const open = openCollection(collection);
  if (!open) return `Personne ne peut proposer de changer « ${collection} »`;
  if ((slug === undefined) !== (open.takes === 'entries'))
    return slug === undefined
      ? 'Cette proposition ne dit pas de quelle fiche elle parle'
      : 'Cette collection reçoit de nouvelles fiches, pas des corrections';
  if (open.by && !open.by.includes(by)) return 'Une session se propose par l’équipe d’une cantine, ou par le réseau';
  if (open.sourced && source === undefined)
    return 'Cette proposition ne donne pas l’adresse de la page qui annonce la date : sans elle, rien ne peut être vérifié';
  if (!isCalendarDate(saidOn)) return `« ${saidOn} » n’est pas un jour`;
  // A day more: where it was said, midnight may have passed.
  if (saidOn > addDays(today, 1)) return `Cette proposition se dit du ${formatDate(saidOn)}, qui n’est pas encore venu`;
  if (addMonths(saidOn, TOO_OLD_MONTHS) < today)
    return `Cette proposition date du ${formatDate(saidOn)} : depuis, tout a pu changer. Demandez de nouveau`;
  if (Object.keys(answers).length === 0) return 'Cette proposition ne répond à rien';
  for (const [path, each] of Object.entries(answers)) {
    const field = openFieldAt(collection, path);
    if (!field) return `« ${path} » ne se propose pas : seule la rédaction l’écrit`;
    const found = 'to' in each ? wrongValue(field.schema, field.meta, each.is, each.to) : undefined;
    if (found !== undefined) return found;
    if (each.is === 'other' && MARKUP.test(each.says)) return marked(field.meta.label);
  }
  return open.schema && wrongWhole(open.schema, open.fields, answers);
}

/** A new entry is whole, and its fields do not contradict each other. */
function wrongWhole(schema: z.ZodType, fields: Fields, answers: Proposal['answers']): string | undefined {
  const values = Object.entries(answers).flatMap(([path, answer]) => ('to' in answer ? [[path, answer.to]] : []));
  const issue = schema.safeParse(Object.fromEntries(values)).error?.issues[0];
  return issue && saidOf(issue.message, metaAt(fields, issue.path)?.label);
}

const saidOf = (message: string, label: string | undefined): string => {
  const words = message.replace(/[.\s]+$/, '');
  return label === undefined || words.includes(`« ${label} »`) ? words : `« ${label} » : ${words}`;
};

/** What no answer of a person holds: a tag, an address that runs. */
const MARKUP = /<\s*[a-z!/?]|\bjavascript:/i;

const marked = (label: string): string => `« ${label} » contient du code : une réponse est du texte seul`;

function wrongValue(schema: z.ZodType, meta: FieldMeta, is: string, to: unknown): string | undefined {
  if (MARKUP.test(to === undefined ? '' : JSON.stringify(to))) return marked(meta.label);
  if (is === 'added') {
    if (meta.kind !== 'list') return `« ${meta.label} » n’est pas une liste : rien ne s’y ajoute`;
    return wrongOf(meta.item, to, meta.label);
  }
  if (meta.kind !== 'group') return wrongOf(schema, to, meta.label);
  if (typeof to !== 'object' || to === null || Array.isArray(to)) return `« ${meta.label} » n’a pas la forme attendue`;
  for (const [name, part] of Object.entries(to)) {
    const inner = Object.hasOwn(meta.fields, name) ? meta.fields[name] : undefined;
    if (!inner || !isOpen(metaOf(inner)))
      return `« ${meta.label} › ${name} » ne se propose pas : seule la rédaction l’écrit`;
    const found = part === null ? undefined : wrongOf(inner, part, metaOf(inner).label);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wrongOf(schema: z.ZodType, value: unknown, label: string): string | undefined {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue && saidOf(issue.message, label);
}
