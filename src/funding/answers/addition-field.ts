import { escapeHtml } from '#domain/html.ts';
import { keepAddition, keptAdditions } from './additions.ts';
import type { AnswerRecord, CantineRecord } from './bank.ts';
import { factsFor } from './fact-words.ts';

/** Who answers: a cantine of the site, or a project without an entry. */
export interface Answering {
  /** The name under which this browser keeps what is added. */
  slug: string;
  cantine: CantineRecord | undefined;
  /** `YYYY-MM-DD`, in France. */
  today: string;
}

const paragraph = (words: string, attributes = ''): string => `<p ${attributes}>${escapeHtml(words)}</p>`;

/**
 * Where a cantine writes what it adds to an answer, kept as one types, with what its entry says already.
 * @param changed heard at each change, with whether this browser keeps it
 */
export function drawAddition(
  host: HTMLElement,
  answer: AnswerRecord,
  { slug, cantine, today }: Answering,
  changed: (isKept: boolean) => void,
): void {
  const id = `ajout-${answer.slug}`;
  const facts = factsFor(answer, cantine, today);
  host.innerHTML = `<label for="${id}">Votre ajout<span class="visually-hidden">\u00a0: ${escapeHtml(answer.title)}</span></label>
    <textarea class="field" id="${id}" rows="4" maxlength="20000"></textarea>
    ${facts === '' ? '' : `${paragraph(`Sa fiche dit\u00a0: ${facts}`, 'class="soft"')}<button class="button quiet" type="button">Ajouter ces lignes</button>`}
    <p class="soft" role="status"></p>`;
  const field = host.querySelector('textarea');
  if (!field) return;
  field.value = keptAdditions(slug)[answer.slug] ?? '';
  const keep = () => {
    const isKept = keepAddition(slug, answer.slug, field.value);
    tell(host, isKept);
    changed(isKept);
  };
  field.addEventListener('input', keep);
  host.querySelector('button')?.addEventListener('click', () => {
    if (!field.value.includes(facts)) field.value = [field.value.trimEnd(), facts].filter(Boolean).join('\n');
    keep();
    field.focus();
  });
}

function tell(host: HTMLElement, isKept: boolean): void {
  const status = host.querySelector('[role="status"]');
  const words = isKept
    ? 'Gardé dans ce navigateur.'
    : 'Ce navigateur ne garde rien\u00a0: enregistrez vos ajouts dans un fichier, ou copiez-les avant de partir.';
  // The same words at each key would be read aloud each time.
  if (status && status.textContent !== words) status.textContent = words;
}
