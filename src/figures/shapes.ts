/** The shape of a point around its place, as an SVG path: a total is a diamond, so that colour is never alone. */
export const shapeOf = (total: boolean, radius: number): string =>
  total
    ? `M0-${radius * 1.3}L${radius * 1.3} 0L0 ${radius * 1.3}L-${radius * 1.3} 0z`
    : `M-${radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0-${2 * radius} 0z`;
