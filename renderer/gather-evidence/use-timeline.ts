import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { EvidenceLine, QueryInput } from '../../contract/device/queries.ts'
import { door } from '../door/door.ts'

type Filter = Pick<QueryInput<'evidence.list'>, 'q' | 'goal' | 'trashed'>

interface Timeline {
  /** Newest first; grows page by page. */
  readonly lines: readonly EvidenceLine[]
  readonly total: number
  readonly all: number
  /** Words of the search that nothing holds. */
  readonly nothing: readonly string[]
  /** `undefined` when the last page is here. */
  readonly more: (() => void) | undefined
  readonly isReading: boolean
}

const pageRows = 500

/** The timeline for a filter, or `undefined` before its first page. Old lines stay until new ones come. */
export function useTimeline(filter: Filter): Timeline | undefined {
  const pages = useInfiniteQuery({
    queryKey: ['evidence.list', filter, 'pages'],
    queryFn: ({ pageParam }) =>
      door.query('evidence.list', {
        ...filter,
        limit: pageRows,
        ...(pageParam === '' ? {} : { after: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: last => last.next,
    placeholderData: before => before,
  })
  const lines = useMemo(() => (pages.data?.pages ?? []).flatMap(page => page.lines), [pages.data])
  if (pages.error !== null && pages.data === undefined) throw pages.error
  const [first] = pages.data?.pages ?? []
  if (pages.data === undefined || first === undefined) return undefined
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  return {
    lines,
    total: first.total,
    all: first.all,
    nothing: first.nothing,
    more:
      hasNextPage && !isFetchingNextPage
        ? () => void fetchNextPage({ cancelRefetch: false })
        : undefined,
    isReading: isFetchingNextPage,
  }
}
