import express, { type Express } from 'express';
import { refuse, samePageOnly, unreadable } from '../local/guard.ts';
import { listed } from '../save-check.ts';
import { draftPath, type PreviewAnswer } from './address.ts';
import type { Drafts } from './drafts.ts';
import { draftOf, draftProblems, readForm } from './form-draft.ts';

const MAX_FORM = '1mb';

/** Takes the forms of the tabs of this very server: keeps what a page can show of them, or tells what to mend first. */
export function formsApp(drafts: Drafts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(samePageOnly, express.json({ limit: MAX_FORM }), (request, response, next) => {
    const form = readForm(request.body);
    if (!form) {
      refuse(response, 'L’aperçu n’a pas pu lire cette fiche.', 400);
      return;
    }
    const problems = draftProblems(form);
    if (problems.length > 0) {
      response.json({ problems: listed(problems) } satisfies PreviewAnswer);
      return;
    }
    draftOf(form).then((draft) => {
      drafts.keep(form.key, draft);
      response.json({ path: draftPath(draft.collection, draft.id, form.key) } satisfies PreviewAnswer);
    }, next);
  });
  app.use(unreadable);
  return app;
}
