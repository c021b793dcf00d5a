import { publishMicroCredential } from './publish.ts'

export const microCredentialCommands = { 'micro-credential.publish': publishMicroCredential }
