import { useEffect, useState } from 'react';

/** What was found for a text. */
interface Found {
  text: string;
  named: readonly string[];
  sure: boolean;
}

/** Who types is left alone so long, in milliseconds. */
const PAUSE = 300;

/** An answer that names its commune with its code. */
export const hasCode = (text: string): boolean => /, code Insee \d[\dAB]\d{3}$/.test(text.trim());

/** The communes that what is typed may mean; none while that is not known, or cannot be. */
export function useCommunes(text: string): { named: readonly string[]; sure: boolean } {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    const typed = text.trim();
    if (typed.length < 2 || typed.length > 100 || hasCode(typed)) return undefined;
    let isLate = false;
    const clock = setTimeout(() => {
      // Without a network, or for a site beyond the border, the name alone is an answer.
      import('./communes.ts')
        .then(({ communesOf }) => communesOf(typed))
        .then(
          (communes) => !isLate && setFound({ text, ...communes }),
          () => undefined,
        );
    }, PAUSE);
    return () => {
      isLate = true;
      clearTimeout(clock);
    };
  }, [text]);
  return found?.text === text ? found : NONE;
}

const NONE = { named: [], sure: false };
