import type { FetchWords } from '../en/verify-fetch.ts'

const later = 'Comprueba otra vez más tarde, cuando haya red.'
const askAddress = 'Pide a la persona la dirección correcta, o el archivo.'
const askFile = 'Pide a la persona el archivo mismo.'

/** Direcciones que no trajeron nada. */
export const verifyFetch: FetchWords = {
  codes: {
    ADDRESS_REFUSED: {
      cause: 'Dirección de una red interna',
      said: 'La dirección está en una red interna, donde no se publica ninguna insignia. No se consultó.',
      next: askFile,
    },
    BUDGET_SPENT: {
      cause: 'Demasiado que traer',
      said: 'Pide más documentos de los que una insignia necesita; el resto no se trajo.',
      next: askFile,
    },
    CANCELLED: {
      cause: 'Se dejó de traer',
      said: 'Se dejó de traer.',
      next: later,
    },
    HOST_NOT_FOUND: {
      cause: 'No hay tal lugar en la red',
      said: 'Nadie en la red responde a ese nombre; o este equipo no tiene red.',
      next: later,
    },
    NOT_REACHED: {
      cause: 'No se llegó al servidor',
      said: 'No se pudo llegar al servidor.',
      next: later,
    },
    REDIRECT_DOWNGRADE: {
      cause: 'Lleva a una conexión abierta',
      said: 'La dirección lleva a otra que cualquiera podría cambiar en el camino. No se siguió.',
      next: askFile,
    },
    REDIRECT_WITHOUT_TARGET: {
      cause: 'No lleva a ningún lugar',
      said: 'El servidor dice que está en otro lugar, y no dice dónde.',
      next: askAddress,
    },
    SCHEME_REFUSED: {
      cause: 'No es una dirección web',
      said: 'No es una dirección de la web, así que no se consultó.',
      next: askAddress,
    },
    TIMEOUT: {
      cause: 'Servidor muy lento',
      said: 'El servidor no respondió a tiempo.',
      next: later,
    },
    TOO_LARGE: {
      cause: 'Más grande que una insignia',
      said: 'Lo que hay ahí pesa más que cualquier insignia.',
      next: askFile,
    },
    TOO_MANY_REDIRECTS: {
      cause: 'Lleva de una a otra',
      said: 'La dirección lleva una y otra vez a otra.',
      next: askAddress,
    },
    UNSUPPORTED_ENCODING: {
      cause: 'Comprimida de forma desconocida',
      said: 'Lo que hay ahí está comprimido de una forma que aquí no se conoce.',
      next: askFile,
    },
    URL_REFUSED: {
      cause: 'Dirección que no se puede usar',
      said: 'La dirección no se puede usar como está escrita.',
      next: askAddress,
    },
  },
  gone: {
    cause: 'Nada en la dirección',
    said: f => `El servidor responde, pero no tiene nada en esa dirección (${f.status}).`,
    next: askAddress,
  },
  locked: {
    cause: 'Dirección tras un acceso',
    said: f => `El servidor solo la muestra a quien conoce (${f.status}).`,
    next: askFile,
  },
  fault: {
    cause: 'El servidor tiene una falla',
    said: f => `El servidor tiene una falla propia (${f.status}).`,
    next: later,
  },
  other: {
    cause: 'Otra respuesta que una insignia',
    said: f => `El servidor respondió con otra cosa que una insignia (${f.status}).`,
    next: askAddress,
  },
}
