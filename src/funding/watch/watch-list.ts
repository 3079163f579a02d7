import { SiteElement } from '#components/site-element.ts';
import { dayInFrance } from '#domain/days.ts';
import { capitalised } from '#domain/french.ts';
import { typeset } from '#domain/typography.ts';
import { REPORT_SECTIONS, watchReport, type ReportItem, type ReportSection, type ReportFacts } from './report.ts';

/** Lays what the watch asks of its editors today. */
class WatchList extends SiteElement {
  connectedCallback() {
    const facts = JSON.parse(this.dataset['facts'] ?? '[]') as ReportFacts[];
    const report = watchReport(facts, dayInFrance(new Date()));
    for (const name of Object.keys(REPORT_SECTIONS) as ReportSection[]) {
      const items = report[name];
      this.one(`[data-list="${name}"]`).replaceChildren(...items.map((item) => this.row(item)));
      this.one(`[data-count="${name}"]`).textContent = `(${items.length})`;
      this.one(`[data-none="${name}"]`).hidden = items.length > 0;
    }
  }

  row({ slug, title, why, remedy, collection = 'opportunities' }: ReportItem): Node {
    const row = document.importNode(this.one('template', HTMLTemplateElement).content, true);
    const put = (selector: string, text: string) => row.querySelector(selector)?.replaceChildren(typeset(text));
    put('h3', title);
    put('.why', `${capitalised(why)}.`);
    put('.remedy', remedy);
    const link = (selector: string, href: string) => {
      const found = row.querySelector(selector);
      found?.setAttribute('href', href);
      found?.setAttribute('aria-label', `${found.textContent} : ${title}`);
    };
    link('.edit', `/admin/#/collections/${collection}/entries/${slug}`);
    link('.read', collection === 'opportunities' ? `/financements/${slug}/` : `/financements/ensemble/${slug}/`);
    return row;
  }
}

customElements.define('watch-list', WatchList);
