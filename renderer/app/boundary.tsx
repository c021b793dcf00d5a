import { Component, type ReactNode } from 'react'
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

function Failed({ error }: Caught) {
  return <Stopped told={tellDoor(useWords(), error)} />
}
