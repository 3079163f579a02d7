import type { TeamTrouble } from './access.ts';
import type { ReadFolder } from './folder.ts';

/** Why a file of the team stays closed, after « reste fermé : ». */
export const CLOSED_WORDS: Readonly<Record<ReadFolder['closed'][number]['why'], string>> = {
  'not-sealed':
    'ce n’est pas un fichier d’équipe, ou il est coupé ; demandez à la personne de l’enregistrer de nouveau',
  later: 'une version plus récente de cette page l’a écrit ; rechargez la page',
  locked: 'cette phrase ne l’ouvre pas, ou il a été changé ; vérifiez la phrase avec la personne qui l’a écrit',
  board: 'ce qu’il contient n’est pas un tableau ; demandez à la personne de l’enregistrer de nouveau',
};

/** Why the folder of the team is out of reach, and what to do. */
export const TROUBLE_WORDS: Readonly<Record<TeamTrouble, string>> = {
  refused:
    'Le navigateur refuse l’accès à ce dossier. Choisissez-le de nouveau et acceptez la question ; un dossier du système (Documents entier, Bureau…) est toujours refusé : créez-en un dedans.',
  gone: 'Le dossier de l’équipe n’est plus là : il a été déplacé, renommé, ou le disque est débranché. Choisissez-le de nouveau.',
  full: 'Le disque de ce dossier est plein : rien n’y a été écrit. Faites de la place, votre tableau reste dans ce navigateur.',
  locked:
    'Cette phrase n’ouvre aucun des fichiers de ce dossier. Vérifiez-la avec l’équipe (majuscules, espaces), ou choisissez un dossier vide pour en commencer un autre. Rien n’y a été écrit.',
  ours: 'Le dossier de l’équipe n’a pas pu être lu ou écrit, et votre tableau n’a pas changé. Réessayez ; si cela dure, passez-vous le fichier chiffré.',
};
