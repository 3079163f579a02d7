import { useMemo } from 'react';
import { Form } from '#forms/Form.tsx';
import { saidBy } from '#forms/said-by.ts';
import type { Target } from '#forms/target.ts';
import { openingOf } from './opening.ts';

interface Props {
  cantines: Readonly<Record<string, string>>;
  target: Target;
}

/** A joint answer to open, in the browser only: its draft lives there, and the address may begin it. */
export default function OpenJointAnswer({ cantines, target }: Props) {
  const spec = useMemo(() => openingOf(cantines), [cantines]);
  const begun = useMemo(() => saidBy(spec, new URLSearchParams(location.search)), [spec]);
  return <Form spec={spec} target={target} begun={begun} />;
}
