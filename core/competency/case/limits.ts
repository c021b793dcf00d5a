/**
 * What a CASE package may be. Texas chapters hold 1,400 to 2,400 items in 3 to 5 MB; the largest we promise is
 * 20,000 items, which is about 30 MB.
 */
export const caseLimits = {
  charactersMax: 64 * 1024 ** 2,
  /** Nesting of the JSON. A package needs eight levels; extensions may add some. */
  jsonDepthMax: 32,
  /** Values of all kinds in the JSON, against a small file that unfolds into a huge one. */
  valuesMax: 4_000_000,
  itemsMax: 20_000,
  associationsMax: 200_000,
  criteriaMax: 20_000,
  levelsMax: 20,
  /** Items below items. A screen draws the tree by recursion, so its depth has a floor. */
  treeDepthMax: 32,
  parentsMax: 20,
  /** Different kinds of problem that are told; equal ones are counted, not repeated. */
  problemsMax: 200,
} as const
