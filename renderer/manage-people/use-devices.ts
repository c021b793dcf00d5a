import { useQuery } from '@tanstack/react-query'
import type { DeviceRow } from '../../contract/sync/join.ts'
import { tellDoor, type Told } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { door } from '../door/door.ts'

/** While the screen is open a computer that has just joined comes in by itself within this (ms). */
const anewMs = 20_000

/** The district's computers as it told them, or why it didn't; only it knows them, so they need a network. */
export interface DevicesAsked {
  readonly devices: readonly DeviceRow[] | undefined
  readonly told: Told | undefined
  readonly asking: boolean
  again(): void
}

/** Asks the district for its computers. */
export function useDevices(): DevicesAsked {
  const words = useWords()
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['district devices'],
    queryFn: () => door.district.devices(),
    retry: false,
    refetchInterval: anewMs,
  })
  return {
    devices: data?.devices,
    told: error === null ? undefined : tellDoor(words, error),
    asking: isFetching,
    again: () => void refetch(),
  }
}
