import { useMemo } from 'react';
import { Form } from '#forms/Form.tsx';
import { registrationOf } from './registration.ts';
import type { Target } from '#forms/target.ts';
import { useInBrowser } from '#forms/use-in-browser.ts';

interface Props {
  slug: string;
  title: string;
  target: Target;
}

/** The registration to a session; its draft lives in the browser, so that its HTML is only a promise. */
export default function Registration({ slug, title, target }: Props) {
  const spec = useMemo(() => registrationOf({ slug, title }), [slug, title]);
  const inBrowser = useInBrowser();
  if (!inBrowser) return <p className="waiting">La demande d’inscription s’ouvre.</p>;
  return <Form spec={spec} target={target} />;
}
