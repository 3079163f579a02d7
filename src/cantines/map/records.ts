import type { InsetCode } from './drawing.ts';
import type { CantinePlace } from './marks.ts';
import type { TileSource } from './tiles.ts';

/** A cantine as the page hands it to `<cantine-map>`, in JSON: words and colours are decided at build. */
export interface PlaceRecord {
  slug: string;
  href: string;
  /** Title, and status when it is not open. */
  name: string;
  status: CantinePlace['status'];
  latitude: number;
  longitude: number;
  /** The two colours of its shape. */
  fill: string;
  color: string;
}

/** The JSON inside `<cantine-map>`. */
export interface MapData {
  tiles: TileSource;
  insets: InsetCode[];
  places: PlaceRecord[];
}
