import { tileLayer, type Map as LeafletMap, type TileLayer } from 'leaflet/dist/leaflet-src.esm.js';
import type { TileSource } from './tiles.ts';

/** A screen without one tile after this time says so. */
const PATIENCE_MS = 8000;

/**
 * Lays the tiles, and says whether they arrive: not when most of a screenful failed, nor when none came in time.
 * Called again with `true` when they do after all.
 */
export function layTiles(map: LeafletMap, source: TileSource, onArrive: (arrive: boolean) => void): TileLayer {
  const { url, attribution, minZoom, maxZoom } = source;
  const layer = tileLayer(url, { minZoom, maxZoom, attribution: escaped(attribution) });
  let [came, failed] = [0, 0];
  let timer = 0;
  const judge = () => {
    if (came + failed > 0) onArrive(came >= failed);
  };
  layer.on('loading', () => {
    [came, failed] = [0, 0];
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (came === 0) onArrive(false);
    }, PATIENCE_MS);
  });
  layer.on('tileload', () => {
    came += 1;
  });
  layer.on('tileerror', () => {
    failed += 1;
  });
  layer.on('load', () => {
    clearTimeout(timer);
    judge();
  });
  layer.on('remove', () => {
    clearTimeout(timer);
  });
  map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
  return layer.addTo(map);
}

/** Leaflet writes a credit as HTML; an editor wrote it as text. */
function escaped(text: string): string {
  const element = document.createElement('span');
  element.textContent = text;
  return element.innerHTML;
}
