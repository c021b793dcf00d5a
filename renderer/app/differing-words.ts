import { diffIndices } from 'node-diff3'

/** A run of a text: the same in both versions, or only in this one. */
export interface Run {
  readonly text: string
  readonly differs: boolean
}

const wordsOf = (text: string) => text.match(/\s+|[^\s]+/g) ?? []

/** Both versions of a text by runs of words, those that differ marked. */
export function differingWords(
  here: string,
  there: string,
): { readonly here: readonly Run[]; readonly there: readonly Run[] } {
  const [a, b] = [wordsOf(here), wordsOf(there)]
  const differences = diffIndices(a, b)
  return {
    here: runsOf(
      a,
      differences.map(one => one.buffer1),
    ),
    there: runsOf(
      b,
      differences.map(one => one.buffer2),
    ),
  }
}

function runsOf(
  words: readonly string[],
  changed: readonly (readonly [start: number, length: number])[],
): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  const take = (end: number, differs: boolean) => {
    if (end > at) runs.push({ text: words.slice(at, end).join(''), differs })
    at = Math.max(at, end)
  }
  for (const [start, length] of changed) {
    take(start, false)
    take(start + length, true)
  }
  take(words.length, false)
  return runs
}
