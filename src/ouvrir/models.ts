/** A way of holding the balance, as the guide tells it; both are Markdown. */
export interface EconomicModel {
  title: string;
  text: string;
}

/** The models of the guide: its third-level headings, and what stands under each. */
export function modelsOf(guide: string): EconomicModel[] {
  return guide
    .split(/^(?=#{1,3} )/m)
    .filter((section) => section.startsWith('### '))
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return { title: heading.slice(4).trim(), text: lines.join('\n').trim() };
    });
}
