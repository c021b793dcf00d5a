import { QueryClient, useQuery } from '@tanstack/react-query'
import type { QueryInput, QueryName, QueryRows } from '../../contract/device/queries.ts'
import { door } from '../door/door.ts'

/** The screens' memory of answers. Loopback is always there: being offline never stops a question. */
export const memory = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: Infinity, retry: 2, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always' },
  },
})

/** The rows of a query; asked again when something it may hold has changed. Old rows stay until new ones come. */
export function useRows<N extends QueryName>(
  name: N,
  input: QueryInput<N>,
): QueryRows<N> | undefined {
  const { data, error } = useQuery({
    queryKey: [name, input],
    queryFn: () => door.query(name, input),
    placeholderData: before => before,
  })
  if (error !== null && data === undefined) throw error
  return data
}

/** Everything is old: after a gap in the events, or another program. */
export const forgetAll = () => memory.invalidateQueries()
