import { useMemo } from 'react'
import type { EvidenceLine, QueryInput } from '../../contract/device/queries.ts'
import { usePages } from '../app/pages.ts'
import { door } from '../door/door.ts'

type Filter = Pick<QueryInput<'evidence.list'>, 'q' | 'goal' | 'trashed'>

interface Timeline {
  /** Newest first; grows page by page. */
  readonly lines: readonly EvidenceLine[]
  readonly total: number
  readonly all: number
  /** Words of the search that nothing holds. */
  readonly nothing: readonly string[]
  /** `undefined` while a page is read, and when the last one is here. */
  readonly more: (() => void) | undefined
  readonly isReading: boolean
}

const pageRows = 500

/** The timeline for a filter, or `undefined` before its first page. Old lines stay until new ones come. */
export function useTimeline(filter: Filter): Timeline | undefined {
  const asked = { ...filter, limit: pageRows }
  const found = usePages(['evidence.list', asked], from =>
    door.query('evidence.list', { ...asked, ...from }),
  )
  const pages = found?.pages
  const lines = useMemo(() => (pages ?? []).flatMap(page => page.lines), [pages])
  const first = pages?.[0]
  if (found === undefined || first === undefined) return undefined
  const { total, all, nothing } = first
  return { lines, total, all, nothing, more: found.more, isReading: found.isReading }
}
