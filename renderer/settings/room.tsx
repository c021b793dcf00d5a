import { RoomNote } from '../app/room-note.tsx'
import { useSync } from '../app/live.tsx'
import { useWords } from '../app/words.tsx'
import { measure } from '../design/text.css.ts'
import * as look from './settings.css.ts'

/** How much of the room that the district has for one's files is taken; nothing where it has not said. */
export function RoomThere() {
  const said = useWords().settings.district.room
  const { room } = useSync()
  if (room === undefined) return null
  return (
    <section className={look.group}>
      <h2>{said.title}</h2>
      <p className={measure}>{said.used(room)}</p>
      <RoomNote />
    </section>
  )
}
