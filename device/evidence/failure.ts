import { DoorRefusal } from '../door/refused.ts'

/** What an error of the file system means to a person; anything else is a defect and stays as it is. */
export function fileFailure(
  error: unknown,
  facts: Readonly<Record<string, string | number>>,
): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new DoorRefusal('disk_full', facts)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new DoorRefusal('folder_read_only', facts)
    default:
      return error
  }
}
