import { useState } from 'react';
import { count } from '#domain/numbers.ts';
import { typeset } from '#domain/typography.ts';
import { download } from '#forms/download.ts';
import type { LiveBoard } from './use-board.ts';

const FILE = 'suivi-financements-illisible.json';

/** What the browser kept and the board cannot read: set aside, offered as a file, then taken away. */
export function Unread({ live: { unread, forgetUnread }, tell }: { live: LiveBoard; tell: (words: string) => void }) {
  const [isSaved, setIsSaved] = useState(false);
  if (unread.length === 0) return null;
  const save = () => {
    download(FILE, JSON.stringify(unread.map(asText), null, 1));
    setIsSaved(true);
    tell(typeset(`Le fichier « ${FILE} » est enregistré.`));
  };
  const forget = async () => {
    await forgetUnread();
    tell('Ce qui ne se lisait pas n’est plus dans ce navigateur.');
  };
  return (
    <div className="card refused">
      <p className="fault" role="alert">
        {typeset(
          `Mis de côté : ${count(unread.length, 'enregistrement')} que cette page ne sait pas lire ; le reste du tableau est là. Gardez-en le fichier : qui aide le réseau pourra peut-être le réparer.`,
        )}
      </p>
      <div className="buttons">
        <button className="button" type="button" onClick={save}>
          Enregistrer ce qui ne se lit pas
        </button>
        {isSaved && (
          <button className="button quiet" type="button" onClick={() => void forget()}>
            Ne plus le garder ici
          </button>
        )}
      </div>
    </div>
  );
}

/** A browser keeps more than JSON can tell: a circle, a number without end. */
function asText(record: unknown): string {
  try {
    return JSON.stringify(record);
  } catch {
    return String(record);
  }
}
