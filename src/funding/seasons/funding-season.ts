import { SiteElement } from '#components/site-element.ts';
import { formatDate } from '#domain/date-words.ts';
import { escapeHtml } from '#domain/html.ts';
import { count } from '#domain/numbers.ts';
import { ofName } from '#domain/of-name.ts';
import { keepInAddress } from '#lists/address-bar.ts';
import { permanentHtml } from './call-html.ts';
import { drawingHtml } from './drawing.ts';
import { monthsHtml, soonHtml, tableHtml } from './lists.ts';
import { ESTIMATE, GUESSED, sayYear } from './season-words.ts';
import { inView, isView, viewIn, VIEWS, type View } from './view-address.ts';
import { yearAhead, type AskedCall, type Year } from './year.ts';

/** Who looks at the year. */
export interface SeasonOf {
  /** The cantine that asks; undefined for any cantine. */
  cantine: { slug: string; title: string } | undefined;
  /** For whom, when it is no cantine: a sentence. */
  whose: string;
  /** `YYYY-MM-DD`, in France */
  today: string;
}

/** How many lines of the drawing and of the table are shown at once: the place that the page keeps for them. */
const MOST = 8;

/** From that width on, the year is drawn at once. */
const WIDE = '(min-width: 48rem)';

/** The twelve months to come of whoever asks, as a list, a drawing or a table: drawn for today, over a table that lasts. */
export class FundingSeason extends SiteElement {
  #view: View = 'liste';
  #isOpen = false;
  #year: Year | undefined;
  #today = '';

  connectedCallback() {
    this.#isOpen = matchMedia(WIDE).matches || this.#chosen !== undefined;
    this.#view = this.#chosen ?? this.#usual;
    this.listen(this, 'change', (event) => {
      // The list around asks nothing anew for it.
      event.stopPropagation();
      const { value } = event.target as HTMLInputElement;
      if (!isView(value)) return;
      keepInAddress(inView(new URLSearchParams(location.search), value));
      this.#look(value);
    });
    this.listen(window, 'popstate', () => this.#look(this.#chosen ?? this.#usual));
    this.listen(this, 'click', ({ target }) => this.#press((target as Element).closest('button')));
  }

  get #chosen(): View | undefined {
    return viewIn(new URLSearchParams(location.search));
  }

  /** Until one chooses: a drawing wants some width. */
  get #usual(): View {
    return matchMedia(WIDE).matches ? 'dessin' : 'liste';
  }

  /** Shows the year of those who ask. */
  show(asked: readonly AskedCall[], of: SeasonOf) {
    const open = this.querySelector<HTMLDetailsElement>('details.whole');
    if (open) this.#isOpen = open.open;
    this.#today = of.today;
    this.#year = yearAhead(asked, of.today);
    this.one('.shown').innerHTML = seasonHtml(this.#year, of, this.#view, this.#isOpen);
    this.#look(this.#view);
  }

  #look(view: View) {
    this.#view = view;
    for (const input of this.querySelectorAll<HTMLInputElement>('input[name="vue"]'))
      input.checked = input.value === view;
    for (const each of this.querySelectorAll<HTMLElement>('[data-view]')) each.hidden = each.dataset['view'] !== view;
    const rest = this.querySelector<HTMLElement>('.rest');
    if (rest) rest.hidden = view === 'liste' || this.querySelector('[data-more][hidden]') === null;
  }

  #press(button: HTMLButtonElement | null) {
    if (button?.classList.contains('rest')) {
      const hidden = [...this.querySelectorAll<HTMLElement>('[data-more]')];
      for (const row of hidden) row.hidden = false;
      button.hidden = true;
      hidden
        .find((row) => row.offsetParent !== null)
        ?.querySelector('a')
        ?.focus();
    } else if (button?.classList.contains('print')) this.#print();
  }

  /** One page in landscape: the drawing, each line with its words, and nothing else. */
  #print() {
    const parts = ['h2', '.year-drawing', '.legend'];
    const sheet = document.createElement('div');
    sheet.className = 'season-sheet';
    // Its hatching is its own: that of the page is not shown while it prints.
    sheet.innerHTML = parts
      .map((part) => this.querySelector(part)?.outerHTML ?? '')
      .join('')
      .replaceAll('season-hatch', 'printed-hatch');
    for (const row of sheet.querySelectorAll<HTMLElement>('[hidden]')) row.hidden = false;
    if (this.#year) sheet.append(footOf(this.#year, this.#today));
    document.body.append(sheet);
    document.body.classList.add('prints-season');
    const leave = () => {
      sheet.remove();
      document.body.classList.remove('prints-season');
    };
    window.addEventListener('afterprint', leave, { once: true });
    window.print();
  }
}

/** What a sheet of paper says at its end: what is open all year, and the day of its printing. */
function footOf({ permanent }: Year, today: string): HTMLElement {
  const foot = document.createElement('p');
  foot.className = 'permanent';
  const titles = permanent.map(({ record }) => record.title).join(' · ');
  foot.textContent = `${titles && `Toute l’année\u00a0: ${titles}. `}Imprimé le ${formatDate(today)}.`;
  return foot;
}

function seasonHtml(year: Year, of: SeasonOf, view: View, isOpen: boolean): string {
  const { today, cantine, whose } = of;
  const title = cantine ? `La saison ${escapeHtml(ofName(cantine.title))}` : 'La saison des financements';
  const lasting = permanentHtml(year.permanent);
  const undated =
    year.undated > 0
      ? `<p class="soft">${count(year.undated, 'autre')} sans date ni habitude connue, dans la liste plus bas.</p>`
      : '';
  const head = `<h2>${title}</h2><p>${year.rows.length > 0 ? sayYear(year.rows, today) : 'Aucune date ni habitude connue pour les douze mois.'} ${escapeHtml(whose)}</p>`;
  if (year.rows.length === 0) return head + lasting + undated;
  const parts: Readonly<Record<View, string>> = {
    liste: monthsHtml(year, today),
    dessin: drawingHtml(year, today, MOST),
    tableau: tableHtml(year, today, MOST),
  };
  const views = (Object.keys(parts) as View[]).map((name) => `<div data-view="${name}">${parts[name]}</div>`).join('');
  return `${head}<div class="soon">${soonHtml(year, today)}</div>
<details class="whole"${isOpen ? ' open' : ''}><summary>Les douze mois</summary>
<div class="ways">${choiceHtml(view)}<button class="button quiet print" type="button">Imprimer la saison</button><a class="button quiet" href="${cantine ? `/financements/cantine/${cantine.slug}.ics` : '/financements.ics'}">Agenda (.ics)</a></div>
${views}<button class="button quiet rest" type="button">Voir ${count(year.rows.length - MOST, 'autre appel', 'autres appels')}</button>
${lasting}${undated}${LEGEND}</details>`;
}

const choiceHtml = (view: View): string =>
  `<fieldset><legend class="visually-hidden">Voir la saison en</legend>${Object.entries(VIEWS)
    .map(
      ([name, label]) =>
        `<label><input type="radio" name="vue" value="${name}"${name === view ? ' checked' : ''} autocomplete="off"><span>${label}</span></label>`,
    )
    .join('')}</fieldset>`;

const LEGEND = `<p class="legend soft"><span class="key announced"></span> Plein\u00a0: une date annoncée. <span class="key usual"></span> Hachuré\u00a0: le mois où cela revient d’habitude, à confirmer. <span class="key work"></span> Gris\u00a0: quand préparer. ${ESTIMATE} Un ${GUESSED}.</p>`;

customElements.define('funding-season', FundingSeason);
