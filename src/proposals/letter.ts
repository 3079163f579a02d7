import type { Role } from '#domain/roles.ts';

/** What a proposal says to the person who receives it. */
export interface ProposalLetter {
  /** « Lyon Vaise » */
  title: string;
  /** « la fiche de la cantine Lyon Vaise » */
  about: string;
  /** Who says so, at the head of a sentence; that of a cantine’s fiche unless told. */
  who?: string | undefined;
  by: Role;
  /** « 23 novembre 2026 » */
  saidOn: string;
  /** A line for each thing that changed: `Places à table : 24`. */
  changed: readonly string[];
  /** The names of what still holds, and of what was asked in vain. */
  right: readonly string[];
  unknown: readonly string[];
  source?: string | undefined;
  /** The address that opens it in the CMS; absent when the document goes as a file. */
  link?: string | undefined;
}

const WHO: Readonly<Record<Role, string>> = {
  team: 'L’équipe de la cantine',
  guest: 'Une personne qui y vient',
  network: 'Le réseau',
};

/** The subject of its e-mail: its first signs tell what to do with it. */
export const subjectOf = ({ title, changed }: Pick<ProposalLetter, 'title' | 'changed'>): string =>
  `Proposition\u00a0: ${title}, ${changed.length > 0 ? 'du nouveau' : 'tout est juste'}`;

const list = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [`${title}\u00a0:`, ...lines.map((line) => `– ${line}`), ''] : [];

const inline = (title: string, names: readonly string[]): string[] =>
  names.length > 0 ? [`${title}\u00a0: ${names.join(', ')}.`, ''] : [];

/** The text of its e-mail: what a person reads first, then the address that a program opens. */
export function letterOf(letter: ProposalLetter): string {
  const { about, by, who = WHO[by], saidOn, changed, right, unknown, source, link } = letter;
  return [
    'Bonjour,',
    '',
    `${who} a répondu sur ${about}, le ${saidOn}.`,
    '',
    ...list('Ce qui est nouveau', changed),
    ...inline('Toujours juste', right),
    ...inline('Ce qu’elle ne sait pas', unknown),
    ...(source === undefined ? [] : [`C’est écrit ici\u00a0: ${source}`, '']),
    link === undefined
      ? 'La proposition est dans le fichier joint\u00a0: ouvrez-le dans la rédaction, bouton «\u00a0Propositions\u00a0».'
      : 'Pour la relire et l’accepter dans la rédaction\u00a0:',
    ...(link === undefined ? [] : [link]),
    '',
  ].join('\n');
}
