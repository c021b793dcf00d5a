import { addPerson } from './add.ts'
import { describeDistrict } from './describe-district.ts'
import { publishDeviceKey } from './publish-device-key.ts'

export const personCommands = {
  'person.add': addPerson,
  'district.describe': describeDistrict,
  'device-key.publish': publishDeviceKey,
}
