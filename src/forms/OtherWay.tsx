import { typeset } from '#domain/typography.ts';
import { shownUrl } from '#domain/address.ts';
import type { FormAnswers } from './answers.ts';
import { download } from './download.ts';
import { mailtoOf } from './email.ts';
import { writeAnswersFile } from './exchange.ts';
import type { FormSpec } from './spec.ts';
import type { Target } from './target.ts';

interface Props {
  spec: FormSpec;
  answers: FormAnswers;
  target: Target;
  /** True when nothing is left to correct; else it shows what is. */
  ready: () => boolean;
}

/** How to send the answers without an endpoint, or when it does not answer: an e-mail and the file, or the file. */
export function OtherWay({ spec, answers, target: { email, website }, ready }: Props) {
  const save = () => {
    const { name, text } = writeAnswersFile(spec, answers);
    download(name, text);
  };
  const write = () => {
    if (!ready() || !email) return;
    save();
    location.href = mailtoOf(spec, answers, email).address;
  };
  if (email) {
    return (
      <div>
        <p>
          {typeset(`Le bouton enregistre le fichier « ${spec.id}.json » et ouvre un message pour `)}
          <strong>{email}</strong>
          {typeset(' : joignez-y le fichier. Si aucun message ne s’ouvre, écrivez à cette adresse.')}
        </p>
        <button className="button" type="button" onClick={write}>
          Préparer l’e-mail
        </button>
      </div>
    );
  }
  return (
    <div>
      <p>
        {typeset('Aucune adresse n’est encore indiquée ici pour recevoir ces réponses. Enregistrez le fichier')}
        {website ? (
          <>
            {typeset(', puis demandez au réseau où l’envoyer, sur son site : ')}
            <a href={website}>{shownUrl(website)}</a>
          </>
        ) : (
          '.'
        )}
      </p>
      <button className="button" type="button" onClick={() => ready() && save()}>
        Enregistrer pour envoyer
      </button>
    </div>
  );
}
