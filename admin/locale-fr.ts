/** Decap's phrases by dotted path; an object of them at each level. */
export interface Phrases {
  [name: string]: string | Phrases;
}

/**
 * The French that Decap lacks, and the sentences it has that would puzzle an editor.
 * `%{…}` are Decap's own placeholders.
 */
export const FRENCH: Phrases = {
  auth: {
    login: 'Se connecter',
    loggingIn: 'Connexion…',
    loginWithForgejo: 'Se connecter avec Forgejo',
  },
  app: {
    header: { content: 'Contenus', workflow: 'Relecture', media: 'Photos et fichiers', quickAdd: 'Ajouter' },
    app: {
      errorHeader: 'La rédaction n’a pas pu s’ouvrir',
      configErrors: 'Réglages refusés',
      checkConfigYml: 'Transmettez ce message à la personne qui s’occupe du site.',
      loadingConfig: 'On met la table…',
      waitingBackend: 'On attend le serveur…',
    },
    notFoundPage: { header: 'Cette page n’existe pas' },
  },
  collection: {
    sidebar: {
      collections: 'Rubriques',
      allCollections: 'Toutes les rubriques',
      searchAll: 'Chercher partout',
      searchIn: 'Chercher dans',
    },
    collectionTop: {
      newButton: '+ %{collectionLabel}',
      viewAs: 'Afficher en',
      viewAsList: 'Afficher en liste',
      viewAsGrid: 'Afficher en grille',
      newButtonAriaLabel: 'Créer une fiche : %{collectionLabel}',
      searchResults: 'Résultats pour « %{searchTerm} »',
      searchResultsInCollection: 'Résultats pour « %{searchTerm} » dans %{collection}',
    },
    entries: {
      loadingEntries: 'Chargement des fiches…',
      cachingEntries: 'On garde les fiches sous la main…',
      longerLoading: 'Cela peut prendre quelques minutes',
      noEntries: 'Aucune fiche pour l’instant',
      unpublishedHeader: 'Brouillons à relire',
    },
  },
  editor: {
    editorControl: { field: { optional: 'facultatif', widgetLabel: 'Champ' } },
    editorControlPane: {
      widget: {
        required: 'Remplissez « %{fieldLabel} ».',
        // The pattern's message is a whole sentence of the field's own.
        regexPattern: '« %{fieldLabel} » : %{pattern}',
        processing: '« %{fieldLabel} » : un instant, la vérification est en cours.',
        range: '« %{fieldLabel} » : écrivez un nombre entre %{minValue} et %{maxValue}.',
        min: '« %{fieldLabel} » : écrivez un nombre d’au moins %{minValue}.',
        max: '« %{fieldLabel} » : écrivez un nombre d’au plus %{maxValue}.',
        rangeCount: '« %{fieldLabel} » : gardez entre %{minCount} et %{maxCount} éléments.',
        rangeCountExact: '« %{fieldLabel} » : il faut exactement %{count} élément(s).',
        rangeMin: '« %{fieldLabel} » : il faut au moins %{minCount} élément(s).',
        rangeMax: '« %{fieldLabel} » : gardez au plus %{maxCount} élément(s).',
        invalidPath: '« %{path} » n’est pas un chemin valide',
        pathExists: 'Le chemin « %{path} » existe déjà',
      },
      i18n: {
        copyFromLocale: 'Remplir depuis une autre langue',
        copyFromLocaleConfirm:
          'Voulez-vous remplir la fiche avec les textes en %{locale} ?\nTout ce qui est déjà écrit sera remplacé.',
      },
    },
    editor: {
      loadingEntry: 'Chargement de la fiche…',
      onDeletePublishedEntry: 'Supprimer cette fiche du site ?',
      onDeleteWithUnsavedChanges: 'Supprimer cette fiche du site, et ce que vous n’avez pas enregistré ?',
      confirmLoadBackup: 'Un texte non enregistré a été gardé pour cette fiche. Voulez-vous le reprendre ?',
    },
    editorInterface: { toggleNotes: 'Montrer ou cacher les notes' },
    editorNotesPane: {
      title: 'Notes',
      emptyState: 'Aucune note pour l’instant. Écrivez la première pour en parler ensemble.',
      addNote: 'Ajouter la note',
      addPlaceholder: 'Écrire une note…',
      editPlaceholder: 'Modifier votre note…',
      save: 'Enregistrer',
      cancel: 'Annuler',
      edit: 'Modifier',
      delete: 'Supprimer',
      resolve: 'Marquer comme réglée',
      unresolve: 'Rouvrir',
      confirmDelete: 'Voulez-vous vraiment supprimer cette note ?',
      shortcut: 'Astuce : Ctrl + Entrée ajoute la note.',
    },
    editorToolbar: {
      publishing: 'Publication…',
      save: 'Enregistrer le brouillon',
      draft: 'Brouillon',
      inReview: 'À relire',
      ready: 'Prête',
      unpublish: 'Retirer du site',
      unpublishing: 'Retrait du site…',
      // Online is what admin/publication/ tells.
      published: 'Enregistré',
      publishAndCreateNew: 'Publier et créer une autre fiche',
      publishAndDuplicate: 'Publier et dupliquer',
      deletePublishedEntry: 'Supprimer',
      deleteEntry: 'Supprimer',
      deleteUnpublishedChanges: 'Supprimer le brouillon',
      deleteUnpublishedEntry: 'Supprimer le brouillon',
      // Said of a new entry too, in which nothing is written yet.
      changesSaved: 'Rien à enregistrer',
      saving: 'Enregistrement…',
      deleting: 'Suppression…',
      updating: 'Mise à jour…',
      status: 'État : %{status}',
      backCollection: 'Rubrique %{collectionLabel}',
      deployPreviewPendingButtonLabel: 'Chercher l’aperçu',
      deployPreviewButtonLabel: 'Voir l’aperçu',
      deployButtonLabel: 'Voir sur le site',
      statusInfoTooltipDraft:
        'La fiche est un brouillon. Pour la faire relire, passez son état à « En cours de révision ».',
      statusInfoTooltipInReview:
        'La fiche est en relecture, rien d’autre à faire. Vous pouvez encore la modifier en attendant.',
    },
    editorWidgets: {
      markdown: {
        strikethrough: 'Barré',
        linkPrompt: 'Adresse du lien',
        addComponent: 'Ajouter',
        toggleMode: { rich: 'Passer au texte mis en forme', markdown: 'Passer au Markdown' },
      },
      image: {
        chooseMultiple: 'Choisir des images',
        addMore: 'Ajouter des images',
        removeAll: 'Retirer toutes les images',
        remove: 'Retirer l’image',
        chooseDifferent: 'Choisir une autre image',
      },
      file: {
        chooseMultiple: 'Choisir des fichiers',
        addMore: 'Ajouter des fichiers',
        removeAll: 'Retirer tous les fichiers',
        remove: 'Retirer le fichier',
        chooseDifferent: 'Choisir un autre fichier',
      },
      unknownControl: { noControl: 'Aucun champ de saisie pour « %{widget} ».' },
      unknownPreview: { noPreview: 'Aucun aperçu pour « %{widget} ».' },
      datetime: { setToNow: 'Mettre %{fieldLabel} à maintenant' },
      object: { expand: 'Déplier', collapse: 'Replier' },
      list: { add: 'Ajouter : %{item}', addType: 'Ajouter : %{item}' },
    },
  },
  mediaLibrary: {
    mediaLibrary: {
      onDelete: 'Voulez-vous vraiment supprimer ce fichier ? Les fiches qui s’en servent ne le montreront plus.',
      fileTooLarge: 'Ce fichier est trop lourd : %{size} ko au plus. Réduisez-le, puis recommencez.',
    },
    mediaLibraryModal: {
      loading: 'Chargement…',
      noAssetsFound: 'Aucun fichier.',
      private: 'Privé : ',
      mediaAssets: 'Photos et fichiers',
      search: 'Chercher…',
      uploading: 'Envoi…',
      upload: 'Envoyer un fichier',
      deleting: 'Suppression…',
      deleteSelected: 'Supprimer',
      chooseSelected: 'Choisir',
      close: 'Fermer',
    },
  },
  workflow: {
    workflow: {
      loading: 'On rassemble les brouillons…',
      workflowHeading: 'Relecture',
      newPost: 'Nouvelle fiche',
      description: 'À relire : %{smart_count}. Prêtes à publier : %{readyCount}.',
      // Decap names months in English.
      dateFormat: 'DD/MM/YYYY',
    },
    workflowCard: {
      lastChange: '%{date}, par %{author}',
      deleteChanges: 'Supprimer le brouillon',
      deleteNewEntry: 'Supprimer le brouillon',
      publishChanges: 'Publier',
      publishNewEntry: 'Publier',
    },
    workflowList: {
      onDeleteEntry: 'Supprimer ce brouillon ? Le site ne change pas.',
      onPublishingNotReadyEntry:
        'Cette fiche n’est pas encore « Prête ». Ouvrez-la, relisez-la, et changez son état avant de la publier.',
      onPublishEntry: 'Publier cette fiche sur le site ?',
      draftHeader: 'Brouillons',
      inReviewHeader: 'À relire',
      readyHeader: 'Prêtes',
      currentEntries: '%{smart_count} fiche |||| %{smart_count} fiches',
    },
  },
  ui: {
    default: { goBackToSite: 'Retour au site' },
    errorBoundary: {
      details: 'Quelque chose s’est mal passé. Vous pouvez ',
      reportIt: 'le signaler aux auteurs de l’outil.',
      privacyWarning: 'La page qui s’ouvre contient le message d’erreur : relisez-la et retirez ce qui est privé.',
      recoveredEntry: {
        heading: 'Texte retrouvé',
        warning: 'Copiez-le quelque part avant de quitter cette page !',
      },
    },
    settingsDropdown: { account: 'Mon compte', logOut: 'Se déconnecter' },
    toast: {
      onFailToLoadEntries: 'Les fiches n’ont pas pu être lues : %{details}',
      onFailToLoadDeployPreview: 'L’aperçu n’a pas pu être lu : %{details}',
      // The save check speaks in whole sentences.
      onFailToPersist: '%{details}',
      onFailToUpdateStatus: 'L’état n’a pas changé. %{details}',
      // Of the check, or of admin/errors.ts: whole sentences.
      onFailToPublishEntry: '%{details}',
      onFailToUnpublishEntry: 'La fiche est toujours sur le site. %{details}',
      entryUnpublished: 'La fiche n’est plus sur le site : c’est un brouillon',
      entryUpdated: 'L’état est changé',
      onDeleteUnpublishedChanges: 'Le brouillon est supprimé',
      onFailToDelete: 'La fiche n’a pas pu être supprimée : %{details}',
      missingRequiredField: 'Rien n’est enregistré : ce qui est à remplir ou à corriger est marqué en rouge.',
      entrySaved: 'C’est enregistré',
      entryPublished: 'C’est publié',
      onLoggedOut: 'Vous êtes déconnecté. Copiez ce que vous avez écrit, puis reconnectez-vous.',
      onBackendDown: 'Le serveur ne répond pas. Pour en savoir plus : %{details}',
      noteAdded: 'Note ajoutée',
      onFailToAddNote: 'La note n’a pas pu être ajoutée : %{details}',
      noteUpdated: 'Note modifiée',
      onFailToUpdateNote: 'La note n’a pas pu être modifiée : %{details}',
      noteDeleted: 'Note supprimée',
      onFailToDeleteNote: 'La note n’a pas pu être supprimée : %{details}',
      noteResolved: 'Note réglée',
      noteReopened: 'Note rouverte',
      onFailToToggleNote: 'La note n’a pas changé d’état : %{details}',
    },
  },
};

/** Decap's French with ours laid over it. */
export function overlay(theirs: Phrases, ours: Phrases): Phrases {
  const merged = { ...theirs };
  for (const [name, phrase] of Object.entries(ours)) {
    const below = merged[name];
    merged[name] = typeof phrase === 'object' && typeof below === 'object' ? overlay(below, phrase) : phrase;
  }
  return merged;
}
