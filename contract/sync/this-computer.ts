const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** Whether a host (as a URL has it) is the very computer that asks; of all others TLS has to say who they are. */
export const isThisComputer = (hostname: string): boolean => loopback.test(hostname)
