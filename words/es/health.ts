import type { HealthCode } from '../../core/health/finding.ts'
import type { health as en, HealthFacts } from '../en/health.ts'
import type { Say } from '../say.ts'

const n = (facts: HealthFacts, name: string): number => Number(facts[name] ?? 0)
const t = (facts: HealthFacts, name: string): string => String(facts[name] ?? '')

const works: Readonly<Record<string, string>> = {
  precheck: 'revise una solicitud que llegó',
  sign: 'firme una insignia aprobada',
  revoke: 'publique que una insignia ya no vale, o vuelve a valer',
  seat: 'lleve las solicitudes a la escuela donde ahora trabaja su persona',
  'carry-out': 'cumpla lo que decidieron dos personas de la oficina',
  'count-erasure': 'cuente lo que supone borrar un registro',
  'delete-evidence': 'suelte los archivos de las evidencias eliminadas',
  endorse: 'mire un aval que se leyó',
  'sign-endorsement': 'firme un aval de lo que otros emiten',
  'take-back': 'publique que se retiró un aval',
  vouch: 'firme de nuevo la lista de confianza',
  'let-go': 'termine el acceso de quien ya no está',
  rename: 'diga su nuevo nombre a todos los equipos',
}

const whys: Readonly<Record<string, string>> = {
  disk_full: 'el disco está lleno',
  folder_read_only: 'no se puede escribir en su carpeta',
  in_use: 'otro programa tiene la base de datos',
  unreachable: 'la base de datos no responde',
  not_let_in: 'la base de datos no lo deja entrar',
  too_many: 'a la base de datos no le quedan conexiones',
  read_only: 'la base de datos solo se puede leer',
}

const because = (facts: HealthFacts): string => {
  const why = whys[t(facts, 'why')]
  return why === undefined ? '' : `: ${why}`
}

const away: Readonly<Record<string, string>> = {
  name: 'nadie conoce ese nombre',
  refused: 'ahí no hay nada que escuche',
  certificate: 'su certificado no es de fiar',
  slow: 'tarda demasiado',
  answer: 'lo que llega no es la respuesta de un distrito',
}

export const health = (say: Say): ReturnType<typeof en> => {
  const day = (facts: HealthFacts, name = 'at') => say.dayAt(n(facts, name))
  const found: Readonly<Record<HealthCode, (facts: HealthFacts) => string>> = {
    backup_none: () =>
      'Que se sepa, nunca se hizo una copia del registro fuera de su propia carpeta.',
    backup_old: f =>
      `La última copia del registro tiene ${say.age(n(f, 'ageMs'))}: es del ${day(f)}.`,
    backup_lacks: f =>
      `A la última copia, del ${day(f)}, le ${say.count(n(f, 'lacking'), { one: 'falta un archivo', other: `faltan ${say.number(n(f, 'lacking'))} archivos` })} que el registro nombra.`,
    backup_ok: f => `La última copia se hizo el ${day(f)}.`,
    drill_none: () => 'Nadie ha probado todavía restaurar una copia.',
    drill_failed: f => `El ${day(f)} se probó una copia y no servía.`,
    drill_old: f =>
      `La última prueba de una copia fue hace ${say.age(n(f, 'ageMs'))}, el ${day(f)}.`,
    drill_ok: f => `El ${day(f)} se restauró una copia para probarla, y servía.`,
    restored_unsaid: f =>
      `El ${day(f)} los equipos sabían más que el registro: había una copia anterior en su lugar, y nadie se lo dijo al distrito. Desde entonces cada equipo envía de nuevo lo que falta.`,
    erased_copies: f =>
      `Se borró un registro el ${day(f)}. Las copias hechas antes todavía lo contienen.`,
    erased_aside: f =>
      `En ${t(f, 'aside')} hay bases de datos de antes de una restauración, con lo que se borró después.`,
    waits: f =>
      `${say.count(n(f, 'count'), { one: 'Una cosa espera', other: `${say.number(n(f, 'count'))} cosas esperan` })} a que el distrito ${works[t(f, 'work')] ?? 'haga su trabajo'}${because(f)}.`,
    arriving_still: f =>
      `${say.count(n(f, 'count'), { one: 'Un archivo empezó a llegar y lleva', other: `${say.number(n(f, 'count'))} archivos empezaron a llegar y llevan` })} un día sin avanzar.`,
    waits_nothing: () => 'Nada espera al distrito mismo.',
    waits_erasures: f =>
      `El registro volvió de una copia. ${say.count(n(f, 'count'), { one: 'Un borrado cuyo plazo ya pasó espera', other: `${say.number(n(f, 'count'))} borrados cuyo plazo ya pasó esperan` })} hasta el ${day(f, 'until')}: puede que a la copia le falte que se canceló, o una retención.`,
    resign_waits: () => 'Se están firmando de nuevo las insignias de una clave abandonada.',
    lists_none: () => 'Todavía no se publicó ninguna lista de insignias revocadas.',
    lists_ended: f =>
      `La lista de insignias revocadas terminó el ${day(f, 'until')}: quien verifica ya no puede saber si una insignia todavía cuenta.`,
    lists_old: f =>
      `La lista de insignias revocadas se firmó hace ${say.age(n(f, 'ageMs'))}. Debería firmarse cada día.`,
    lists_ok: f => `La lista de insignias revocadas se firmó el ${day(f)}.`,
    lists_unexplained: f =>
      `La lista publicada da por ${say.count(n(f, 'count'), { one: 'revocada una insignia', other: `revocadas ${say.number(n(f, 'count'))} insignias` })}, y este registro no sabe por qué: ${t(f, 'which')}.`,
    issuer_key: () =>
      'Las insignias las firma una clave sin dirección: en otros lugares se ve una fila de signos en vez del sitio del distrito, y la clave no se puede cambiar.',
    issuer_web: f => `Las insignias se firman como ${t(f, 'did')}.`,
    keys_open: () =>
      'Las claves del distrito están sin cifrar: quien copie su carpeta puede firmar insignias como este distrito.',
    keys_sealed: () => 'Las claves del distrito están cifradas donde se guardan.',
    key_old: f => `La clave que firma las insignias tiene ${say.age(n(f, 'ageMs'))}.`,
    keys_alone: f =>
      `Las claves del distrito se cambiaron el ${day(f)} sin que otra persona lo aceptara: “${f['why']}”`,
    audit_never: () => 'Nadie ha verificado todavía que el diario de decisiones esté completo.',
    audit_faults: f =>
      `El ${day(f)} el diario de decisiones no era lo que el distrito había escrito: ${say.count(n(f, 'faults'), { one: 'una falla', other: `${say.number(n(f, 'faults'))} fallas` })}.`,
    audit_old: f =>
      `El diario de decisiones se verificó por última vez hace ${say.age(n(f, 'ageMs'))}, el ${day(f)}.`,
    audit_ok: f => `El diario de decisiones se verificó el ${day(f)}: está completo.`,
    disk_full: f =>
      `Al disco le quedan ${say.size(n(f, 'bytes'))}: ya no se reciben archivos. Esperan en los equipos de la gente.`,
    disk_low: f => `Al disco le quedan ${say.size(n(f, 'bytes'))}.`,
    disk_ok: f => `Al disco le quedan ${say.size(n(f, 'bytes'))}.`,
    database: f => `El registro está en ${t(f, 'database')}.`,
    unreadable: f => t(f, 'why'),
    half_restored: f =>
      `Una restauración se interrumpió. Lo que había antes está en ${t(f, 'aside')}.`,
    runs: () => 'El distrito está en marcha.',
    stands: () => 'El distrito no está en marcha ahora.',
    never_started: () => 'No se ha iniciado desde esta versión.',
    reached: f => `${t(f, 'address')} responde, y es este distrito.`,
    not_reached: f =>
      `${t(f, 'address')} no responde: ${away[t(f, 'why')] ?? 'la conexión se cortó'}.`,
    other_reached: f => `${t(f, 'address')} responde, pero no es este distrito.`,
    keys_elsewhere: f =>
      `${t(f, 'address')} da otras claves que las de este distrito: quien verifica no confía en ninguna de sus insignias.`,
    http_only: f => `Otros equipos llegarían a él en ${t(f, 'address')} sin cifrado.`,
    proxy_unsaid: () =>
      'Tiene una dirección pública, pero no se le dijo que hay un proxy delante: así todos los equipos cuentan como uno y comparten un solo límite.',
    clock_behind: f =>
      `El reloj de este equipo está ${say.age(n(f, 'behindMs'))} atrás de lo que el distrito ya firmó.`,
    zone: f => `Sus días son los de ${t(f, 'zone')}.`,
    node_old: f => `Node.js ${t(f, 'version')} ya no recibe arreglos de seguridad.`,
    may_be_read: f => `Otros usuarios de este equipo pueden leer ${t(f, 'file')}.`,
    keys_wrong: f => t(f, 'why'),
    postgres_old: f =>
      `PostgreSQL ${t(f, 'version')} es más viejo que aquellos con los que se prueba este programa.`,
    postgres_plain: f => `La conexión con la base de datos en ${t(f, 'host')} no está cifrada.`,
  }
  const next: Readonly<Partial<Record<HealthCode, string>>> = {
    backup_none:
      'Quien opera el servidor: backup --to CARPETA, cada día, en otro disco; en PostgreSQL sus propias herramientas, y luego backup --noted.',
    backup_old: 'Quien opera el servidor: backup --to CARPETA, y mira por qué dejó de hacerse.',
    backup_lacks:
      'Quien opera el servidor: backup los nombra. Quizá los equipos de sus dueños todavía los tengan.',
    drill_none: 'Quien opera el servidor: restore --try --from COPIA. No toca nada.',
    drill_failed:
      'Quien opera el servidor: restore --try con una copia anterior, y luego una copia nueva.',
    drill_old: 'Quien opera el servidor: restore --try --from COPIA, una vez por semestre.',
    restored_unsaid:
      'Quien opera el servidor: averigua quién la puso. Inicia el distrito de nuevo una vez: así las invitaciones y los códigos de reserva sin usar dejan de valer, y lo suspendido sigue suspendido. La próxima vez, restore o --restored.',
    erased_copies:
      'Quien guarda las copias: destruye las de antes dentro de 35 días, también los archivos junto a ellas que ninguna copia posterior nombra. Si mientras tanto se restaura una, el distrito lo borra otra vez por sí mismo.',
    erased_aside:
      'Quien opera el servidor: cuando la restauración haya dado buen resultado, elimina esa carpeta.',
    waits:
      'Se vuelve a intentar solo. Si mañana sigue aquí, quien opera el servidor mira su bitácora.',
    waits_erasures:
      'Quien canceló uno, puso una retención o le dio un rol a esa persona deja que ese equipo se comunique antes con el distrito. Después se hace solo.',
    arriving_still: 'El equipo que lo envía sigue solo cuando se abre con una red.',
    lists_none: 'Se hace cuando el distrito se inicia.',
    lists_ended: 'Quien opera el servidor: iniciarlo de nuevo y mirar su bitácora.',
    lists_old: 'Quien opera el servidor: iniciarlo de nuevo y mirar su bitácora.',
    lists_unexplained:
      'El registro volvió de una copia más vieja. Quien la revocó puede traer todavía el motivo con su equipo. Si nadie lo trae, la oficina de credenciales la revoca otra vez, con un motivo, o la emite de nuevo.',
    issuer_key:
      'Quien opera el servidor: iniciarlo con --public-url, en una dirección HTTPS que dure.',
    keys_open: 'Quien opera el servidor: keys make-master, y luego keys seal.',
    key_old: 'Quien opera el servidor: keys rotate. Lo que se firmó sigue valiendo.',
    keys_alone:
      'Pregunta a quien opera el servidor qué pasó. La próxima vez, una persona lo pide en Claves y otra lo acepta.',
    audit_never: 'Quien opera el servidor: audit verify.',
    audit_faults:
      'Quien opera el servidor: audit verify nombra lo que se cambió. Alguien tuvo la base de datos en sus manos: pregunta quién.',
    audit_old: 'Quien opera el servidor: audit verify, una vez al mes.',
    disk_full: 'Quien opera el servidor: hacer espacio en su disco.',
    disk_low: 'Quien opera el servidor: hacer espacio antes de que se llene.',
    half_restored: 'Restáuralo una vez más.',
    never_started: 'Inícialo una vez y vuelve a preguntar.',
    not_reached: 'Mira su nombre, su certificado y el proxy que tiene delante.',
    other_reached: 'Mira adónde lleva el nombre, o inícialo con su propio --public-url.',
    keys_elsewhere: 'Inicia de nuevo este distrito, o busca el otro que tiene su nombre.',
    http_only: 'Pon delante un proxy con HTTPS, e inícialo con --public-url y --behind-proxy.',
    proxy_unsaid: 'Inícialo con --behind-proxy, si un proxy tuyo pone X-Forwarded-For.',
    clock_behind: 'Ajusta el reloj por la red (NTP).',
    node_old: 'Instala Node.js 22 o más nuevo.',
    may_be_read: 'chmod -R go= en la carpeta.',
    postgres_old: 'Lleva el servidor a PostgreSQL 14 o más nuevo.',
    postgres_plain: 'Termina la dirección con ?sslmode=verify-full.',
  }
  return {
    title: 'Salud del registro',
    lead: 'Lo que mantiene a salvo el registro, y lo que espera.',
    notYours: 'La salud del registro es para quienes administran.',
    needsDistrict:
      'Este equipo no ha entrado a ningún distrito, así que no hay un registro que cuidar.',
    again: 'Preguntar de nuevo',
    asked: (f: { at: number }) => `Según lo de las ${say.time(f.at)}`,
    asking: 'Se le pregunta al distrito.',
    old: 'Este distrito es de una versión anterior y no lo puede decir. Quien lo opera instala la nueva.',
    state: { ok: 'Bien', look: 'Conviene mirar', mend: 'Hay que arreglar' },
    summary: (f: { mend: number; look: number }) => {
      const look = say.count(f.look, {
        one: 'Conviene mirar una cosa.',
        other: `Conviene mirar ${say.number(f.look)} cosas.`,
      })
      const mend = say.count(f.mend, {
        one: 'Hay que arreglar una cosa.',
        other: `Hay que arreglar ${say.number(f.mend)} cosas.`,
      })
      if (f.mend === 0) return f.look === 0 ? 'Todo está bien.' : look
      return f.look === 0 ? mend : `${mend} ${look}`
    },
    groups: {
      back: 'Lo que lo haría volver',
      waiting: 'Lo que espera',
      badges: 'En qué se apoyan las insignias',
      truth: 'Si es lo que se decidió',
      ground: 'Sobre qué está',
    },
    found,
    next,
  }
}
