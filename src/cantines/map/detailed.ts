import leafletStyles from 'leaflet/dist/leaflet.css?inline';
import {
  control,
  divIcon,
  latLngBounds,
  map as createMap,
  marker,
  type Map as LeafletMap,
  type Marker,
} from 'leaflet/dist/leaflet-src.esm.js';
import { distanceKm, type Point } from '#domain/distance.ts';
import ownStyles from './detailed.css?inline';
import type { MarkGroup } from './groups.ts';
import { MarkLayer } from './mark-layer.ts';
import { originElement } from './points.ts';
import type { MapData, PlaceRecord } from './records.ts';
import { layTiles } from './tile-layer.ts';

interface Reports {
  /** A cantine is pointed at or focused; undefined: it is left. */
  onFocus: (slug: string | undefined) => void;
  /** What the frame now holds, in words. */
  onView: (words: string) => void;
  /** Whether the tiles arrive. */
  onTiles: (arrive: boolean) => void;
}

export interface DetailedMap {
  show: (slugs: readonly string[]) => void;
  focusOn: (slug: string | undefined) => void;
  setOrigin: (origin: Point | null) => void;
  /** Asks for the tiles again. */
  retry: () => void;
  close: () => void;
}

/** No closer when a few cantines are framed: the streets around must say where they are. */
const CLOSEST_FRAME = 13;
const FRANCE = latLngBounds([41.3, -5.2], [51.1, 9.6]);

/** Opens the detailed map in a box that is shown and empty, and moves the focus to it. */
export function openDetailed(box: HTMLElement, { tiles, places }: MapData, reports: Reports): DetailedMap {
  addStyles();
  const container = document.createElement('div');
  container.setAttribute('role', 'region');
  container.setAttribute('aria-label', 'Carte détaillée\u00a0: flèches pour se déplacer, plus et moins pour zoomer');
  box.append(container);

  const map = createLeaflet(container, tiles);
  const marks = new MarkLayer(map, places, tiles.maxZoom);
  const layer = layTiles(map, tiles, (arrive) => {
    container.classList.toggle('no-tiles', !arrive);
    reports.onTiles(arrive);
  });
  let shown: readonly PlaceRecord[] = places;
  let origin: Marker | undefined;

  const draw = () => {
    reports.onView(wordsOf(marks.draw()));
  };
  const frame = (points: readonly Point[]) => {
    const bounds = latLngBounds(points.map(({ latitude, longitude }) => [latitude, longitude]));
    map.fitBounds(bounds.isValid() ? bounds : FRANCE, { padding: [24, 24], maxZoom: CLOSEST_FRAME, animate: false });
  };

  listen(map, marks, reports);
  frame(shown);
  map.on('moveend', draw);
  draw();
  container.focus({ preventScroll: true });

  return {
    show(slugs) {
      const wanted = new Set(slugs);
      shown = places.filter(({ slug }) => wanted.has(slug));
      marks.load(shown);
      const bounds = map.getBounds();
      const seen = shown.some(({ latitude, longitude }) => bounds.contains([latitude, longitude]));
      if (!seen && shown.length > 0) frame(shown);
      draw();
    },
    focusOn(slug) {
      marks.choose(slug);
      const place = shown.find((each) => each.slug === slug);
      if (!place || map.getBounds().contains([place.latitude, place.longitude])) return;
      map.panTo([place.latitude, place.longitude], { animate: false });
    },
    setOrigin(point) {
      origin?.remove();
      origin = undefined;
      if (!point) return;
      const icon = divIcon({ html: originElement(), className: '', iconSize: undefined });
      origin = marker([point.latitude, point.longitude], { icon, keyboard: false, interactive: false }).addTo(map);
      const near = [...shown].sort((a, b) => distanceKm(a, point) - distanceKm(b, point));
      frame([point, ...near.slice(0, 3)]);
    },
    retry() {
      layer.redraw();
    },
    close() {
      map.remove();
      container.remove();
    },
  };
}

let styled = false;

/** Styles that only this view needs come with it, in a sheet of the page: its policy accepts no new one. */
function addStyles(): void {
  if (styled) return;
  styled = true;
  const [sheet] = document.styleSheets;
  for (const layer of [`@layer base{${leafletStyles}}`, `@layer pieces{${ownStyles}}`])
    sheet?.insertRule(layer, sheet.cssRules.length);
}

function createLeaflet(container: HTMLElement, { minZoom, maxZoom }: MapData['tiles']): LeafletMap {
  const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = createMap(container, {
    minZoom,
    maxZoom,
    zoomControl: false,
    // The wheel belongs to the page until the map is in use.
    scrollWheelZoom: false,
    zoomAnimation: moves,
    fadeAnimation: moves,
    inertia: moves,
  });
  control.zoom({ zoomInTitle: 'Agrandir', zoomOutTitle: 'Réduire' }).addTo(map);
  container.addEventListener('focusin', () => map.scrollWheelZoom.enable());
  container.addEventListener('focusout', () => map.scrollWheelZoom.disable());
  // Browsers scroll the frame to reveal a focused mark near its edge; Leaflet would then be off by as much.
  container.addEventListener('scroll', () => {
    container.scrollTo(0, 0);
  });
  return map;
}

function listen(map: LeafletMap, marks: MarkLayer, { onFocus }: Reports): void {
  const container = map.getContainer();
  let dragged = false;
  container.addEventListener('pointerdown', () => {
    dragged = false;
  });
  map.on('dragstart', () => {
    dragged = true;
  });
  container.addEventListener('click', (event) => {
    // The end of a drag that began on a mark is not a click on it; the keyboard's clicks count none.
    if (dragged && event.detail > 0) event.preventDefault();
    else {
      const key = dataAt(event.target, 'group');
      if (key !== undefined) marks.open(key);
    }
  });
  const enter = ({ target }: Event) => {
    const slug = dataAt(target, 'slug');
    if (slug !== undefined) onFocus(slug);
  };
  const leave = ({ target }: Event) => {
    if (dataAt(target, 'slug') !== undefined) onFocus(undefined);
  };
  for (const type of ['focusin', 'pointerover']) container.addEventListener(type, enter);
  for (const type of ['focusout', 'pointerout']) container.addEventListener(type, leave);
}

const dataAt = (target: EventTarget | null, name: 'slug' | 'group'): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>(`[data-${name}]`)?.dataset[name] : undefined;

/** « Dans ce cadre : 12 cantines, dont 9 en 2 groupes à ouvrir. » */
function wordsOf(groups: readonly MarkGroup[]): string {
  const total = groups.reduce((sum, { places }) => sum + places.length, 0);
  if (total === 0) return 'Aucune cantine dans ce cadre\u00a0: réduisez la carte pour en voir.';
  const gathered = groups.filter(({ places }) => places.length > 1);
  const inside = gathered.reduce((sum, { places }) => sum + places.length, 0);
  const apart = gathered.length === 0 ? '' : `, dont ${inside} en ${number(gathered.length, 'groupe')} à ouvrir`;
  return `Dans ce cadre\u00a0: ${number(total, 'cantine')}${apart}.`;
}

const number = (value: number, word: string): string => `${value}\u00a0${word}${value > 1 ? 's' : ''}`;
