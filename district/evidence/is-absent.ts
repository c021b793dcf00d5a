/** Whether the disk says that nothing is there; whatever else it says is another matter, and told. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** What is there; `undefined`: nothing. Throws whatever else the disk says. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (!isAbsent(error)) throw error
    return undefined
  }
}
