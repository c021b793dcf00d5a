import { agreeErasure } from './agree.ts'
import { askErasure } from './ask.ts'
import { beginErasure } from './begin.ts'
import { callOffErasure } from './call-off.ts'
import { countErasure } from './count.ts'
import { erasePart } from './erase-part.ts'
import { finishErasure } from './finish.ts'
import { liftHold } from './lift-hold.ts'
import { putHold } from './put-hold.ts'
import { replayErasure } from './replay.ts'

export const erasureCommands = {
  'erasure.begin': beginErasure,
  'erasure.count': countErasure,
  'erasure.ask': askErasure,
  'erasure.agree': agreeErasure,
  'erasure.call-off': callOffErasure,
  'erasure.part': erasePart,
  'erasure.finish': finishErasure,
  'erasure.replay': replayErasure,
  'hold.put': putHold,
  'hold.lift': liftHold,
}
