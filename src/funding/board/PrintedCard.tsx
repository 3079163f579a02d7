import { formatDate } from '#domain/date-words.ts';
import { ENGAGEMENTS, type Engagement, type Followed, type Task } from './view.ts';

/** On paper, all that a card folds: every task, every engagement, the notes. */
export function PrintedCard({ card: { tasks, engagements, notes } }: { card: Followed }) {
  const line = ({ id, done, due }: Task | Engagement, words: string) => (
    <li key={id}>
      {done ? '☑' : '☐'} {words}
      {due !== undefined && `, pour le ${formatDate(due)}`}
    </li>
  );
  return (
    <div className="printed">
      {tasks.length + engagements.length > 0 && (
        <ul>
          {tasks.map((task) => line(task, task.text || 'Tâche'))}
          {engagements.map((each) => line(each, [ENGAGEMENTS[each.kind], each.label].filter(Boolean).join('\u00a0: ')))}
        </ul>
      )}
      {notes !== '' && <p>{notes}</p>}
    </div>
  );
}
