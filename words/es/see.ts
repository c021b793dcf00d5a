import type { see as en } from '../en/see.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const see = (_say: Say): SameShape<ReturnType<typeof en>> => ({
  frame: f => `Visor: ${f.title}`,
  fetching: 'Trayendo el archivo',
  save: 'Guardar el archivo',
  why: {
    gone: f => `“${f.title}” estuvo abierto mucho tiempo y ya se cerró.`,
    damaged: f => `No se puede mostrar “${f.title}”; puede estar dañado.`,
    unknown: f => `No se pudo abrir “${f.title}”.`,
    nothing: f => `“${f.title}” es de un tipo que aquí no se puede mostrar.`,
  },
  next: {
    gone: 'Ábrelo otra vez; vuelves al mismo lugar.',
    damaged: 'Guárdalo y ábrelo en el programa del que viene.',
    unknown: 'Inténtalo de nuevo.',
    nothing: 'Guárdalo y ábrelo en el programa del que viene.',
  },
})
