import type { Flat } from './lambert.ts';

/** A line without the points that lie within `tolerance` of the straight way (Douglas and Peucker, 1973). */
export function simplify(line: readonly Flat[], tolerance: number): Flat[] {
  const kept = new Set([0, line.length - 1]);
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [farthest, far] = [-1, tolerance];
    for (let at = from + 1; at < to; at += 1) {
      const distance = fromSegment(line[at] as Flat, line[from] as Flat, line[to] as Flat);
      if (distance > far) [farthest, far] = [at, distance];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => kept.has(index));
}

function fromSegment(point: Flat, a: Flat, b: Flat): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - part * dx, point.y - a.y - part * dy);
}
