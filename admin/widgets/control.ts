import type { Immutable } from './immutable.ts';

/** What Decap gives to the control of a field. */
export interface ControlProps {
  field: Immutable;
  value: unknown;
  onChange: (value: unknown) => void;
  forID: string;
  classNameWrapper: string;
  setActiveStyle: () => void;
  setInactiveStyle: () => void;
  t: Translate;
}

export type Translate = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** What Decap asks a control when it leaves the field, and before it saves. */
export type Validity = true | { error: { type: 'CUSTOM'; message: string } };
