import type CMS from 'decap-cms-app';
import { CodeControl } from './code.ts';
import { frenchDate } from './date.ts';
import { frenchList } from './list.ts';
import { frenchObject } from './object.ts';
import { NumberControl } from './number.ts';
import { frenchSelect } from './select.ts';

type Decap = typeof CMS;

/** What Decap knows of a widget; its types forget the schema. */
interface Widget {
  control: unknown;
  preview: unknown;
  schema?: object;
}

/** Ours in place of Decap's: the same values in the files, told in French. */
const CONTROLS: Readonly<Record<string, (theirs: unknown) => unknown>> = {
  code: () => CodeControl,
  datetime: frenchDate,
  list: frenchList,
  number: () => NumberControl,
  object: frenchObject,
  relation: frenchSelect,
  select: frenchSelect,
};

export function registerWidgets(cms: Decap): void {
  const register = cms.registerWidget as (...widget: unknown[]) => void;
  for (const [name, control] of Object.entries(CONTROLS)) {
    const { control: theirs, preview, schema } = cms.getWidget(name) as unknown as Widget;
    register(name, control(theirs), preview, schema);
  }
}
