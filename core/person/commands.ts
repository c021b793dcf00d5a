import { addPerson } from './add.ts'
import { addUnit } from './add-unit.ts'
import { describeDistrict } from './describe-district.ts'
import { publishDeviceKey } from './publish-device-key.ts'
import { renameUnit } from './rename-unit.ts'

export const personCommands = {
  'person.add': addPerson,
  'district.describe': describeDistrict,
  'unit.add': addUnit,
  'unit.rename': renameUnit,
  'device-key.publish': publishDeviceKey,
}
