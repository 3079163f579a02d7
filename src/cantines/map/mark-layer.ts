import { divIcon, marker, type Map as LeafletMap, type Marker } from 'leaflet/dist/leaflet-src.esm.js';
import { Groups, type MarkGroup } from './groups.ts';
import { groupElement, placeElement } from './points.ts';
import type { PlaceRecord } from './records.ts';

interface Drawn {
  marker: Marker;
  element: HTMLElement;
  group: MarkGroup;
}

/** The cantines on the detailed map: what stands in the frame, from north to south for the keyboard. */
export class MarkLayer {
  readonly #map: LeafletMap;
  readonly #maxZoom: number;
  readonly #drawn = new Map<string, Drawn>();
  #groups: Groups;
  #chosen: string | undefined;

  constructor(map: LeafletMap, places: readonly PlaceRecord[], maxZoom: number) {
    this.#map = map;
    this.#maxZoom = maxZoom;
    this.#groups = new Groups(places, maxZoom);
  }

  /** Takes other cantines; `draw` then shows them. */
  load(places: readonly PlaceRecord[]): void {
    this.#groups = new Groups(places, this.#maxZoom);
    for (const { marker: old } of this.#drawn.values()) old.remove();
    this.#drawn.clear();
  }

  /** Points at the mark that holds a cantine. */
  choose(slug: string | undefined): void {
    this.#chosen = slug;
    for (const { element, group } of this.#drawn.values()) element.classList.toggle('chosen', holds(group, slug));
  }

  /** Zooms until the group of that key comes apart. */
  open(key: string): void {
    const group = this.#drawn.get(key)?.group;
    if (group) this.#map.setView([group.latitude, group.longitude], this.#groups.opensAt(group));
  }

  /** Shows what the frame holds now, and returns it. */
  draw(): MarkGroup[] {
    const wanted = new Map(
      this.#groups.within(this.#map.getBounds(), this.#map.getZoom()).map((group) => [group.key, group]),
    );
    const focused = [...this.#drawn.values()].find(({ element }) => element === document.activeElement);
    for (const [key, { marker: old }] of this.#drawn) {
      if (wanted.has(key)) continue;
      old.remove();
      this.#drawn.delete(key);
    }
    for (const [key, group] of wanted) if (!this.#drawn.has(key)) this.#add(group);
    const all = [...this.#drawn.values()].sort((a, b) => b.group.latitude - a.group.latitude);
    this.#turnLabels(all);
    this.#order(all);
    if (focused && !this.#drawn.has(focused.group.key)) this.#handFocus(focused.group, all);
    this.choose(this.#chosen);
    return all.map(({ group }) => group);
  }

  #add(group: MarkGroup): void {
    const [place] = group.places;
    if (!place) return;
    const element = group.places.length > 1 ? groupElement(group) : placeElement(place);
    const { x, y } = group.offset;
    // The element is its own link or button: Leaflet's keyboard and pointer handling stay out.
    const icon = divIcon({ html: element, className: '', iconSize: undefined, iconAnchor: [-x, -y] });
    const options = { icon, keyboard: false, interactive: false };
    const added = marker([group.latitude, group.longitude], options).addTo(this.#map);
    this.#drawn.set(group.key, { marker: added, element, group });
  }

  /** Names unfold towards the middle of the frame. */
  #turnLabels(all: readonly Drawn[]): void {
    const middle = this.#map.getSize().x / 2;
    for (const { element, group } of all) {
      const { x } = this.#map.latLngToContainerPoint([group.latitude, group.longitude]);
      element.classList.toggle('leftwards', x > middle);
    }
  }

  /** Moving a focused element would blur it: the order then waits. */
  #order(all: readonly Drawn[]): void {
    const pane = this.#map.getPane('markerPane');
    if (!pane || pane.contains(document.activeElement)) return;
    for (const { marker: each } of all) {
      const icon = each.getElement();
      if (icon) pane.append(icon);
    }
  }

  /** A group that came apart hands its focus to the first of its cantines, else to the map. */
  #handFocus(gone: MarkGroup, all: readonly Drawn[]): void {
    const heir = all.find(({ group }) => holds(group, gone.places[0]?.slug));
    (heir?.element ?? this.#map.getContainer()).focus({ preventScroll: true });
  }
}

const holds = ({ places }: MarkGroup, slug: string | undefined): boolean => places.some((place) => place.slug === slug);
