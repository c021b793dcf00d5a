import { Component, useEffect, useState, type ReactNode } from 'react'
import { door, DoorRefused } from '../door/door.ts'
import { tellDoor } from './act.ts'
import { Stopped } from './stopped.tsx'
import { useWords } from './words.tsx'

interface Caught {
  readonly error: unknown
}

/** A screen that fails shows why in words, and never takes the window with it. */
export class Boundary extends Component<{ children: ReactNode }, { caught: Caught | undefined }> {
  override state = { caught: undefined as Caught | undefined }

  static getDerivedStateFromError(error: unknown): { caught: Caught } {
    return { caught: { error } }
  }

  override render() {
    const { caught } = this.state
    return caught === undefined ? this.props.children : <Failed error={caught.error} />
  }
}

/** How often it is looked whether the program is there again (ms). */
const lookAgainMs = 1_000

function Failed({ error }: Caught) {
  const words = useWords()
  const [away, setAway] = useState<unknown>()
  useEffect(() => {
    let isGone = false
    let wasAway = false
    // A screen whose script did not come, because the program was closed: told as such, and begun anew once it is back.
    const look = async () => {
      while (!isGone) {
        const refused = await door.session().then(
          () => undefined,
          (reason: unknown) => reason,
        )
        const isAway = refused instanceof DoorRefused && refused.error.code === 'program_gone'
        if (isGone || (!isAway && !wasAway)) return
        if (!isAway) {
          location.reload()
          return
        }
        wasAway = true
        setAway(refused)
        await new Promise(resolve => setTimeout(resolve, lookAgainMs))
      }
    }
    void look()
    return () => {
      isGone = true
    }
  }, [])
  return <Stopped told={tellDoor(words, away ?? error)} />
}
