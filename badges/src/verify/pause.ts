/**
 * Gives way once, so that timers, clicks and signals are served between two badges. A message to
 * oneself takes microseconds; a timer would take milliseconds each time.
 */
export function pause(): Promise<void> {
  return new Promise(done => {
    const { port1, port2 } = new MessageChannel()
    const end = () => {
      port1.close()
      done()
    }
    port1.addEventListener('message', end, { once: true })
    port1.start()
    port2.postMessage(null)
  })
}
