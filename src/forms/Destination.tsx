import { shownUrl } from '#domain/address.ts';
import { typeset } from '#domain/typography.ts';
import type { Target } from './target.ts';

/** Told before the first question when nothing leaves from here: what to do instead. */
export function Destination({ target: { endpoint, email, website } }: { target: Target }) {
  if (endpoint) return null;
  return (
    <div className="notice danger">
      <p>
        <strong>{typeset('Rien ne part d’ici tout seul.')}</strong>{' '}
        {email ? (
          <>
            {typeset('À la fin, un bouton prépare un e-mail pour ')}
            <strong>{email}</strong>
            {typeset(' : il vous restera à l’envoyer.')}
          </>
        ) : (
          <>
            {typeset(
              'Aucune adresse ne les reçoit encore. Préparez vos réponses à votre rythme, et gardez la lettre à la fin : le réseau vous dira où l’envoyer',
            )}
            {website ? (
              <>
                {typeset(', sur son site : ')}
                <a href={website}>{shownUrl(website)}</a>
              </>
            ) : (
              '.'
            )}
          </>
        )}
      </p>
    </div>
  );
}
