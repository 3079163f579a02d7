import { citationsOf, namesOf } from '#content/check/citations.ts';
import { citersOf, type EntryIndex, type EntryPlace } from '#content/check/entry-index.ts';
import type { ParseMarkdown } from '#content/check/markdown.ts';
import { entryPath } from '#content/routes.ts';
import { typeset } from '#domain/typography.ts';
import { keepRemoved } from '../known/saved.ts';
import type { Answers } from '../versions/answers.ts';
import type { Entries } from '../write/entries.ts';
import { askRemoval, mustAsk, type NamedEntry, type RemovalAnswer, type RemovalQuestion } from './ask.ts';
import { redirecting } from './redirect.ts';
import { replacing } from './replace.ts';

/** A sentence that follows « La fiche n’a pas pu être supprimée : ». */
class Kept extends Error {
  override name = '';

  constructor(sentence: string) {
    super(typeset(sentence));
  }
}

const SETTINGS: EntryPlace = { collection: 'settings', slug: 'site' };

/** What the deletion of an entry asks first, and mends around it: who points at it, and its address. */
export class Removal {
  readonly #entries: Entries;
  readonly #index: () => Promise<EntryIndex>;
  readonly #parser: () => Promise<ParseMarkdown>;
  readonly #ask: (question: RemovalQuestion) => Promise<RemovalAnswer | undefined>;
  /** What remains to be written once the entry is gone. */
  #after: (EntryPlace & { to: string }) | undefined;

  constructor(
    entries: Entries,
    index: () => Promise<EntryIndex>,
    parser: () => Promise<ParseMarkdown>,
    ask = askRemoval,
  ) {
    this.#entries = entries;
    this.#index = index;
    this.#parser = parser;
    this.#ask = ask;
  }

  /**
   * Asks, and has those that point at the entry point at another.
   * @throws Kept when the entry must stay, or when its editor keeps it
   */
  async before({ collection, slug, title }: NamedEntry, isPublished: boolean): Promise<void> {
    this.#after = undefined;
    const index = await this.#index().catch(() => {
      throw new Kept(
        'on ne sait pas qui y renvoie, le serveur ne répond pas. Vérifiez la connexion, puis recommencez.',
      );
    });
    const others = Object.entries(index[collection] ?? {})
      .filter(([other, { shown }]) => other !== slug && shown === 'shown')
      .map(([other, entry]) => ({ collection, slug: other, title: entry.title }));
    const citers = citersOf(index, { collection, slug });
    const question = { collection, slug, title, citers, others, published: isPublished };
    if (!mustAsk(question)) return;
    const answer = await this.#ask(question);
    if (!answer) throw new Kept('vous avez préféré la garder.');
    if (citers.length > 0) {
      if (answer.replacement === undefined) throw new Kept('d’autres fiches y mènent encore.');
      await this.#replace(citers, { collection, from: slug, to: answer.replacement });
    }
    if (answer.redirect !== undefined) this.#after = { collection, slug, to: answer.redirect };
  }

  /** Leads the address of the entry that has just been deleted to where its editor said. */
  async after(): Promise<void> {
    const redirect = this.#after;
    this.#after = undefined;
    if (!redirect) return;
    const { collection, slug, to } = redirect;
    const from = entryPath(collection, slug);
    // The settings are checked against a site without it.
    keepRemoved([{ collection, slug }]);
    await this.#entries.change([SETTINGS], (settings) => redirecting(settings, from, to), `Mène ${from} à ${to}`);
  }

  async #replace(citers: readonly NamedEntry[], replacement: Parameters<typeof replacing>[1]): Promise<void> {
    const parse = await this.#parser();
    const names = namesOf(replacement.collection, replacement.from);
    const replaced = (answers: Answers, { collection }: EntryPlace) =>
      replacing({ collection, answers }, replacement, parse);
    // All or none: what cannot be mended is told before anything is written.
    for (const citer of citers) {
      const { answers } = await this.#entries.read(citer);
      const { body, ...data } = replaced(answers, citer);
      const left = citationsOf(
        { collection: citer.collection, data, body: typeof body === 'string' ? body : '' },
        parse,
      );
      if (left.some((each) => names.includes(each)))
        throw new Kept(
          `« ${citer.title} » y mène par un lien que l’on n’a pas su changer : ouvrez-la, retirez ce lien, puis recommencez.`,
        );
    }
    await this.#entries.change(citers, replaced, `Remplace ${replacement.from} par ${replacement.to}`);
  }
}
