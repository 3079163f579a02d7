import { FICHE_PROJET } from './fiche-projet.ts';
import { Form } from '#forms/Form.tsx';
import type { Target } from '#forms/target.ts';

/** The fiche-projet, in the browser only: its draft lives there. */
export default function FicheProjet({ target }: { target: Target }) {
  return <Form spec={FICHE_PROJET} target={target} />;
}
