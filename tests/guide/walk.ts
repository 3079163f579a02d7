import { camera, type Keep } from './camera.ts';
import { openStudio } from './studio.ts';
import { desk } from './walks/desk.ts';
import { forms } from './walks/forms.ts';
import { gestures } from './walks/gestures.ts';
import { publication } from './walks/publication.ts';
import { surprises } from './walks/surprises.ts';

/** Each on screens and entries of its own. */
const WALKS = [desk, gestures, forms, surprises, publication];

/** Walks every scene of the guide in the CMS, the walks beside one another. */
export async function walkGuide(keep: Keep): Promise<void> {
  const studio = await openStudio();
  try {
    await Promise.all(WALKS.map((walk) => walk(studio, camera(keep))));
  } finally {
    await studio.close();
  }
}
