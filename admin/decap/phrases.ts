interface Phrase {
  /** The end of the path of the module, with forward slashes. */
  file: string;
  english: string;
  french: string;
}

const DND = '/@dnd-kit/core/dist/core.esm.js';
const MEDIA = '/decap-cms-core/dist/esm/actions/mediaLibrary.js';

/** What Decap and its libraries say in English where neither a locale nor an option reaches, as their code has it. */
const PHRASES: readonly Phrase[] = [
  {
    file: '/decap-cms-core/dist/esm/components/App/Header.js',
    english: 'alt: "Logo"',
    french: 'alt: "Les Petites Cantines"',
  },
  {
    file: '/decap-cms-ui-default/dist/esm/AuthenticationPage.js',
    english: 'alt: "Logo"',
    french: 'alt: "Les Petites Cantines"',
  },
  {
    file: MEDIA,
    english: '`${existingFile.name} already exists. Do you want to replace it?`',
    french:
      '`Un fichier nommé « ${existingFile.name} » existe déjà. Le remplacer ? Les fiches qui s’en servent montreront le nouveau.`',
  },
  {
    file: MEDIA,
    english: '`Failed to persist media: ${error}`',
    french: '`Le fichier n’a pas pu être envoyé. ${error}`',
  },
  {
    file: MEDIA,
    english: '`Failed to delete media: ${error.message}`',
    french: '`Le fichier n’a pas pu être supprimé. ${error.message}`',
  },
  {
    file: '/decap-cms-widget-relation/dist/esm/RelationControl.js',
    english: "'Loading options…'",
    french: "'Chargement…'",
  },
  {
    file: DND,
    english:
      '"\\n    To pick up a draggable item, press the space bar.\\n    While dragging, use the arrow keys to move the item.\\n    Press space again to drop the item in its new position, or press escape to cancel.\\n  "',
    french:
      '"Pour déplacer un élément, appuyez sur Espace, puis sur les flèches. Espace le pose, Échap le remet où il était."',
  },
  { file: DND, english: '"Picked up draggable item " + active.id + "."', french: '"Élément pris."' },
  {
    file: DND,
    english: '"Draggable item " + active.id + " was moved over droppable area " + over.id + "."',
    french: '"Élément déplacé."',
  },
  {
    file: DND,
    english: '"Draggable item " + active.id + " is no longer over a droppable area."',
    french: '"Élément hors de la liste."',
  },
  {
    file: DND,
    english: '"Draggable item " + active.id + " was dropped over droppable area " + over.id',
    french: '"Élément posé."',
  },
  {
    file: DND,
    english: '"Dragging was cancelled. Draggable item " + active.id + " was dropped."',
    french: '"Déplacement annulé."',
  },
  { file: DND, english: '"Draggable item " + active.id + " was dropped."', french: '"Élément posé."' },
  { file: DND, english: "roleDescription = 'draggable'", french: "roleDescription = 'élément à déplacer'" },
  {
    file: '/@dnd-kit/sortable/dist/sortable.esm.js',
    english: "roleDescription: 'sortable'",
    french: "roleDescription: 'élément à déplacer'",
  },
  {
    file: '/react-toastify/dist/react-toastify.esm.mjs',
    english: 'ariaLabel:s="close"',
    french: 'ariaLabel:s="Fermer"',
  },
];

/**
 * The code of a module with its phrases in French; null for a module that has none.
 * @throws Error when a phrase is no longer where it was: another version of the library says it otherwise.
 */
export function inFrench(code: string, id: string): string | null {
  const path = id.replaceAll('\\', '/').replace(/[?#].*$/, '');
  const phrases = PHRASES.filter(({ file }) => path.endsWith(file));
  if (phrases.length === 0) return null;
  return phrases.reduce((text, { file, english, french }) => {
    if (!text.includes(english)) throw new Error(`${file} no longer says ${english}: admin/decap/phrases.ts`);
    return text.replaceAll(english, () => french);
  }, code);
}
