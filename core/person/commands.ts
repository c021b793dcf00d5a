import { addPerson } from './add.ts'
import { describeDistrict } from './describe-district.ts'

export const personCommands = {
  'person.add': addPerson,
  'district.describe': describeDistrict,
}
