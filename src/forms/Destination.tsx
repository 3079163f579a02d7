import { shownUrl } from '#domain/address.ts';
import { typeset } from '#domain/typography.ts';
import type { Target } from './target.ts';

/** Told before the first question when nothing leaves from here: what to do instead. */
export function Destination({ target: { endpoint, email, organisation, website } }: { target: Target }) {
  if (endpoint) return null;
  return (
    <div className="notice danger">
      <p>
        <strong>{typeset('Rien ne part d’ici tout seul.')}</strong>{' '}
        {email ? (
          <>
            {typeset(`À la fin, un bouton prépare un e-mail pour ${organisation}, à `)}
            <strong>{email}</strong>
            {typeset(' : il vous restera à l’envoyer.')}
          </>
        ) : (
          <>
            {typeset(
              `Aucune adresse n’est encore indiquée pour recevoir ces réponses. Vous pouvez les préparer, à votre rythme : à la fin, gardez la lettre, puis demandez à ${organisation} où l’envoyer`,
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
