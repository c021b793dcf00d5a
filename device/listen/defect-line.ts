/**
 * What is said of a defect: when, where, and which kind of error. What people wrote, file names and addresses stay out
 * of it, and so does the message, which may hold any of them.
 */
export function defectLine(where: string, error: unknown, nowMs: number): string {
  const kind = error instanceof Error ? error.name : typeof error
  return `${new Date(nowMs).toISOString()} defect at ${where}: ${kind}`
}
