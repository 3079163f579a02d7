import { useEffect, useEffectEvent, useRef } from 'react';
import type { Card } from './board.ts';
import { isCard } from './record.ts';

/** What a tab tells the others: the cards that changed, or that all was erased. */
export type Told = readonly Card[] | 'erased';

/** Hears the other tabs of this browser; returns the way to tell them. */
export function useTabs(hear: (told: Told) => void): (told: Told) => void {
  const channel = useRef<BroadcastChannel>(undefined);
  const onTold = useEffectEvent(hear);
  useEffect(() => {
    const listening = new BroadcastChannel('suivi-financements');
    channel.current = listening;
    // A page of another version may tell something else.
    listening.onmessage = ({ data }: MessageEvent<unknown>) =>
      onTold(data === 'erased' ? data : Array.isArray(data) ? data.filter(isCard) : []);
    return () => listening.close();
  }, []);
  return (told) => channel.current?.postMessage(told);
}
