import { addPerson } from './add.ts'
import { addUnit } from './add-unit.ts'
import { agreeRole } from './agree-role.ts'
import { changeHolidays } from './change-holidays.ts'
import { closeUnit } from './close-unit.ts'
import { countInCharge } from './count-in-charge.ts'
import { declineRole } from './decline-role.ts'
import { describeDistrict } from './describe-district.ts'
import { leave } from './leave.ts'
import { notePasswordSet } from './note-password-set.ts'
import { publishDeviceKey } from './publish-device-key.ts'
import { renameUnit } from './rename-unit.ts'

export const personCommands = {
  'person.add': addPerson,
  'person.leave': leave,
  'role.agree': agreeRole,
  'role.decline': declineRole,
  'in-charge.count': countInCharge,
  'district.describe': describeDistrict,
  'district.change-holidays': changeHolidays,
  'unit.add': addUnit,
  'unit.rename': renameUnit,
  'unit.close': closeUnit,
  'device-key.publish': publishDeviceKey,
  'password.note-set': notePasswordSet,
}
