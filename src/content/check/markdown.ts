import type { Definition, Image, ImageReference, Link, Nodes, Root, Table } from 'mdast';
import Slugger from 'github-slugger';
import { isReadable, strayIn } from '#schemas/kit/index.ts';
import { MAX_DEPTH, tooDeep, withDepth } from '../markdown-depth.ts';
import { dangerIn, heard, linkVerdict, missingUpload, schemeOf, type LinkContext, type Verdict } from './links.ts';
import { quote } from './problem.ts';

export interface MarkdownProblem extends Verdict {
  /** Line of the text, counted from 1. */
  line: number;
}

export interface MarkdownText {
  /** Every node, in the order of the text. */
  nodes: readonly Nodes[];
  /** The ids that Astro gives to the headings. */
  anchors: ReadonlySet<string>;
  /** What is wrong with the text as a whole, before any of its parts. */
  faults: readonly MarkdownProblem[];
}

/** The tree of a text in the Markdown of the site: `toMdast` of src/content/mdast.ts, or another that reads the same. */
export type ParseMarkdown = (text: string) => Root;

export function readMarkdown(text: string, parse: ParseMarkdown): MarkdownText {
  const root = parse(text);
  const nodes = flatten(root);
  const slugger = new Slugger();
  const anchors = new Set(
    nodes.filter((node) => node.type === 'heading').map((heading) => slugger.slug(textOf(heading))),
  );
  // What is typed as it is has been told already; what is left is written by its number, `&#7;`.
  const strays = strayIn(text, { lines: true }) ? [] : nodes.flatMap((node) => at(node, strayPart(node)));
  const [deep] = [tooDeep(root)].flatMap((node) => (node ? at(node, DEEP) : []));
  return { nodes, anchors, faults: [...(deep ? [deep] : []), ...strays] };
}

const at = (node: Nodes, verdict: Verdict | undefined): MarkdownProblem[] =>
  verdict ? [{ ...verdict, line: node.position?.start.line ?? 1 }] : [];

const flatten = (root: Nodes): Nodes[] => [...withDepth(root)].map(({ node }) => node);

const DEEP: Verdict = {
  found: `plus de ${MAX_DEPTH} citations, listes ou emphases les unes dans les autres`,
  expected: 'un texte à quelques niveaux',
  remedy:
    'Retirez des signes au début de ces lignes (>, -, *) : au-delà de quelques niveaux, personne ne s’y retrouve.',
};

/** A sign that is refused and written by its number, in a paragraph, a title, a cell, a code, what says an image. */
function strayPart(node: Nodes): Verdict | undefined {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return strayIn(textOf(node), { lines: true });
  const parts = [
    node.type === 'code' ? node.value : undefined,
    'title' in node ? node.title : undefined,
    'alt' in node ? node.alt : undefined,
  ];
  return parts.flatMap((part) => (part ? (strayIn(part, { lines: true }) ?? []) : []))[0];
}

function textOf(node: Nodes): string {
  return flatten(node)
    .map((part) => (part.type === 'text' || part.type === 'inlineCode' ? part.value : ''))
    .join('');
}

interface TextContext extends LinkContext {
  /** The ids that its links to `#…` may name. */
  anchors: ReadonlySet<string>;
  /** False where the text stands beside others, or is written as a document. */
  footnotes: boolean;
}

/** All that is refused in a text. */
export function markdownProblems({ nodes, faults }: MarkdownText, context: TextContext): MarkdownProblem[] {
  const drawn = new Set(nodes.flatMap((node) => (node.type === 'imageReference' ? node.identifier : [])));
  let hasHtml = false;
  // The title of the page, or of the part that holds this text.
  let above = 1;
  const ofNodes = nodes.flatMap((node) => {
    const verdicts = [...verdictsOn(node, context, drawn, hasHtml), ...some(skippedLevel(node, above))];
    if (node.type === 'html') hasHtml = true;
    if (node.type === 'heading') above = node.depth;
    return verdicts.flatMap((verdict) => at(node, verdict));
  });
  return [...faults, ...ofNodes];
}

const HEADERS: ReadonlySet<string> = new Set(['yaml', 'toml']);

function verdictsOn(node: Nodes, context: TextContext, drawn: ReadonlySet<string>, hasHtml: boolean): Verdict[] {
  // Sätteri reads a header at the top of any text and shows none of it; `toml` is a node type of its own.
  if (HEADERS.has(node.type) && 'value' in node) return [secondHeader(node.value)];
  switch (node.type) {
    case 'html':
      // A closing tag is told with the tag that it closes.
      return hasHtml && node.value.startsWith('</') ? [] : [htmlVerdict(node.value)];
    case 'heading':
      if (isSilent(node)) return [SILENT_TITLE];
      return node.depth === 1 ? [titleVerdict(textOf(node))] : [];
    case 'link':
      return [...some(linkTo(node.url, context)), ...some(emptyLink(node))];
    case 'definition':
      return drawn.has(node.identifier) ? some(imageAt(node, context)) : some(linkTo(node.url, context));
    case 'image':
      return [...some(imageAt(node, context)), ...some(unspoken(node))];
    case 'imageReference':
      return some(unspoken(node));
    case 'table':
      return some(hugeTable(node));
    case 'footnoteReference':
      return context.footnotes ? [] : [FOOTNOTE];
    default:
      return [];
  }
}

const some = (verdict: Verdict | undefined): Verdict[] => (verdict ? [verdict] : []);

/** A phone shows five columns; each row is filled up to the width of the first, however little it says. */
const MOST_COLUMNS = 20;
const MOST_CELLS = 2000;

function hugeTable({ children: rows }: Table): Verdict | undefined {
  const columns = rows[0]?.children.length ?? 0;
  if (columns <= MOST_COLUMNS && columns * rows.length <= MOST_CELLS) return undefined;
  return {
    found: `un tableau de ${columns} × ${rows.length} cases`,
    expected: `${MOST_COLUMNS} colonnes et ${MOST_CELLS} cases au plus`,
    remedy: 'Retirez des colonnes ou des lignes, ou joignez le tableau comme un document.',
  };
}

const FOOTNOTE: Verdict = {
  found: 'une note de bas de page',
  expected: 'un texte sans note',
  remedy: 'Retirez la note ([^1]) et mettez ses mots entre parenthèses.',
};

function htmlVerdict(html: string): Verdict {
  return {
    found: `${quote(html)}, du HTML`,
    expected: 'du texte et du Markdown seulement',
    remedy: html.startsWith('<!--')
      ? 'Retirez ce commentaire : il serait publié dans la page.'
      : 'Retirez les balises : **gras**, *italique*, [lien](/adresse/), listes et titres ## suffisent. Pour écrire un <, mettez \\ devant.',
  };
}

/** True for a title where there is nothing to read aloud: no letter, no figure, no image that is said. */
const isSilent = (title: Nodes): boolean =>
  !isReadable(textOf(title)) && !flatten(title).some((part) => 'alt' in part && isReadable(part.alt ?? ''));

const SILENT_TITLE: Verdict = {
  found: 'un titre vide',
  expected: 'quelques mots après les #',
  remedy: 'Écrivez le titre, ou retirez ces # : qui lit de titre en titre n’entendrait rien.',
};

function titleVerdict(title: string): Verdict {
  return {
    found: `${quote(title)}, un titre de premier niveau`,
    expected: 'des titres à partir de ##',
    remedy: 'Écrivez ## devant ce titre : la page a déjà le sien, venu du champ « Titre ».',
  };
}

/** A reader who goes from title to title would look for the one that is missing. */
function skippedLevel(node: Nodes, above: number): Verdict | undefined {
  if (node.type !== 'heading' || node.depth <= above + 1) return undefined;
  const right = '#'.repeat(above + 1);
  return {
    found: `${quote(`${'#'.repeat(node.depth)} ${textOf(node)}`)}, un titre qui saute un niveau`,
    expected: above === 1 ? 'un premier titre avec ##' : `${right} au plus, sous un titre ${'#'.repeat(above)}`,
    remedy: `Écrivez ${right} devant ce titre.`,
  };
}

function secondHeader(value: string): Verdict {
  return {
    found: `${quote(value)}, un second en-tête`,
    expected: 'un seul en-tête, en haut du fichier',
    remedy: 'Déplacez ces champs dans le premier en-tête, ou retirez les lignes de tirets (--- ou +++).',
  };
}

function linkTo(url: string, context: TextContext): Verdict | undefined {
  const address = heard(url);
  if (!address.startsWith('#')) return linkVerdict(url, context);
  let id = address.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // A lone % is no code: the id is what is written.
  }
  if (context.anchors.has(id)) return undefined;
  const known = [...context.anchors].map((anchor) => `#${anchor}`);
  return {
    found: `${quote(address)}, une ancre inconnue`,
    expected: 'l’ancre d’un titre de ce texte',
    remedy:
      known.length > 0 ? `Ancres de ce texte : ${known.join(', ')}.` : 'Ce texte n’a pas de titre : retirez le lien.',
  };
}

function emptyLink(link: Link): Verdict | undefined {
  const hasImage = flatten(link).some(({ type }) => type === 'image' || type === 'imageReference');
  if (hasImage || textOf(link).trim()) return undefined;
  return {
    found: `un lien sans texte vers ${quote(link.url)}`,
    expected: 'un texte qui dit où mène le lien',
    remedy: 'Écrivez-le entre les crochets : [Voir la cantine](/cantines/lyon-vaise/).',
  };
}

function unspoken(image: Image | ImageReference): Verdict | undefined {
  if (image.alt?.trim()) return undefined;
  return {
    found: 'une image sans texte de remplacement',
    expected: 'quelques mots qui disent ce que montre l’image',
    remedy: 'Écrivez-les entre les crochets : ![La grande table dressée](/uploads/table.jpg).',
  };
}

function imageAt({ url }: Image | Definition, { addresses }: LinkContext): Verdict | undefined {
  const danger = dangerIn(url);
  if (danger) return danger;
  const address = heard(url);
  const expected = 'une image du site, dont l’adresse commence par /uploads/';
  if (schemeOf(address) || address.startsWith('//')) {
    return {
      found: `${quote(url)}, une image d’un autre site`,
      expected,
      remedy:
        'Déposez l’image dans public/uploads/ : le site ne demande rien à d’autres, pour ne pas livrer ses lecteurs.',
    };
  }
  if (!address.startsWith('/uploads/') || address.includes('..')) {
    return {
      found: quote(url),
      expected,
      remedy: 'Déposez l’image dans public/uploads/ et écrivez /uploads/ devant son nom.',
    };
  }
  const path = address.replace(/[?#].*$/, '');
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return {
      found: `${quote(path)}, avec un % qui n’est suivi d’aucun code`,
      expected,
      remedy: 'Renommez le fichier sans %, ou écrivez %25 à sa place.',
    };
  }
  return addresses.has(decoded) ? undefined : missingUpload(decoded, addresses);
}
