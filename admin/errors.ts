import { typeset } from '#domain/typography.ts';
import { watchActions } from './store.ts';

/** What Decap shows in a corner: a sentence, or the key of one with what went wrong. */
interface Toast {
  message: string | { key: string; details?: unknown };
}

const isToast = (payload: unknown): payload is Toast =>
  typeof payload === 'object' && payload !== null && 'message' in payload;

const BY_STATUS: readonly [status: RegExp, sentence: string][] = [
  [
    /^40[13]$/,
    'La connexion a expiré, ou ce compte n’a pas le droit d’écrire : gardez une copie du texte, puis reconnectez-vous.',
  ],
  [/^404$/, 'Le serveur ne trouve pas ce fichier : il a peut-être été renommé ou supprimé entre-temps.'],
  [/^409$/, 'La fiche a changé entre-temps : gardez une copie du texte, puis rouvrez-la.'],
  [/^413$/, 'Le serveur refuse un envoi aussi lourd : réduisez les photos.'],
  [/^429$/, 'Le serveur a reçu trop de demandes : attendez une minute, puis recommencez.'],
  [/^5\d\d$/, 'Le serveur est en panne : laissez cette page ouverte et recommencez dans quelques minutes.'],
];

/** What a forge says in words that its status alone does not tell. */
const BY_WORDS: readonly [words: RegExp, sentence: string][] = [
  [
    /does not have access to this repo|^\s*Repo "/,
    'Ce compte n’a pas le droit d’écrire sur ce site : connectez-vous avec un autre, ou demandez ce droit à la personne qui s’occupe du site.',
  ],
  [
    /push into this branch|protected branch|cannot commit to/i,
    'La forge protège la branche du site : ce compte ne peut pas y écrire. Prévenez la personne qui s’occupe du site.',
  ],
];

/** Why a draft is not published, when the forge does not say. */
const UNMERGED =
  'La forge ne réunit pas ce brouillon et le site : la même fiche y a changé entre-temps, ou il manque une approbation. Ouvrez la fiche, gardez une copie du texte, supprimez le brouillon, puis recommencez ; si cela dure, prévenez la personne qui s’occupe du site.';
const UNMERGED_STATUS = /^(?:405|406|409|422)$/;
const UNMERGED_WORDS = /rebase error|not mergeable|cannot be merged/i;

/** No answer at all, in the words of Chromium, Firefox, Safari and Decap. */
const SILENCE = /failed to fetch|networkerror|load failed|network request failed|request timed out/i;

const OFFLINE =
  'Le serveur ne répond pas. Vérifiez la connexion, laissez cette page ouverte, puis recommencez : le texte est toujours là.';

/** What became of a gesture that failed, by the key of Decap’s message. */
const OUTCOMES: Readonly<Record<string, string>> = {
  'ui.toast.onFailToPersist': 'Rien n’est enregistré.',
  'ui.toast.onFailToPublishEntry': 'Rien n’est publié.',
  'ui.toast.onDeleteUnpublishedChanges': 'Le brouillon n’est pas supprimé.',
};

/** A text that needs no translation: it has a letter or a word that English lacks. */
const FRENCH = /[àâçéèêëîïôùû«»’]|\b(?:le|la|les|un|une|des|est|pas)\b/i;

/** An error of the network, of a forge or of the browser, as a sentence that says what to do. */
export function frenchError(error: unknown, isPublishing = false): string {
  const { status } = Object(error) as { status?: unknown };
  const text = String(error).replace(/^(?:API_ERROR|[A-Z]?\w*Error): /, '');
  if (SILENCE.test(text)) return typeset(OFFLINE);
  if (FRENCH.test(text)) return text;
  const isUnmerged = UNMERGED_WORDS.test(text) || (isPublishing && UNMERGED_STATUS.test(String(status)));
  const told =
    BY_WORDS.find(([words]) => words.test(text))?.[1] ??
    (isUnmerged ? UNMERGED : undefined) ??
    BY_STATUS.find(([pattern]) => pattern.test(String(status)))?.[1] ??
    'Un incident que le site ne connaît pas.';
  return typeset(`${told} Message du serveur : « ${text} ».`);
}

/** Tells in French what Decap tells in the words of the browser and of the forge. */
export function frenchToasts(): void {
  watchActions((action, next) => {
    const { payload } = action;
    if (action.type !== 'NOTIFICATION_SEND' || !isToast(payload)) return next(action);
    const { message } = payload;
    if (typeof message === 'string' || message.details === undefined) return next(action);
    const said = frenchError(message.details, message.key === 'ui.toast.onFailToPublishEntry');
    // A refusal of ours is told whole; another error leaves the editor to wonder what became of the save.
    const ours = message.details instanceof Error && message.details.name === '';
    const outcome = ours ? undefined : OUTCOMES[message.key];
    const details = outcome === undefined ? said : `${outcome} ${said}`;
    // Decap has one phrase for a draft that it deleted and for one that it did not.
    const told = message.key === 'ui.toast.onDeleteUnpublishedChanges' ? details : { ...message, details };
    return next({ ...action, payload: { ...payload, message: told } });
  });
}
