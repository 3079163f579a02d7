import { useRef, useState } from 'react';
import { typeset } from '#domain/typography.ts';
import { Consent, CONSENT_ID } from './Consent.tsx';
import { deviceZone } from './envoi.ts';
import { referenceOf } from './letter.ts';
import { OtherWay } from './OtherWay.tsx';
import { Receipt } from './Receipt.tsx';
import { PATIENCE } from './send.ts';
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

const told = (sending: SendingState): string => {
  if (sending.is !== 'sending') return '';
  return sending.attempt === 1
    ? 'Envoi en cours : la réponse vient d’ordinaire aussitôt, et nous ne l’attendons pas plus de 20 secondes…'
    : `Pas de réponse pour l’instant : essai n° ${sending.attempt}…`;
};

/** What is told of an envoi that did not end well, of this reference. */
const FAILURES: Readonly<Record<Exclude<SendingState['is'], 'idle' | 'sending'>, (reference: string) => string>> = {
  unreached: (reference) =>
    `L’envoi n’a pas abouti : le réseau ne répond pas. Vos réponses sont gardées. Vérifiez la connexion, puis appuyez de nouveau sur « Envoyer » : si une copie était partie, les deux porteraient la même référence, ${reference}.`,
  silent: (reference) =>
    `L’adresse qui reçoit n’a rien répondu en ${PATIENCE / 1000} secondes : rien ne dit que vos réponses sont arrivées. Elles sont gardées ici. Réessayez plus tard (si une copie était partie, les deux porteraient la même référence, ${reference}), ou envoyez-les autrement :`,
  busy: () =>
    'Le service qui reçoit ne répond pas pour l’instant. Vos réponses sont gardées : réessayez dans quelques minutes, ou envoyez-les autrement :',
  broken: () =>
    'Le service qui reçoit est en panne, et votre connexion n’y est pour rien. Vos réponses sont gardées : réessayez plus tard, ou envoyez-les autrement :',
  unsure: (reference) =>
    `L’adresse qui reçoit a répondu par autre chose qu’un accusé de réception : rien ne dit que vos réponses sont arrivées. Elles sont gardées ici : envoyez-les autrement, en citant la référence ${reference}, et dites au réseau que ce formulaire est à régler :`,
  overtaken: () =>
    'Vos réponses sont parties, mais vous les avez changées pendant l’envoi : ces changements ne sont pas partis. Envoyez de nouveau pour les joindre, ou faites-les suivre autrement :',
  refused: () => 'Le service qui reçoit a refusé l’envoi. Vos réponses sont gardées : envoyez-les autrement :',
};

/** The last part of a form: the consent, the sending and what came of it. */
export function SendPanel({ spec, live, target, ready }: Props) {
  const [consent, setConsent] = useState(false);
  const [fault, setFault] = useState<string>();
  const consentBox = useRef<HTMLInputElement>(null);
  const trap = useRef<HTMLInputElement>(null);
  const { sending, start } = useSending(spec, live, target.endpoint);
  const [sentBefore] = useState(live.draft.sentAt);
  const { sentAt, sendKey, answers } = live.draft;
  const stamp = sendKey === undefined ? undefined : { reference: referenceOf(sendKey), sentAt, zone: deviceZone() };
  const other = <OtherWay spec={spec} answers={answers} target={target} stamp={stamp} ready={ready} />;
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
    <>
      {stamp && sentAt !== undefined && (
        <Receipt
          spec={spec}
          answers={answers}
          organisation={target.organisation}
          stamp={{ ...stamp, sentAt }}
          fresh={sentAt !== sentBefore}
        />
      )}
      <div className="send">
        <Consent
          spec={spec}
          target={target}
          box={consentBox}
          given={consent}
          wrong={fault !== undefined && !consent}
          told={fault !== undefined}
          onChange={(given) => {
            setConsent(given);
            setFault(undefined);
          }}
        />
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
        <button
          className={sentAt === undefined ? 'button' : 'button quiet'}
          type="button"
          aria-disabled={busy}
          onClick={() => !busy && submit()}
        >
          {sentAt === undefined ? 'Envoyer' : 'Envoyer de nouveau'}
        </button>
        <p role="status">{typeset(told(sending))}</p>
        {failure && (
          <div className="faults card" role="alert">
            <p>{typeset(failure(stamp?.reference ?? ''))}</p>
            {other}
          </div>
        )}
      </div>
    </>
  );
}
