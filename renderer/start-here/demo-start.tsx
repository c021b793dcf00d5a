import type { Session } from '../../contract/device/session.ts'
import { door } from '../door/door.ts'
import { DemoStarting } from './demo-starting.tsx'

/** The third way to begin: the demo, as its teacher. */
export const DemoStart = ({ onSession }: { onSession(session: Session): void }) => (
  <DemoStarting begin={async () => onSession(await door.setup({ demo: true }))} />
)
