/** A turn that the voice of the network does without: what is seen, and what one says instead. */
interface Wording {
  seen: RegExp;
  instead: string;
}

/** Whole words: `\b` would cut before an accent. */
const turn = (seen: string, instead: string): Wording => ({
  seen: new RegExp(`(?<!\\p{L})(?:${seen})(?!\\p{L})`, 'iu'),
  instead,
});

/** Words of an archivist: the network speaks, and a date stands in its own field or in brackets. */
const ARCHIVIST: readonly Wording[] = [
  turn('non datée?s?|n’est pas datée?', 'donnez l’année, même « vers 2024 », ou n’en parlez pas'),
  turn('n’avons (?:pas|rien) trouvé|n’(?:a|ont) pas été trouvée?s?', 'dites ce que l’on sait, puis à qui demander'),
  turn(
    '(?:n’est|ne sont|n’était|nous (?:est|sont)) pas (?:connu|renseigné)e?s?',
    'dites à qui demander, ou n’en parlez pas',
  ),
  turn('(?:selon|d’après) une page|pages? lues?', 'citez la page dans les sources'),
];

/** A masculine that stands for everybody: one rule for all texts, « celles et ceux » or a neutral turn. */
const GENERIC: readonly Wording[] = [
  turn('(?<!celles et )ceux (?:qui|que|dont|pour qui)', '« celles et ceux qui » ou « qui… »'),
  turn(
    '(?<!mieux manger )(?:à|de|pour|par) tous(?! (?:âges|ces|deux|les|leurs|nos|points|secteurs|ses|trois|vos))',
    '« à tout le monde », « à toutes et à tous »',
  ),
  turn('chacun (?:choisit|donne|fait|paie|peut|prend|vient)', '« on », « chaque personne » ou « qui vient »'),
  turn(
    '(?:aux|des|les|leurs|nos|vos|\\d+) (?:adhérents|administrateurs|citoyens|cuisiniers|habitants|lecteurs|participants|salariés|utilisateurs|visiteurs|voisins)',
    '« les personnes », « le quartier », « qui vient » ou « celles et ceux »',
  ),
];

/** Words that one writes and nobody says. */
const OFFICE: readonly Wording[] = [
  turn('au sein (?:de|du|des|d’\\p{L}+)', '« dans »'),
  turn('dans le cadre (?:de|du|des|d’\\p{L}+)', '« pour », « avec » ou « pendant »'),
  turn('afin (?:de|que|d’\\p{L}+)|en vue (?:de|du|d’\\p{L}+)', '« pour »'),
  turn('le cas échéant', '« s’il le faut », ou rien'),
  turn('(?:mettre|mise?s?) en œuvre', '« faire », « lancer »'),
  turn('effectu(?:er|e|ent|ée?s?)', '« faire »'),
  turn('préalablement|au préalable', '« d’abord », « avant »'),
  turn('susmentionnée?s?|ledit|ladite', 'redites le nom'),
  turn('problématiques?', '« question », « problème »'),
  turn('impact(?:er|ent|ée?s?)', '« changer », « toucher »'),
  turn('délitement|déclinaisons?|suppléer', 'un mot que l’on dit à table'),
];

const WORDINGS = [...ARCHIVIST, ...GENERIC, ...OFFICE];

/** The turns to say otherwise in a text: as they are printed, with what one says instead. */
export function wordingsIn(text: string): { seen: string; instead: string }[] {
  // Whoever types an apostrophe types a straight one.
  const curly = text.replaceAll("'", '’');
  return WORDINGS.flatMap(({ seen, instead }) => {
    const found = seen.exec(curly)?.[0];
    return found === undefined ? [] : { seen: found, instead };
  });
}
