import { joinWords, uncapitalised } from '#domain/french.ts';
import { formatEuros } from '#domain/numbers.ts';
import { REGIONS, type RegionCode } from '#domain/regions.ts';
import { regionsOf } from '#places/territories.ts';
import { OPPORTUNITY_KINDS, type Opportunity } from '#schemas/opportunities.ts';

/** What a recipient wants to hear of, among what suits them; all of it when nothing is asked. */
export interface AlertFilter {
  types: readonly Opportunity['kind'][];
  /** Euros. */
  minAmount?: number | undefined;
  regions?: readonly RegionCode[] | undefined;
}

type Filtered = Pick<Opportunity, 'kind' | 'amounts' | 'territory'>;

/** Whether a recipient wants to hear of an opportunity. What nobody wrote of it does not exclude it. */
export function passesFilter(
  { kind, amounts, territory }: Filtered,
  { types, minAmount = 0, regions = [] }: AlertFilter,
): boolean {
  const most = amounts.max ?? amounts.min;
  const within = regionsOf(territory);
  return (
    (types.length === 0 || types.includes(kind)) &&
    (most === undefined || most >= minAmount) &&
    (regions.length === 0 || within.size === 0 || regions.some((region) => within.has(region)))
  );
}

/** `prêt ou prix, à partir de 5 000 €, régions : Bretagne, Grand Est, et toute la France`; undefined without any condition. */
export function sayFilter({ types, minAmount, regions = [] }: AlertFilter): string | undefined {
  const conditions = [
    ...(types.length > 0
      ? [
          joinWords(
            types.map((type) => uncapitalised(OPPORTUNITY_KINDS[type])),
            'ou',
          ),
        ]
      : []),
    ...(minAmount === undefined ? [] : [`à partir de ${formatEuros(minAmount)}`]),
    ...(regions.length > 0
      ? [
          `${regions.length > 1 ? 'régions' : 'région'}\u00a0: ${regions.map((region) => REGIONS[region]).join(', ')}, et toute la France`,
        ]
      : []),
  ];
  return conditions.length === 0 ? undefined : conditions.join(', ');
}
