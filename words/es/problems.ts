import type { Problem } from '../../core/claim/problem.ts'
import type { problems as en } from '../en/problems.ts'
import type { Say } from '../say.ts'

type Facts = Problem['facts']

export const problems = (say: Say): ReturnType<typeof en> => {
  const n = (facts: Facts, name: string) => say.number(Number(facts[name] ?? 0))
  const place = (f: Facts) => {
    const question = Number(f['question'] ?? 0)
    const part = String(f['part'] ?? '')
    return question === 0 ? part : `${part}, pregunta ${say.number(question)}`
  }
  const at = (f: Facts, sentence: string) =>
    place(f) === '' ? sentence : `${place(f)}: ${sentence}`
  const range = (f: Facts) =>
    at(f, `${n(f, 'words')} de ${n(f, 'minWords')} a ${n(f, 'maxWords')}.`)
  const titled = (f: Facts) => `“${f['title'] ?? ''}”`
  return {
    words_missing: {
      mark: 'W0',
      what: () => 'Todavía sin respuesta',
      where: f => at(f, `se piden de ${n(f, 'minWords')} a ${n(f, 'maxWords')} palabras.`),
      fix: 'Ir allí',
    },
    words_too_few: {
      mark: 'W1',
      what: f =>
        say.count(Number(f['missing']), {
          one: 'Falta 1 palabra',
          other: `Faltan ${n(f, 'missing')} palabras`,
        }),
      where: range,
      fix: 'Ir allí',
    },
    words_too_many: {
      mark: 'W2',
      what: f =>
        say.count(Number(f['over']), {
          one: '1 palabra de más; no se leerá',
          other: `${n(f, 'over')} palabras de más; no se leerán`,
        }),
      where: range,
      fix: 'Ir allí',
    },
    words_over_guide: {
      mark: 'W3',
      what: f =>
        say.count(Number(f['over']), {
          one: '1 palabra más de lo usual',
          other: `${n(f, 'over')} palabras más de lo usual`,
        }),
      where: f => at(f, `suelen ser de ${n(f, 'minWords')} a ${n(f, 'maxWords')}.`),
      fix: 'Ir allí',
    },
    two_versions: {
      mark: 'W4',
      what: () => 'Dos versiones de una respuesta',
      where: f => at(f, 'se guardaron las dos. Elige cuál queda.'),
      fix: 'Elegir',
    },
    note_two_versions: {
      mark: 'W6',
      what: () => 'Dos versiones de tu nota',
      where: () => 'La nota al asesor: se guardaron las dos. Elige cuál queda.',
      fix: 'Elegir',
    },
    part_unchanged: {
      mark: 'W5',
      what: () => 'Igual que antes',
      where: f => at(f, 'nada ha cambiado desde que la leyó el asesor.'),
      fix: 'Ir allí',
    },
    files_too_few: {
      mark: 'F1',
      what: f =>
        say.count(Number(f['least']), {
          one: `${n(f, 'have')} de 1 evidencia`,
          other: `${n(f, 'have')} de ${n(f, 'least')} evidencias`,
        }),
      where: f => String(f['slot'] ?? ''),
      fix: 'Elegir evidencia',
    },
    files_too_many: {
      mark: 'F2',
      what: f => `${n(f, 'have')} evidencias; como máximo ${n(f, 'most')}`,
      where: f => String(f['slot'] ?? ''),
      fix: 'Quitar una',
    },
    file_type: {
      mark: 'F3',
      what: () => 'Un tipo de archivo que no se pide',
      where: f => `${titled(f)} es ${f['mediaType'] ?? ''}; se pide: ${f['accept'] ?? ''}.`,
      fix: 'Elegir otro',
    },
    file_too_large: {
      mark: 'F4',
      what: () => 'Un archivo demasiado grande',
      where: f =>
        `${titled(f)} tiene ${say.size(Number(f['sizeBytes'] ?? 0))}; como máximo ${say.size(Number(f['bytesMax'] ?? 0))}.`,
      fix: 'Elegir otro',
    },
    file_empty: {
      mark: 'F5',
      what: () => 'Un archivo sin nada dentro',
      where: titled,
      fix: 'Elegir otro',
    },
    file_not_here: {
      mark: 'F6',
      what: () => 'Un archivo que ya no se puede leer',
      where: titled,
      fix: 'Agregarlo de nuevo',
    },
    file_goes_again: {
      mark: 'F9',
      what: () => 'Un archivo que el distrito no pudo leer',
      where: f => `${titled(f)} está entero en este equipo y vuelve a salir por sí solo.`,
      fix: 'Verlo',
    },
    caption_missing: {
      mark: 'F7',
      what: () => 'Di qué muestra',
      where: titled,
      fix: 'Escribirlo',
    },
    shown_unsure: {
      mark: 'P1',
      what: () => '¿A quién se ve o se oye?',
      where: titled,
      fix: 'Responder',
    },
    release_missing: {
      mark: 'R1',
      what: () => 'Falta una autorización',
      where: f => `${titled(f)} muestra personas. ¿Tienes todas sus autorizaciones firmadas?`,
      fix: 'Responder',
    },
    in_trash: {
      mark: 'F8',
      what: () => 'Evidencia que está en la papelera',
      where: titled,
      fix: 'Recuperarla',
    },
    deleted: {
      mark: 'F10',
      what: () => 'Evidencia que se eliminó para siempre',
      where: () => 'No queda nada de ella que enviar.',
      fix: 'Quitarla',
    },
    attest_ready: {
      mark: 'O1',
      what: () => 'Tu palabra de que está lista',
      where: () => 'Al final, antes de enviar.',
      fix: 'Ir allí',
    },
    attest_release: {
      mark: 'O2',
      what: () => 'Tu palabra sobre las autorizaciones',
      where: () => 'Al final, antes de enviar.',
      fix: 'Ir allí',
    },
    attest_own_work: {
      mark: 'O3',
      what: () => 'Tu palabra de que es trabajo tuyo',
      where: () => 'Al final, antes de enviar.',
      fix: 'Ir allí',
    },
    attest_ai_use: {
      mark: 'O4',
      what: () => 'Cómo usaste IA, en una frase',
      where: () => '“Nada” es una respuesta.',
      fix: 'Ir allí',
    },
    found_otherwise: {
      mark: 'X1',
      what: () => 'Algo que esta versión no sabe decir',
      where: f => `Actualiza el programa o díselo a tu asesor: “${f['found'] ?? ''}”.`,
      fix: 'Ir allí',
    },
  }
}
