import type { TrustRefused } from '../../contract/device/trust-lists.ts'
import type { verifyTrust as en } from '../en/verify-trust.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

type Facts = TrustRefused['facts']

export const verifyTrust = (say: Say): SameShape<ReturnType<typeof en>> => {
  const dayIn = (f: Facts, name: string) => say.dayAt(Number(f[name] ?? 0))
  return {
    title: 'En quién se confía aquí',
    lead: 'Una lista de confianza dice quién otorga insignias, con qué llaves, y qué ha revocado. Está firmada y sirve sin red. La de tu distrito llega sola; otras las agregas como archivo.',
    dropHere: 'Suelta una lista de confianza para añadirla.',
    back: 'Volver a Verificar',
    backToBadges: 'Volver a las insignias',
    none: 'Aún no hay ninguna lista. Únete a tu distrito, o agrega una lista como archivo.',
    own: 'Tu distrito',
    accepted: 'Aceptada en este equipo',
    made: f =>
      `Hecha a las ${say.time(f.at)} del ${say.dayAt(f.at)}. ${say.count(f.issuers, { one: '1 emisor', other: `${say.number(f.issuers)} emisores` })}, ${say.count(f.lists, { one: '1 lista de revocaciones', other: `${say.number(f.lists)} listas de revocaciones` })}.`,
    issuersMore: f => `y ${say.number(f.n)} más`,
    issuers: 'Emisores que contiene',
    fingerprint: 'Huella de su llave',
    add: 'Agregar una lista',
    save: 'Guardar como archivo',
    saved: f => `Guardada como ${f.name}.`,
    remove: 'Quitarla',
    removeTitle: '¿Quitar esta lista?',
    removeWhy: f =>
      `Los emisores que solo nombra ${f.name} vuelven a ser desconocidos. Las respuestas que ya están aquí quedan hasta que se comprueben de nuevo.`,
    keepIt: 'Conservarla',
    refusedNow: 'Lo último que envió tu distrito no se usa; la lista que hay aquí se queda.',
    acceptTitle: '¿Es esta la llave que te dieron?',
    acceptWhy: f =>
      `La lista ${f.name} del ${say.dayAt(f.at)} está firmada con una llave que aquí es nueva. Quien tiene esa llave puede decir en quién se confía. Consigue su huella por otra vía que el archivo: por teléfono, o en el sitio de quien la hizo.`,
    acceptLabel: 'La huella que te dieron',
    acceptDiffers: 'Esa no es la huella de esta lista.',
    acceptDo: 'Confiar en esta lista',
    notNow: 'Ahora no',
    close: 'Cerrar',
    taken: f => `${f.name} cuenta desde ahora.`,
    refusals: {
      BUNDLE_NOT_READ: {
        said: () => 'Este archivo no es una lista de confianza, o está dañado.',
        next: 'Pide el archivo otra vez; termina en .trust.json.',
      },
      BUNDLE_TOO_LARGE: {
        said: () => 'Este archivo es más grande de lo que puede ser una lista de confianza.',
        next: 'Pide una más pequeña a quien la hizo.',
      },
      BUNDLE_VERSION: {
        said: () => 'Esta lista se hizo con un programa más nuevo.',
        next: 'Úsala después de la próxima actualización de Meritfolio.',
      },
      BUNDLE_SIGNATURE: {
        said: () => 'La lista se cambió después de firmarse.',
        next: 'No la uses. Pídela otra vez por otra vía, y avisa a quien la hizo.',
      },
      BUNDLE_OTHER_KEY: {
        said: f =>
          `Nadie ha aceptado aquí todavía la llave que firmó ${f['name'] ?? 'esta lista'}.`,
        next: 'Compara su huella con la que da a conocer quien la hizo.',
      },
      BUNDLE_OLDER: {
        said: f =>
          `Esta lista es del ${dayIn(f, 'createdAt')}; la que hay aquí es del ${dayIn(f, 'newestSeen')} y se queda.`,
        next: 'No hay nada que hacer. Una lista más vieja nunca reemplaza a una más nueva.',
      },
      BUNDLE_ENTRY_DIFFERS: {
        said: f => `Una parte de la lista no es lo que la lista dice de ella: ${f['url'] ?? ''}`,
        next: 'No la uses. Avisa a quien la hizo.',
      },
      BUNDLES_FULL: {
        said: f => `Hay ${f['max'] ?? ''} listas aquí, tantas como puede haber.`,
        next: 'Quita una que nadie necesite.',
      },
    },
  }
}
