import { useEffect, useRef, useState } from 'react';

/** The promise of the browser not to clear what it keeps: undefined while it does not say. */
export function usePersistence() {
  const [persisted, setPersisted] = useState<boolean>();
  const asked = useRef(false);
  useEffect(() => {
    // A page served without encryption has no such promise to ask for.
    if ('storage' in navigator) void navigator.storage.persisted().then(setPersisted, () => undefined);
  }, []);
  /** Called when there is something to lose: some browsers put the question to the person. */
  const askOnce = () => {
    if (persisted !== false || asked.current) return;
    asked.current = true;
    void navigator.storage.persist().then(setPersisted, () => undefined);
  };
  return { persisted, askOnce };
}
