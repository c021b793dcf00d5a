/**
 * Where a supervisor or a proxy asks how it is. Not of the wire between devices and a district: no version of that
 * knows them. `alive`: the process answers; `ready`: it can do its work.
 */
export const readinessPaths = { alive: '/healthz', ready: '/readyz' } as const
