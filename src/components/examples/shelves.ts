/** What shows itself by its examples: a component, or a class of `src/styles/`. */
interface Piece {
  /** `Cloth`, `buttons` */
  name: string;
  /** Its anchor. */
  id: string;
  /** `/src/components/Cloth.examples.astro` */
  file: string;
}

/** Rooms in the order in which one reads them. */
const ROOMS: readonly (readonly [folder: string, label: string])[] = [
  ['/src/styles/', 'Les bases'],
  ['/src/components/scenes/', 'Les dessins'],
  ['/src/components/parts/', 'Les parties d’une page'],
  ['/src/components/', 'Les pièces'],
  ['/src/figures/', 'Les chiffres'],
  ['/src/cantines/', 'Les cantines'],
  ['/src/sessions/', 'Les rendez-vous'],
  ['/src/funding/', 'Les financements'],
  ['/src/', 'Ailleurs'],
];

const SUFFIX = '.examples.astro';

/** Files of examples, by room: a file stands in the narrowest room that holds it. */
export function shelves(files: readonly string[]): { label: string; pieces: Piece[] }[] {
  const narrowest = (file: string) =>
    ROOMS.filter(([folder]) => file.startsWith(folder)).sort(([a], [b]) => b.length - a.length)[0];
  return ROOMS.map((room) => ({
    label: room[1],
    pieces: files
      .filter((file) => file.endsWith(SUFFIX) && narrowest(file) === room)
      .map((file) => {
        const name = file.slice(file.lastIndexOf('/') + 1, -SUFFIX.length);
        return { name, id: `piece-${name.toLowerCase()}`, file };
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
  })).filter(({ pieces }) => pieces.length > 0);
}
