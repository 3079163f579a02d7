import { plainLine } from '#domain/plain-text.ts';

/** A page or a file that a language model may read: its absolute address, and what one finds there. */
interface Link {
  title: string;
  url: string;
  notes?: string | undefined;
}

/** The links of a subject; those of a section that `isOptional` may be left out for want of room. */
export interface Section {
  title: string;
  links: readonly Link[];
  isOptional?: boolean;
}

interface Described {
  title: string;
  /** What the site is, in a sentence. */
  summary: string;
  /** What one should know before reading, a paragraph each. */
  details: readonly string[];
  sections: readonly Section[];
}

/** The site for language models, in the form of https://llmstxt.org: Markdown, a title, a quotation, lists of links. */
export function llmsText({ title, summary, details, sections }: Described): string {
  const told = sections.filter(({ links }) => links.length > 0);
  const blocks = [
    `# ${plainLine(title)}`,
    `> ${plainLine(summary)}`,
    ...details.map(plainLine),
    ...told.filter(({ isOptional }) => !isOptional).map(sectionText),
    ...optionalText(told.filter(({ isOptional }) => isOptional)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const sectionText = ({ title, links }: Section): string =>
  `## ${plainLine(title)}\n\n${links.map(linkText).join('\n')}`;

/** The form knows one optional section, under that English name and last. */
const optionalText = (sections: readonly Section[]): string[] =>
  sections.length === 0 ? [] : [sectionText({ title: 'Optional', links: sections.flatMap(({ links }) => links) })];

const linkText = ({ title, url, notes }: Link): string =>
  `- [${plainLine(title).replace(/[[\]\\]/g, '\\$&')}](${url})${notes ? `: ${plainLine(notes)}` : ''}`;
