import type { EntryPlace } from '#content/check/entry-index.ts';
import { dayInFrance } from '#domain/days.ts';
import { tell } from '../dialog.ts';
import { makeGesture } from '../gestures/make.ts';
import { openProposals } from '../proposals/open.ts';
import type { RenameMeans } from '../removal/rename.ts';
import { isLoggedIn } from '../settings.ts';
import type { OpenForm } from '../versions/open-form.ts';
import { DeskBar } from './bar.ts';
import { placeIn, type Place } from './place.ts';

const LOGIN = {
  title: 'Connectez-vous d’abord',
  paragraphs: ['Un geste écrit dans une fiche : connectez-vous, puis recommencez.'],
};

/** Opens the bar of the desk on every screen, and what waits there. */
export function openDesk(means: RenameMeans, form: OpenForm, saved: (title: string) => void): void {
  const view = document.getElementById('desk');
  if (!view) return;
  const isBeingWritten = ({ collection, slug }: EntryPlace) => form.isChanged(collection, slug);
  const act = (place: Place) => {
    if (!isLoggedIn()) {
      void tell(LOGIN);
      return;
    }
    void makeGesture(
      {
        ...means,
        now: () => new Date(),
        isBeingWritten,
        done: (title, told, undo) => {
          saved(title);
          bar.tell(told, undo);
        },
        moved: (from, to) => {
          const shown = placeIn(location.hash);
          // A form that is open shows what is no longer there.
          if (shown.collection === from.collection && shown.slug === from.slug)
            location.hash = `#/collections/${to.collection}/entries/${to.slug}`;
        },
      },
      place,
    );
  };
  const bar = new DeskBar(view, act);
  void openProposals(view, {
    ...means,
    today: () => dayInFrance(new Date()),
    isBeingWritten,
    done: (title, told, undo) => {
      saved(title);
      bar.tell(told, undo);
    },
    say: (sentence) => bar.tell(sentence),
  });
}
