import type { ViewerTells } from '../../contract/device/door.ts'

const shows = ['image', 'pdf', 'audio', 'video', 'text', 'nothing'] as const
const whys = ['gone', 'damaged', 'unknown'] as const
const keyCharsMax = 20
const selectionCharsMax = 2_000

/** A message of the viewer, read as one of its kinds; `undefined` for anything else that a window may be sent. */
export function readTold(data: unknown): ViewerTells | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const told = new Map<string, unknown>(Object.entries(data))
  const whole = (name: string) => wholeNumber(told.get(name))
  switch (told.get('kind')) {
    case 'ready': {
      const kind = shows.find(known => known === told.get('shows'))
      if (kind === undefined) return undefined
      return {
        kind: 'ready',
        shows: kind,
        ...some({ pages: whole('pages'), lengthMs: whole('lengthMs') }),
      }
    }
    case 'place': {
      const selection = told.get('selection')
      const playing = told.get('playing')
      return {
        kind: 'place',
        ...some({ page: whole('page'), timeMs: whole('timeMs'), top: whole('top') }),
        ...(typeof playing === 'boolean' ? { playing } : {}),
        ...(typeof selection === 'string'
          ? { selection: selection.slice(0, selectionCharsMax) }
          : {}),
      }
    }
    case 'failed': {
      const why = whys.find(known => known === told.get('why'))
      return why === undefined ? undefined : { kind: 'failed', why }
    }
    case 'key': {
      const key = told.get('key')
      if (typeof key !== 'string' || key.length > keyCharsMax) return undefined
      return {
        kind: 'key',
        key,
        ctrl: told.get('ctrl') === true,
        shift: told.get('shift') === true,
      }
    }
    default:
      return undefined
  }
}

const wholeNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined

function some<K extends string>(facts: Record<K, number | undefined>): { [N in K]?: number } {
  const known: { [N in K]?: number } = {}
  for (const name in facts) {
    const value = facts[name]
    if (value !== undefined) known[name] = value
  }
  return known
}
