import type CMS from 'decap-cms-app';
import { CodeControl } from './code.ts';
import { frenchDate } from './date.ts';
import { frenchList } from './list.ts';
import { frenchObject } from './object.ts';
import { NumberControl } from './number.ts';
import { relationWith, type Create } from './relation.ts';
import { frenchSelect } from './select.ts';
import { frenchString } from './string.ts';

type Decap = typeof CMS;

/** What Decap knows of a widget; its types forget the schema. */
interface Widget {
  control: unknown;
  preview: unknown;
  schema?: object;
}

/** Ours in place of Decap's: the same values in the files, told in French. */
const controls = (create: Create): Readonly<Record<string, (theirs: unknown) => unknown>> => ({
  code: () => CodeControl,
  datetime: frenchDate,
  list: frenchList,
  number: () => NumberControl,
  object: frenchObject,
  relation: relationWith(create),
  select: frenchSelect,
  string: frenchString,
});

/** @param create makes the entries that a choice among entries lacks */
export function registerWidgets(cms: Decap, create: Create): void {
  const register = cms.registerWidget as (...widget: unknown[]) => void;
  for (const [name, control] of Object.entries(controls(create))) {
    const { control: theirs, preview, schema } = cms.getWidget(name) as unknown as Widget;
    register(name, control(theirs), preview, schema);
  }
}
