import { importCompetencies, importFramework } from './import.ts'

export const competencyCommands = {
  'framework.import': importFramework,
  'competency.import': importCompetencies,
}
