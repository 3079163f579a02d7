import type { FormSpec } from './spec.ts';

/** What a link to the form already says (`?question=…&sujet=…`): only what the form can hold. */
export function saidBy(spec: FormSpec, params: URLSearchParams): Record<string, string> {
  const fields = spec.steps.flatMap(({ fields: asked }) => asked);
  return Object.fromEntries(
    fields.flatMap(({ name, options }): [string, string][] => {
      const value = params.get(name)?.trim() ?? '';
      return value === '' || (options && !Object.hasOwn(options, value)) ? [] : [[name, value]];
    }),
  );
}
