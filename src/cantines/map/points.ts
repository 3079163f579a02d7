import type { MarkGroup } from './groups.ts';
import type { PlaceRecord } from './records.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The mark of one cantine on the detailed map: a link with its name, in the shape it has in the drawing. */
export function placeElement({ slug, href, name, status, fill, color }: PlaceRecord): HTMLElement {
  const link = document.createElement('a');
  link.href = href;
  link.className = 'map-point';
  link.dataset['slug'] = slug;
  const shape = document.createElementNS(SVG, 'svg');
  shape.setAttribute('viewBox', '-12 -12 24 24');
  shape.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  for (const [attribute, value] of Object.entries({ href: `#marque-${status}`, fill, color })) {
    use.setAttribute(attribute, value);
  }
  shape.append(use);
  link.append(shape, label(name));
  return link;
}

/** The mark of several: a button that zooms in. */
export function groupElement({ key, places }: MarkGroup): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'map-point map-group';
  button.dataset['group'] = key;
  const number = document.createElement('span');
  number.setAttribute('aria-hidden', 'true');
  number.textContent = String(places.length);
  const named = places.slice(0, 3).map(({ name }) => name);
  const others = places.length - named.length;
  const list = others > 0 ? `${named.join('\u202f; ')} et ${others} de plus` : named.join('\u202f; ');
  button.append(number, label(`${places.length}\u00a0cantines\u00a0: ${list}. Agrandir ici`));
  return button;
}

/** Where the visitor starts from. */
export function originElement(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'map-origin';
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', 'Votre point de départ');
  return element;
}

function label(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'map-name';
  element.textContent = text;
  return element;
}
