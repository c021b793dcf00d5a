import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * A process that moves a place, and is killed right before its nth change of a folder; for a test that looks at what it
 * left. `take-back`: it takes back what is written down.
 */
const [folder = '', nth = '', what = '', moving = ''] = process.argv.slice(2)
let changes = 0
const counted = <A extends readonly unknown[], R>(change: (...given: A) => R) => {
  return (...given: A): R => {
    if (++changes === Number(nth)) process.kill(process.pid, 'SIGKILL')
    return change(...given)
  }
}
Object.assign(fs, {
  renameSync: counted(fs.renameSync),
  rmSync: counted(fs.rmSync),
  rmdirSync: counted(fs.rmdirSync),
  mkdirSync: counted(fs.mkdirSync),
  writeFileSync: counted(fs.writeFileSync),
})
syncBuiltinESMExports()
const { beginMoving, finishMoving, takeBackMoving } = await import('../aside/moving.ts')
if (what === 'take-back') takeBackMoving(folder)
else {
  beginMoving(folder, JSON.parse(moving))
  finishMoving(folder)
}
