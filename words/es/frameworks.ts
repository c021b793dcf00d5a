import type { frameworks as en } from '../en/frameworks.ts'
import type { SameShape } from '../same-shape.ts'
import type { Say } from '../say.ts'

export const frameworks = (say: Say): SameShape<ReturnType<typeof en>> => {
  const statements = (n: number) =>
    say.count(n, { one: '1 enunciado', other: `${say.number(n)} enunciados` })
  return {
    title: 'Marcos',
    lead: 'De qué se compone la práctica docente, en enunciados a los que apuntan metas e insignias.',
    none: 'Aún no hay marcos aquí. Quienes los publican los ofrecen como paquetes CASE: un archivo que termina en .json.',
    bring: 'Traer uno desde un archivo',
    reading: f => `Leyendo ${f.name}`,
    keeping: f =>
      `Guardando ${statements(f.n)}: entra todo o no entra nada. Un marco grande tarda un poco.`,
    items: f => statements(f.n),
    by: f => `de ${f.creator}`,
    version: f => `versión ${f.version}`,
    shipped: 'Viene con Meritfolio',
    fromFile: f => `De ${f.name}`,
    yours: 'Solo tuyo; tu distrito no lo ha publicado',
    outcome: {
      imported: f => `“${f.title}” ya está aquí, con ${statements(f.n)}.`,
      withProblems: f =>
        `“${f.title}” ya está aquí, con ${statements(f.n)}. Algunas cosas del archivo merecen una mirada.`,
      retired: f =>
        `${say.count(f.n, { one: '1 enunciado ya no está', other: `${say.number(f.n)} enunciados ya no están` })} en él. Lo que ya apuntaba ahí sigue igual; nada nuevo se puede vincular.`,
      refused: 'No se trajo nada.',
      refusedNext:
        'Pide a quien lo publica un paquete CASE 1.0 o 1.1 en JSON. Lo que había sigue como estaba.',
      open: 'Abrirlo',
    },
    problems: {
      caption: 'Lo que se encontró en el archivo',
      what: 'Qué',
      code: 'Código',
      place: 'Lugar',
      value: 'Lo que había ahí',
      severity: 'Peso',
      noValue: 'nada',
      wholeFile: 'todo el archivo',
      more: f => `Mostrar ${say.number(f.n)} más`,
    },
    severity: { error: 'quedó fuera', warning: 'merece una mirada', note: 'se corrigió' },
    problem: {
      encoding: 'El archivo no es texto UTF-8',
      'not-json': 'El archivo no es JSON',
      'not-a-package': 'Esto no es un paquete CASE',
      'status-info': 'Se guardó la respuesta del servidor, no un marco',
      'too-large': 'El archivo es demasiado grande',
      'too-deep': 'Los enunciados están anidados a demasiada profundidad',
      'too-many': 'Hay más de lo que se puede guardar',
      'missing-document': 'Falta la descripción del propio marco',
      'missing-items': 'No trae enunciados',
      'missing-identifier': 'Falta un identificador',
      'missing-title': 'Falta un título',
      'missing-statement': 'Un enunciado no tiene texto',
      'missing-type': 'Un vínculo no dice de qué clase es',
      'missing-node': 'Un vínculo lleva a algo que no está en el archivo',
      'not-a-uuid': 'Un identificador no es un UUID',
      'duplicate-id': 'Dos cosas tienen el mismo identificador',
      cycle: 'Un enunciado está debajo de sí mismo',
      sourcedId: 'Se leyó un nombre antiguo (sourcedId) como identificador',
      'value-case': 'Una palabra estaba escrita con otras letras que las de la norma',
      'wrong-type': 'Un valor es de otra clase que la que dice la norma',
      'too-long': 'Se cortó un texto',
      'bad-datetime': 'No se puede leer una fecha',
      'bad-uri': 'No se puede leer una dirección',
      'control-characters': 'Se quitaron signos invisibles',
      markup: 'El código de formato se muestra como texto',
      other: 'No se pudo guardar',
    },
    tree: {
      label: 'Enunciados',
      search: 'Buscar en los enunciados',
      nothing: f => `Nada dice “${f.q}”.`,
      found: f =>
        say.count(f.n, {
          one: '1 enunciado lo dice',
          other: `${say.number(f.n)} enunciados lo dicen`,
        }),
      more: f => `${say.number(f.n)} más; escribe para acotar.`,
      open: f => `Abrir ${f.what}`,
      levels: 'Niveles',
      notes: 'Notas',
      noLevels: 'No se dan niveles para este.',
      choose: 'Elige un enunciado, y sus niveles aparecen aquí.',
      under: f => say.count(f.n, { one: '1 debajo', other: `${say.number(f.n)} debajo` }),
    },
    retired: {
      heading: f =>
        say.count(f.n, {
          one: '1 enunciado ya no está en él',
          other: `${say.number(f.n)} enunciados ya no están en él`,
        }),
      why: 'Un archivo más nuevo ya no lo trae; se conserva por las metas y la evidencia que apuntan aquí.',
      since: f => `Ya no está en el marco desde el ${say.dayAt(f.atMs)}.`,
    },
    back: 'Todos los marcos',
  }
}
