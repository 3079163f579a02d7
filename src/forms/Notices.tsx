import { typeset } from '#domain/typography.ts';
import { referenceOf, sayMoment } from './letter.ts';
import type { LiveDraft } from './use-draft.ts';
import { deviceZone } from './envoi.ts';

const KEPT = {
  kept: undefined,
  full: 'Le navigateur n’a plus de place : vos dernières réponses ne sont pas gardées. Raccourcissez la plus longue, ou enregistrez le fichier avant de quitter la page.',
  forbidden:
    'Ce navigateur refuse de garder vos réponses (navigation privée, ou réglage). Enregistrez le fichier avant de quitter la page.',
} as const;

/** What threatens the draft, or what became of it. */
export function Notices({ live, restored }: { live: LiveDraft; restored: boolean }) {
  const danger = KEPT[live.kept];
  const { sentAt, sendKey } = live.draft;
  return (
    <>
      {danger && (
        <p className="notice danger" role="alert">
          {typeset(danger)}
        </p>
      )}
      {live.found === 'unreadable' && (
        <p className="notice danger">
          {typeset(
            'Un brouillon d’une autre version de cette page est dans ce navigateur. Il ne peut pas être relu ici : il est mis de côté, rien n’est effacé.',
          )}
        </p>
      )}
      {restored && (
        <p className="notice">
          Votre brouillon est revenu tel que vous l’aviez laissé.
          {sentAt !== undefined &&
            sendKey !== undefined &&
            typeset(` Parti le ${sayMoment(sentAt, deviceZone())}, référence ${referenceOf(sendKey)}.`)}
        </p>
      )}
      {live.elsewhere && (
        <div className="notice danger" role="alert">
          <p>
            {typeset('Ces réponses viennent d’être changées dans un autre onglet. Continuez dans un seul des deux.')}
          </p>
          <button className="button quiet" type="button" onClick={live.adopt}>
            Reprendre celles de l’autre onglet
          </button>
        </div>
      )}
    </>
  );
}
