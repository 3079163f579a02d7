/** A picture of the guide, drawn from the CMS by `npm run draw:guide`. */
export interface Picture {
  /** Of its file, and of the scene that draws it (tests/guide/walks/). */
  name: string;
  /** The title of the part of the guide that it goes with; elsewhere, it stands at the end. */
  under: string;
  /** What it shows, for who does not see it. */
  alt: string;
  /** Told under it. */
  caption: string;
}

const under = (
  title: string,
  pictures: readonly (readonly [name: string, caption: string, alt: string])[],
): Picture[] => pictures.map(([name, caption, alt]) => ({ name, under: title, caption, alt }));

/** In the order of the guide, and of the steps in each part. */
export const PICTURES: readonly Picture[] = [
  ...under('Ouvrir la rédaction', [
    [
      'login',
      'L’entrée',
      'Le dessin de la table des Petites Cantines et, dessous, le bouton « Se connecter », entouré.',
    ],
    [
      'day',
      'Le tableau du jour',
      'Deux lignes du tableau du jour : le nom d’un financement, « Ouvre d’habitude en décembre », et le bouton « La date est tombée ».',
    ],
  ]),
  ...under('Fermer une cantine pour les vacances', [
    ['close-card', '1. Gestes', 'Trois cantines dans la liste ; à droite de Metz, le bouton « Gestes » est entouré.'],
    [
      'close-choose',
      '2. Fermer du… au…',
      'Les gestes proposés pour Metz : « Fermer du… au… », entouré, « Vérifié aujourd’hui » et « Changer l’adresse de sa page ».',
    ],
    [
      'close-days',
      '3. Les jours',
      'Quatre raccourcis (aujourd’hui, demain, jusqu’à dimanche, la semaine prochaine), les deux dates remplies, la raison, et le bouton « Fermer », entouré.',
    ],
    [
      'close-done',
      'C’est fait',
      'Le bas de l’écran dit que Metz est fermée du 30 novembre au 6 décembre 2026, avec « Défaire ».',
    ],
  ]),
  ...under('Confirmer plusieurs fiches d’un coup', [
    [
      'confirm',
      'Les fiches à cocher',
      'La fenêtre des gestes : « Cantines », « Vérifié aujourd’hui », et une liste où Annecy, Antony et Bordeaux sont cochées ; « Continuer » est entouré.',
    ],
  ]),
  ...under('Répéter, reporter, dire complet', [
    [
      'session-gestures',
      'Les gestes d’une session',
      'Les gestes d’une session : complet, reporter, prolonger les inscriptions, répéter chaque semaine, annuler, vérifié aujourd’hui, changer l’adresse.',
    ],
    [
      'session-repeat',
      'Répéter',
      'Une seule question, « Jusqu’au », remplie avec une date ; le bouton « Répéter chaque semaine » est entouré.',
    ],
    [
      'session-postpone',
      'Reporter',
      'Une seule question, « Nouveau jour », à laisser vide si le jour n’est pas fixé ; le bouton « Reporter » est entouré.',
    ],
  ]),
  ...under('Noter une date qui vient de tomber', [
    [
      'date-fell',
      'La date est tombée',
      'Trois questions : « Ouvre le », vide, « Clôt le », 15 mars 2027, et la page où la date est écrite ; le bouton « La date est tombée » est entouré.',
    ],
  ]),
  ...under('Accepter une proposition', [
    [
      'proposal',
      'Ce qui change, ce qui tient',
      'Une fenêtre sur Metz : ce que la fiche dit aujourd’hui et ce que l’équipe propose, l’un sous l’autre, puis ce qui est toujours juste, chaque ligne avec sa case cochée ; le bouton « Accepter les réponses » est entouré.',
    ],
  ]),
  ...under('Changer une fiche, puis publier', [
    [
      'sections',
      'Plié par sujet',
      'Trois titres de la fiche de Metz, pliés : « Où elle est », entouré, les contacts et le prix, l’accueil à table ; sous chacun, ce qui y est rempli.',
    ],
    [
      'publish',
      'Publier, puis Publier maintenant',
      'Le bouton « Publier » ouvert sur son menu, dont « Publier maintenant » est la première ligne.',
    ],
    [
      'preview',
      'L’aperçu',
      'À gauche le formulaire d’Annecy, dont le résumé vient d’être changé ; à droite la page d’Annecy comme sur un téléphone, avec ce résumé.',
    ],
  ]),
  ...under('Ajouter une cantine', [
    [
      'commune',
      'La commune',
      'Le champ où chercher une commune, où l’on a tapé « metz » ; dessous, trois communes dont le nom commence ainsi, avec leur département et leur code postal.',
    ],
    [
      'week',
      'La semaine',
      'Le mardi de la grille : un « + » pour cuisiner ; pour manger, deux heures à écrire, le service « Midi » et la croix qui le retire ; en haut, « Copier sur… ».',
    ],
  ]),
  ...under('Ajouter un financement et son financeur', [
    [
      'funder-create',
      '1. Créer : financeur',
      'Le champ « Financeur », vide ; dessous, le bouton « Créer : financeur », entouré.',
    ],
    [
      'funder-new',
      '2. Cinq questions',
      'Les questions sur le nouveau financeur, remplies : nom, résumé, type, échelle, nom du territoire ; le bouton « Créer » est entouré.',
    ],
  ]),
  ...under('Mettre une photo dans un texte', [
    ['photo-insert', '1. Le signe plus', 'Les boutons du texte ; sous le signe plus, le mot « Image ».'],
    [
      'photo-library',
      '2. Choisir',
      'La médiathèque, où une photo de table dressée est choisie ; le bouton « Choisir » est entouré.',
    ],
    [
      'photo-told',
      '3. La décrire',
      'La photo dans le texte ; dessous, le champ « Ce que montre l’image », entouré, dit : « Une longue table dressée, avant l’arrivée des convives. »',
    ],
  ]),
  ...under('Le site met quelques minutes à changer', [
    [
      'saved',
      'Enregistré',
      'Au bas de l’écran : « Enregistré », le site se construit, cela peut prendre quelques minutes.',
    ],
    ['online', 'En ligne', 'Au bas de l’écran : « En ligne », avec le nom de la fiche.'],
  ]),
  ...under('L’enregistrement est refusé', [
    [
      'field-refused',
      'Ce qui est à corriger',
      'Le champ « Résumé », vide, bordé de rouge, avec la phrase qui dit quoi faire ; un message rouge la répète : rien n’est enregistré.',
    ],
  ]),
  ...under('La publication est refusée', [
    [
      'build-refused',
      'Refusé',
      'Au bas de l’écran : « Refusé », le fichier, le champ « Téléphone », ce qu’il faut y écrire, et le lien « Ouvrir la fiche ».',
    ],
  ]),
  ...under('Une photo est refusée', [
    [
      'photo-refused',
      'Une photo HEIC',
      'Une fenêtre dit qu’une photo HEIC n’a pas été ajoutée, quel réglage changer sur un iPhone, et comment convertir celle-ci en JPEG.',
    ],
  ]),
  ...under('Un texte n’est pas enregistré', [
    [
      'kept',
      'Le texte attend',
      'Une bande : un texte non enregistré vous attend, avec « Reprendre ce texte », entouré, « Le jeter », et le résumé de la fiche comparé au vôtre.',
    ],
  ]),
  ...under('Deux personnes écrivent dans la même fiche', [
    [
      'two-editors',
      'Les deux versions',
      'Une fenêtre montre les deux résumés l’un sous l’autre, puis trois boutons : continuer d’écrire, prendre l’autre version, garder mon texte et remplacer l’autre.',
    ],
  ]),
  ...under('On supprime une fiche que d’autres citent', [
    [
      'removal',
      'Qui y mène',
      'Avant de supprimer « Ville de Paris » : les deux fiches qui y mènent, celle à mettre à la place, où mènera l’ancienne adresse, « Supprimer » et « Garder la fiche ».',
    ],
  ]),
];
