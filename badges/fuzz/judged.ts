import type { Target } from './target.ts'

/** Most memory one input may add, in bytes: heap and buffers, garbage included. */
const memoryBytesMax = 400 * 1024 * 1024

/**
 * Gives one input to a parser and watches what it does and takes.
 *
 * @returns what is wrong, or null. The words before the first `:` tell one kind of fault from another.
 */
export async function judged(target: Target, input: Uint8Array): Promise<string | null> {
  const memoryBefore = memoryBytes()
  const before = process.threadCpuUsage()
  const complaint = await complaintOf(target, input)
  const { user, system } = process.threadCpuUsage(before)
  if (complaint !== null) return complaint
  const cpuMs = (user + system) / 1000
  if (cpuMs > target.cpuMsMax) return `took too long: ${Math.round(cpuMs)} ms`
  const added = memoryBytes() - memoryBefore
  return added > memoryBytesMax ? `took too much memory: ${added} bytes` : null
}

async function complaintOf(target: Target, input: Uint8Array): Promise<string | null> {
  try {
    return await target.judge(input)
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    const place = /\/((?:src|node_modules)\/[^()\s]+):\d+:\d+/.exec(stack)?.[1] ?? 'somewhere'
    return `threw ${name} in ${place}: ${message.slice(0, 200)}`
  }
}

function memoryBytes(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** @returns the kind of a complaint, without what differs from input to input. */
export function kindOf(complaint: string): string {
  return complaint.split(':')[0] ?? complaint
}
