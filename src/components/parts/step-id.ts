import { slugOf } from '#domain/slug.ts';

/** Where a step stands in its page, `etape-on-cuisine`: what leads to it is made of the same title. */
export const stepId = (title: string): string => `etape-${slugOf(title, 60)}`;
