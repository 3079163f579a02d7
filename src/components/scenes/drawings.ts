import type { SceneName } from '#schemas/parts.ts';
import { meal } from './meal.ts';
import { network } from './network.ts';

const scenes: Readonly<Record<SceneName, readonly string[]>> = { ...meal, ...network };

/** The inside of the SVG of a scene, in a box of 180 × 120; its lines have round ends and nothing is filled by itself. */
export const drawingOf = (name: SceneName): string => scenes[name].join('');
