import { useRef, useState } from 'react';
import { typeset } from '#domain/typography.ts';
import { OtherWay } from './OtherWay.tsx';
import type { FormSpec } from './spec.ts';
import type { Target } from './target.ts';
import type { LiveDraft } from './use-draft.ts';
import { useSending, type SendingState } from './use-sending.ts';

interface Props {
  spec: FormSpec;
  live: LiveDraft;
  target: Target;
  ready: () => boolean;
}

const CONSENT_ID = 'accord';

const told = (sending: SendingState): string => {
  if (sending.is !== 'sending') return '';
  return sending.attempt === 1 ? 'Envoi en cours…' : `Pas de réponse pour l’instant : essai n° ${sending.attempt}…`;
};

const FAILURES = {
  unreached:
    'L’envoi n’a pas abouti : le réseau ne répond pas. Vos réponses sont gardées. Vérifiez la connexion, puis appuyez de nouveau sur « Envoyer » : même si une copie était partie, elle ne compterait qu’une fois.',
  busy: 'Le service qui reçoit ne répond pas pour l’instant. Vos réponses sont gardées : réessayez dans quelques minutes, ou envoyez-les autrement.',
  unsure:
    'L’adresse qui reçoit a répondu par autre chose qu’un accusé de réception, souvent une page de connexion : rien ne dit que vos réponses sont arrivées. Elles sont gardées ici : envoyez-les autrement, et dites au réseau que ce formulaire est à régler.',
  silent:
    'L’adresse qui reçoit n’a rien répondu : rien ne dit que vos réponses sont arrivées. Elles sont gardées ici : réessayez plus tard, ou envoyez-les autrement.',
  broken:
    'Le service qui reçoit est en panne, et votre connexion n’y est pour rien. Vos réponses sont gardées : réessayez plus tard, ou envoyez-les autrement.',
  overtaken:
    'Vos réponses sont parties, mais vous les avez changées pendant l’envoi : ces changements ne sont pas partis. Envoyez de nouveau pour les joindre.',
  refused: 'Le service qui reçoit a refusé l’envoi. Vos réponses sont gardées : envoyez-les autrement.',
} as const;

/** The last part of a form: the consent, the sending and what came of it. */
export function SendPanel({ spec, live, target, ready }: Props) {
  const [consent, setConsent] = useState(false);
  const [fault, setFault] = useState<string>();
  const consentBox = useRef<HTMLInputElement>(null);
  const trap = useRef<HTMLInputElement>(null);
  const { sending, start } = useSending(spec, live, target.endpoint);
  const { sentAt, answers } = live.draft;
  const other = <OtherWay spec={spec} answers={answers} target={target} ready={ready} />;
  if (!target.endpoint) return other;

  const submit = () => {
    setFault(undefined);
    if (!ready()) return;
    if (!consent) {
      setFault('Cochez la case : sans cet accord, rien ne part.');
      consentBox.current?.focus();
      return;
    }
    if (trap.current?.value) {
      trap.current.value = '';
      setFault(
        'Un champ invisible était rempli, sans doute par le navigateur. Il est vidé : appuyez de nouveau sur « Envoyer ».',
      );
      return;
    }
    void start('');
  };
  const failure = sending.is === 'idle' || sending.is === 'sending' ? undefined : FAILURES[sending.is];
  const busy = sending.is === 'sending';

  return (
    <div className="send">
      {sentAt !== undefined && (
        <p className="notice sent" role="status">
          {typeset(
            `C’est envoyé, le ${dated(sentAt)}. Merci ! Vos réponses restent dans ce navigateur tant que vous ne les effacez pas.`,
          )}
        </p>
      )}
      <label className="choice">
        <input
          ref={consentBox}
          id={CONSENT_ID}
          type="checkbox"
          checked={consent}
          aria-describedby={`${CONSENT_ID}-aide${fault ? ` ${CONSENT_ID}-erreur` : ''}`}
          aria-invalid={fault !== undefined && !consent}
          onChange={({ target: { checked } }) => {
            setConsent(checked);
            setFault(undefined);
          }}
        />
        <span>{typeset(spec.consent)}</span>
      </label>
      <p className="hint" id={`${CONSENT_ID}-aide`}>
        {typeset(`Ces réponses vont à ${target.organisation}, et à personne d’autre. `)}
        {typeset(
          target.retention ??
            'La durée pendant laquelle elles sont gardées n’est pas encore écrite ici : demandez-la si elle compte pour vous.',
        )}{' '}
        <a href="/confidentialite/">Confidentialité</a>
      </p>
      <div className="visually-hidden" aria-hidden="true">
        <label>
          Ne rien écrire ici
          <input ref={trap} type="text" name="_gotcha" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      {fault && (
        <p className="fault" id={`${CONSENT_ID}-erreur`} role="alert">
          {typeset(fault)}
        </p>
      )}
      <button className="button" type="button" aria-disabled={busy} onClick={() => !busy && submit()}>
        {sentAt === undefined ? 'Envoyer' : 'Envoyer de nouveau'}
      </button>
      <p role="status">{typeset(told(sending))}</p>
      {failure && (
        <div className="faults card" role="alert">
          <p>{typeset(failure)}</p>
          {other}
        </div>
      )}
    </div>
  );
}

const dated = (instant: number): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short' }).format(instant);
