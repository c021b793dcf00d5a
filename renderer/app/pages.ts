import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query'
import { DoorRefused } from '../door/door.ts'

interface Page {
  /** Where the next page begins; absent: this is the last. */
  readonly next?: string | undefined
}

/** A long answer as far as it is here. */
export interface Pages<P extends Page> {
  /** The first page at least. */
  readonly pages: readonly P[]
  /** Reads one page more; `undefined` while one is read, and when the last one is here. */
  readonly more: (() => void) | undefined
  readonly isReading: boolean
  /** Whether all of what was asked is here, and nothing of what was asked before. */
  readonly isAll: boolean
}

/**
 * A long answer, page by page, or `undefined` before its first page. Old pages stay until the new ones come, and nothing is
 * read on from them. `ask`: a page from where one before it said, or from the beginning.
 */
export function usePages<P extends Page>(
  key: QueryKey,
  ask: (from: { readonly after?: string }) => Promise<P>,
): Pages<P> | undefined {
  const { data, error, hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } =
    useInfiniteQuery({
      queryKey: [...key, 'pages'],
      queryFn: ({ pageParam }) => ask(pageParam === '' ? {} : { after: pageParam }),
      initialPageParam: '',
      getNextPageParam: (last: P) => last.next,
      placeholderData: before => before,
    })
  // A program that was closed answers once it is there again; until then the foot says so.
  const isAway = error instanceof DoorRefused && error.error.code === 'program_gone'
  if (error !== null && data === undefined && !isAway) throw error
  if (data === undefined) return undefined
  const isMore = hasNextPage && !isFetchingNextPage && !isPlaceholderData
  return {
    pages: data.pages,
    more: isMore ? () => void fetchNextPage({ cancelRefetch: false }) : undefined,
    isReading: isFetchingNextPage,
    isAll: !hasNextPage && !isPlaceholderData,
  }
}
