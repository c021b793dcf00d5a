import { QueryClient, useQuery } from '@tanstack/react-query'
import type { Query, QueryFilters } from '@tanstack/react-query'
import type { QueryInput, QueryName, QueryRows } from '../../contract/device/queries.ts'
import { door, DoorRefused, kindsHeld } from '../door/door.ts'

/** The screens' memory of answers. Loopback is always there: being offline never stops a question. */
export const memory = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: Infinity, retry: 2, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always' },
  },
})

/**
 * The rows of a query; asked again when something it may hold has changed. Old rows stay until new ones come. Without
 * `isAsked` nothing is asked, for what only an open sheet shows.
 */
export function useRows<N extends QueryName>(
  name: N,
  input: QueryInput<N>,
  isAsked = true,
): QueryRows<N> | undefined {
  const { data, error } = useQuery({
    queryKey: [name, input],
    queryFn: () => door.query(name, input),
    enabled: isAsked,
    placeholderData: before => before,
  })
  // A program that was closed answers once it is there again; until then the foot says so.
  const isAway = error instanceof DoorRefused && error.error.code === 'program_gone'
  if (error !== null && data === undefined && !isAway) throw error
  return data
}

/**
 * Answers are old and asked for again. So are first ones that have not come yet: they may have been read before the
 * change, and the memory would else wait for them and take them for what is there now.
 */
export function askAnew(which: QueryFilters = {}): Promise<void> {
  const { predicate } = which
  const isFirst = (query: Query) => query.state.data === undefined
  void memory.cancelQueries({
    ...which,
    predicate: query => isFirst(query) && (predicate?.(query) ?? true),
  })
  return memory.invalidateQueries(which)
}

/** Answers that may hold a record of these kinds are old. One that has not come yet may hold anything. */
export const forgetKinds = (kinds: ReadonlySet<string>) =>
  askAnew({
    predicate: ({ queryKey }) =>
      kindsHeld.get(String(queryKey[0]))?.some(kind => kinds.has(kind)) ?? true,
  })

/** Everything is old: after a gap in the events, or another program. */
export const forgetAll = () => askAnew()
