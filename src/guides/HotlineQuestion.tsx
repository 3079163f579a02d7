import { useMemo } from 'react';
import { Form } from '#forms/Form.tsx';
import { saidBy } from '#forms/said-by.ts';
import { hotlineOf } from './question.ts';
import type { Target } from '#forms/target.ts';

interface Props {
  cantines: Readonly<Record<string, string>>;
  topics: Readonly<Record<string, string>>;
  target: Target;
}

/** A question to the network, in the browser only: its draft lives there, and the address may begin it. */
export default function HotlineQuestion({ cantines, topics, target }: Props) {
  const spec = useMemo(() => hotlineOf({ cantines, topics }), [cantines, topics]);
  const begun = useMemo(() => saidBy(spec, new URLSearchParams(location.search)), [spec]);
  return <Form spec={spec} target={target} begun={begun} />;
}
