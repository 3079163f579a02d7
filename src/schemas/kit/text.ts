import { z } from 'zod';
import type { FieldMeta } from './meta.ts';
import { dayOf } from './moments.ts';
import { says, scalar, type FieldOptions } from './scalar.ts';
import { isReadable, strayIn, withSignsShown, type Fault } from './signs.ts';
import { countMarkdownWords } from './words.ts';

interface TextOptions extends FieldOptions {
  /** In signs; a default for each kind of text (`MAX_LENGTH`). */
  maxLength?: number;
  default?: string;
}

interface MarkdownTextOptions extends TextOptions {
  /** The most words that a reader sees; as many as the signs allow when nothing is said. */
  maxWords?: number;
}

/**
 * Text that Decap writes without quotes and that our YAML reader takes for a number or a moment:
 * Decap's YAML is 1.2, js-yaml also knows binary numbers and timestamps.
 */
const LOOKS_OTHERWISE = /^(?:[-+]?0b[01_]+|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d.*)$/;

/**
 * The most signs of a text that says nothing of its length, by kind: several times what people write. A page, a feed
 * and a share image are made for texts, not for files.
 */
export const MAX_LENGTH = { line: 250, paragraph: 1000, markdown: 8000, address: 2000, email: 254 } as const;

type TextMeta = Extract<FieldMeta, { kind: 'text' }>;

interface TextRules extends Partial<Omit<TextMeta, 'kind' | 'maxLength'>> {
  shape: TextMeta['shape'];
  expected: string;
  maxLength: number;
  /** What the pattern cannot say. */
  holds?: ((value: string) => boolean) | undefined;
}

function textField<O extends TextOptions>(
  options: O,
  { holds, maxLength: most, ...text }: TextRules,
  normalise: (raw: unknown) => unknown = dayOf,
) {
  const { label, hint, maxLength = most } = options;
  const remedy = text.remedy ?? `Écrivez du texte dans « ${label} ».`;
  // The form always writes text; only a file edited by hand holds a number or a date here.
  const value = z
    .string({
      error: says(
        label,
        `${remedy} Dans le fichier, mettez la valeur entre guillemets : sans eux, elle est lue comme un nombre ou une date.`,
      ),
    })
    .max(maxLength, {
      abort: true,
      error: ({ input }) =>
        `Raccourcissez « ${label} » : ${typeof input === 'string' ? input.length : 'trop de'} signes, ${maxLength} au plus.`,
    })
    .check(({ value: read, issues }) => {
      const stray = strayIn(read, { lines: text.shape !== 'line' });
      if (stray) issues.push(issueOf(read, stray));
      else if (text.pattern) {
        const isRight = text.pattern.test(read) && (holds?.(read) ?? true);
        if (!isRight) issues.push({ code: 'custom', input: read, message: remedy });
      } else if (LOOKS_OTHERWISE.test(read)) {
        issues.push({
          code: 'custom',
          input: read,
          message: `Ajoutez un mot dans « ${label} » : seule, cette valeur serait relue comme un nombre ou une date.`,
        });
      } else if (!isReadable(read)) issues.push(issueOf(read, nothingToRead(read, label)));
      const tooMany = text.maxWords === undefined ? undefined : tooManyWords(read, label, text.maxWords);
      if (tooMany) issues.push(issueOf(read, tooMany));
    });
  const meta: FieldMeta = {
    kind: 'text',
    label,
    hint,
    required: options.required ?? false,
    maxLength,
    default: options.default,
    ...text,
  };
  return scalar<string, O>(options, meta, value, normalise);
}

const issueOf = (input: string, { found, expected, remedy }: Fault) => ({
  code: 'custom' as const,
  input,
  message: remedy,
  params: { found, expected },
});

const nothingToRead = (text: string, label: string): Fault => ({
  found: `« ${withSignsShown(text).slice(0, 40)} », où rien ne se lit`,
  expected: 'des mots',
  remedy: `Écrivez des lettres ou des chiffres dans « ${label} », ou videz ce champ s’il est facultatif.`,
});

function tooManyWords(text: string, label: string, most: number): Fault | undefined {
  const words = countMarkdownWords(text);
  if (words <= most) return undefined;
  const more = words - most;
  return {
    found: `${words} mots`,
    expected: `${most} mots au plus`,
    remedy: `Retirez au moins ${more} mot${more > 1 ? 's' : ''} de « ${label} ».`,
  };
}

/** One line of text. */
export const text = <const O extends TextOptions>(options: O) =>
  textField(options, { shape: 'line', expected: 'une ligne de texte', maxLength: MAX_LENGTH.line });

/** A few plain sentences, line breaks allowed. */
export const paragraph = <const O extends TextOptions>(options: O) =>
  textField(options, { shape: 'paragraph', expected: 'un court texte', maxLength: MAX_LENGTH.paragraph });

/** Text with Markdown marks (links, lists, emphasis). */
export const markdown = <const O extends MarkdownTextOptions>(options: O) =>
  textField(options, {
    shape: 'markdown',
    maxWords: options.maxWords,
    expected: 'un texte mis en forme (Markdown)',
    maxLength: MAX_LENGTH.markdown,
  });

interface PatternOptions extends FieldOptions {
  /** Anchored with ^ and $. */
  pattern: RegExp;
  expected: string;
  remedy: string;
  examples: readonly string[];
  default?: string;
  maxLength?: number;
  /** What the pattern cannot say: that an address is one, for instance. */
  holds?: (value: string) => boolean;
}

/** Text that follows a pattern of the field's own. */
export const patterned = <const O extends PatternOptions>(options: O) => {
  const { pattern, expected, remedy, examples, holds } = options;
  return textField(options, {
    shape: 'line',
    pattern,
    expected,
    remedy,
    examples,
    holds,
    maxLength: MAX_LENGTH.line,
  });
};

/** True for a whole address that browsers and `new URL` understand: what follows it may rely on it. */
export function isAddress(text: string): boolean {
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
}

/** A web address in http or https; `javascript:`, `data:` and the like are refused. */
export const url = <const O extends FieldOptions>(options: O) =>
  textField(options, {
    shape: 'line',
    pattern: /^https?:\/\/[^\s/$.?#\\][^\s<>"\\]*$/i,
    holds: isAddress,
    maxLength: MAX_LENGTH.address,
    expected: 'une adresse web qui commence par https:// ou http://',
    remedy: `Copiez l’adresse entière depuis la barre du navigateur, par exemple https://exemple.org/page. Les adresses « javascript: », « data: » ou sans « https:// » sont refusées.`,
    examples: ['https://exemple.org/page', 'https://exemple.org/recherche?q=a&b=%C3%A9#titre'],
  });

/** A web address, or a page of this site (`/guides/…`). */
export const link = <const O extends FieldOptions>(options: O) =>
  textField(options, {
    shape: 'line',
    pattern: /^(?:https?:\/\/[^\s/$.?#\\][^\s<>"\\]*|\/(?!\/)[^\s<>"\\]*)$/i,
    holds: (address) => address.startsWith('/') || isAddress(address),
    maxLength: MAX_LENGTH.address,
    expected: 'une adresse web, ou une page du site qui commence par /',
    remedy: `Écrivez une adresse entière (https://exemple.org/page) ou une page du site (/cantines/). Les adresses « javascript: » ou « data: » sont refusées.`,
    examples: ['https://exemple.org/page', '/cantines/'],
  });

/**
 * One e-mail address, written as all programs write it. What a link `mailto:` would obey is left out, whatever RFC 5321
 * allows: `?`, `&` and `%` there begin or hide other recipients and a text.
 */
export const EMAIL = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z]{2,}$/i;

/** An e-mail address. */
export const email = <const O extends FieldOptions>(options: O) =>
  textField(options, {
    shape: 'line',
    pattern: EMAIL,
    maxLength: MAX_LENGTH.email,
    expected: 'une adresse e-mail',
    remedy: `Écrivez une seule adresse, avec une arobase, sans espace ni accent ni « ? », par exemple bonjour@exemple.org.`,
    examples: ['bonjour@exemple.org'],
  });

/** A French telephone number, kept in groups of two digits: `04 26 64 79 24`. */
export const telephone = <const O extends FieldOptions>(options: O) =>
  textField(
    options,
    {
      shape: 'line',
      maxLength: MAX_LENGTH.line,
      pattern: /^(?:0[1-9]|\+\d{2,3} ?[1-9])(?:[ .-]?\d{2}){4}$/,
      expected: 'un numéro de téléphone à dix chiffres',
      remedy: `Écrivez les dix chiffres deux par deux, par exemple 04 26 64 79 24.`,
      examples: ['04 26 64 79 24', '+33 4 26 64 79 24'],
    },
    (raw) => (typeof raw === 'string' ? raw.replace(/[\u00a0\u202f]/g, ' ') : raw),
  );

/** A French postcode of five digits; a number that lost its leading zero is refused. */
export const postalCode = <const O extends FieldOptions>(options: O) =>
  textField(
    options,
    {
      shape: 'line',
      maxLength: MAX_LENGTH.line,
      pattern: /^\d{5}$/,
      expected: 'cinq chiffres',
      remedy: `Écrivez les cinq chiffres, zéro du début compris, par exemple 01000.`,
      examples: ['01000', '69009', '97400'],
    },
    digitsOf(5),
  );

/** An INSEE code of a commune (or municipal district): five signs, `2A004` in Corsica. */
export const communeCode = <const O extends FieldOptions>(options: O) =>
  textField(
    options,
    {
      shape: 'line',
      maxLength: MAX_LENGTH.line,
      pattern: /^(?:\d{2}|2A|2B)\d{3}$/,
      expected: 'le code INSEE de la commune : cinq signes',
      remedy: `Écrivez le code INSEE de la commune (ce n’est pas le code postal), par exemple 69123 pour Lyon ou 01053 pour Bourg-en-Bresse.`,
      examples: ['69123', '01053', '2A004'],
    },
    digitsOf(5),
  );

/** Reads an unquoted code that YAML made a number, unless its first zero is gone. */
function digitsOf(length: number) {
  return (raw: unknown) => (typeof raw === 'number' && String(raw).length === length ? String(raw) : raw);
}
