import { ErrorNote } from '../design/error-note.tsx'
import { useSync } from './live.tsx'
import { useWords } from './words.tsx'

/** That files have no room left in the district, and what to do; nothing where all fit. */
export function RoomNote() {
  const said = useWords().settings.district.room
  const { room } = useSync()
  if (room === undefined || room.lackingCount === 0) return null
  return <ErrorNote kind="ask" said={said.lacking({ n: room.lackingCount })} next={said.next} />
}
