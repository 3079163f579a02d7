import type { TeamTrouble } from './access.ts';
import type { WhyClosed } from './closed.ts';

/** Why a file of the team stays closed, after « reste fermé : ». */
export const CLOSED_WORDS: Readonly<Record<WhyClosed, string>> = {
  'not-sealed':
    'ce n’est pas un fichier d’équipe, ou il est coupé ; demandez à la personne de l’enregistrer de nouveau',
  later: 'une version plus récente de cette page l’a écrit ; rechargez la page',
  locked: 'une autre phrase l’a fermé, ou il a été changé depuis ; comparez vos phrases avec la personne qui l’a écrit',
  untried:
    'ce navigateur ne garde que de quoi ouvrir les fichiers qu’il connaissait ; retapez la phrase de l’équipe, une fois pour toutes',
  board: 'ce qu’il contient n’est pas un tableau ; demandez à la personne de l’enregistrer de nouveau',
  unread: 'il n’a pas pu être lu, sans doute parce qu’il est en train d’arriver ; nouvel essai dans une minute',
};

/** Why the folder of the team is out of reach, and what to do. */
export const TROUBLE_WORDS: Readonly<Record<TeamTrouble, string>> = {
  refused:
    'Le navigateur refuse l’accès à ce dossier. Choisissez-le de nouveau et acceptez la question ; un dossier du système (Documents entier, Bureau…) est toujours refusé : créez-en un dedans.',
  asks: 'Le navigateur ne rouvre pas ce dossier sans votre accord. Appuyez sur « Rouvrir le dossier » et acceptez sa question ; s’il n’en pose plus, choisissez le dossier de nouveau. En attendant, rien n’y est lu ni écrit ; votre tableau reste dans ce navigateur.',
  gone: 'Le dossier de l’équipe n’est plus là : il a été déplacé, renommé, ou le disque est débranché. Rebranchez-le, ou choisissez-le de nouveau ; votre tableau reste dans ce navigateur.',
  full: 'Le disque de ce dossier est plein : rien n’y a été écrit. Faites de la place, votre tableau reste dans ce navigateur.',
  locked:
    'Cette phrase n’ouvre aucun des fichiers de ce dossier. Vérifiez-la avec l’équipe (majuscules, espaces), ou choisissez un dossier vide pour en commencer un autre. Rien n’y a été écrit.',
  unread:
    'Aucun fichier de l’équipe n’a pu être lu : ils sont sans doute en train d’arriver. Rien n’a été écrit, et votre tableau n’a pas changé. Réessayez dans une minute.',
  ours: 'Le dossier de l’équipe n’a pas pu être lu ou écrit, et votre tableau n’a pas changé. Réessayez ; si cela dure, passez-vous le fichier chiffré.',
};
