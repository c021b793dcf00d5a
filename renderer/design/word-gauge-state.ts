/** Where a count stands to what was asked for, and the lengths of the gauge (percent of its full width). */
export interface GaugeState {
  readonly at: 'below' | 'within' | 'above'
  readonly fromPercent: number
  readonly spanPercent: number
  readonly reachedPercent: number
}

/** The gauge's full width is 120 % of the limit, so that going over shows. */
const fullShare = 1.2

export function gaugeState(words: number, min: number, max: number): GaugeState {
  const full = max * fullShare
  const percent = (n: number) => Math.min(100, (n / full) * 100)
  return {
    at: words < min ? 'below' : words > max ? 'above' : 'within',
    fromPercent: percent(min),
    spanPercent: percent(max) - percent(min),
    reachedPercent: percent(words),
  }
}
