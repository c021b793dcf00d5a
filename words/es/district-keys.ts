import type { districtKeys as en } from '../en/district-keys.ts'
import type { SameShape } from '../same-shape.ts'

const counted = (n: number, one: string, other: string) => (n === 1 ? `1 ${one}` : `${n} ${other}`)

export const districtKeys: SameShape<typeof en> = {
  use: `Uso: keys list      [--data DIR] [--database URL] [--json]
     keys rotate    [issuer|cursor] [--alone MOTIVO]
     keys compromise CLAVE [--from HORA] [--report ARCHIVO] [--alone MOTIVO]
     keys make-master ARCHIVO
     keys seal      --master-key ARCHIVO [--old-master-key ARCHIVO]
     keys unseal    --master-key ARCHIVO
     keys replace-lost --alone MOTIVO
  Salvo list, todo pide el distrito detenido, y acepta --data DIR y --master-key ARCHIVO.
  Otra clave firma, o una se abandona, cuando dos personas lo acordaron en la aplicación (Claves); con --alone, sin eso.`,
  unknown: f => `keys no sabe hacer nada que se llame “${f.text}”.`,
  problem: {
    damaged: f =>
      `${f.file} no contiene una clave que este distrito conozca. Vuelve a poner la copia de la carpeta de claves; una clave nueva sería otro emisor.`,
    missing: f =>
      `${f.file} no está, y este distrito la tenía. Vuelve a poner la copia más nueva de la carpeta de claves. Si ya no hay ninguna: keys replace-lost.`,
    noMaster: f =>
      `${f.file} está cifrada. Da la clave maestra: --master-key ARCHIVO, o MERITFOLIO_MASTER_KEY. No se cambió nada.`,
    otherMaster: f =>
      `${f.file} está cifrada con otra clave maestra que la que se dio. No se cambió nada.`,
    masterAbsent: f => `La clave maestra ${f.where} no está o no se puede leer.`,
    masterNoKey: f =>
      `${f.where} no contiene una clave maestra: 32 bytes, en base64 o como 64 signos hexadecimales. keys make-master hace una.`,
  },
  inUse: f =>
    `${f.folder} está en uso: detén primero el distrito. El cambio vale desde su próximo inicio.`,
  open: f =>
    `Sus claves están sin cifrar en ${f.folder}: quien copie esa carpeta puede firmar como este distrito. keys seal las cifra.`,
  list: {
    signsAs: f => `Firma como ${f.did}`,
    neverStarted: 'No se ha iniciado desde que lleva una lista de sus claves: inícialo una vez.',
    state: {
      active: 'firma',
      retired: 'retirada',
      compromised: 'abandonada',
    },
    made: f => `hecha el ${f.day}`,
    madeBefore: 'hecha antes de que hubiera esta lista',
    retired: f => `retirada el ${f.day}`,
    compromised: f => `sin confianza: otra persona puede tenerla desde ${f.time}`,
    signed: f =>
      `en ${counted(f.badges, 'insignia', 'insignias')} y ${counted(f.lists, 'lista de estado', 'listas de estado')} tal como están ahora`,
    sealed: 'cifrada',
    plain: 'sin cifrar',
    gone: 'secreto destruido',
    trust: f =>
      `trust  ${f.key} · ${f.lies} · firma listas de confianza y el diario. Cada equipo se atiene a ella; por eso no se cambia.`,
    cursor: f => `cursor ${f.n} · ${f.lies} · lugares de los equipos en el diario`,
    pseudonym: f =>
      `pseudonym · ${f.lies} · los nombres de las personas en las insignias. Otra le daría a cada quien otro nombre.`,
    unread: f => `No se puede contar lo que firmaron: ${f.why}`,
  },
  grounds: {
    agreed: f =>
      `Dos personas lo acordaron en la aplicación, la segunda a las ${f.time}: “${f.reason}”`,
    nobodyAgreed: `Nadie lo ha acordado, así que no se cambió nada. En la aplicación, en Claves, lo pide alguien de la oficina o de la administración y otra persona lo acepta; después, repite esta orden antes de siete días.
Si solo hay una persona, o nadie puede abrir la aplicación, y no puede esperar: --alone "motivo". Entonces se avisa a todas las personas de la oficina y de la administración de que se hizo sin segunda persona, y el diario lo guarda.`,
    lost: 'No se puede preguntar a nadie mientras el distrito no arranca. Di por qué no hay copia de las claves: --alone "motivo". Entonces se avisa a todas las personas de la oficina y de la administración, y el diario lo guarda.',
    alone:
      'Esto lo haces sin segunda persona. En el próximo arranque se avisa a todas las personas de la oficina y de la administración, con tu motivo, y el diario lo guarda.',
    noReason:
      'Escribe por qué no puede esperar a una segunda persona: --alone "motivo", hasta 2.000 signos.',
    unread: f =>
      `No se puede leer si dos personas lo acordaron, así que no se cambió nada: ${f.why}`,
  },
  rotate: {
    oneThing: 'Lo que se puede cambiar: issuer o cursor.',
    done: f =>
      `${f.id} firma desde el próximo inicio. ${f.before} ya no firma nada; lo que firmó sigue valiendo, y su mitad pública sigue en el documento del distrito.`,
    kept: f =>
      `El secreto de ${f.id} se queda: firma las listas de estado de insignias de cuando el distrito no tenía dirección.`,
    destroyed: f =>
      `El secreto de ${f.id} quedó destruido aquí. Las copias de la carpeta de claves todavía lo tienen: reemplázalas.`,
    cursor:
      'Los cursores se sellan con una clave nueva desde el próximo inicio. Los sellados antes se siguen aceptando.',
    didKey:
      'Este distrito firma como did:key, que es su clave: con otra sería otro emisor, y nadie conocería sus insignias. Dale una dirección (--public-url) e inícialo una vez; después se pueden cambiar las claves.',
    neverStarted:
      'Inicia el distrito una vez con esta versión; después se pueden cambiar sus claves.',
  },
  compromise: {
    noKey: 'Falta decir qué clave, como key-1; keys list las nombra.',
    noTime: f =>
      `“${f.text}” no es una hora. Escribe --from 2026-11-24T16:00:00Z, o un día como 2026-11-24 (su comienzo en UTC).`,
    not: {
      unknown: f => `No hay ninguna clave ${f.id}; keys list las nombra.`,
      in_future: f => `${f.id} no se puede abandonar desde una hora que todavía no llega.`,
      before_made: f => `${f.id} todavía no existía a esa hora; keys list dice cuándo se hizo.`,
      later: f => `${f.id} ya está abandonada desde esa hora o desde antes.`,
    },
    done: f => `${f.id} queda abandonada desde ${f.from}. Su secreto quedó destruido aquí.`,
    next: f =>
      `${f.id} firma desde el próximo inicio. Inicia el distrito ahora: vuelve a firmar cada insignia de su registro y avisa a todos los equipos y verificadores.`,
    nextSame: 'Inicia el distrito ahora: avisa a todos los equipos y verificadores.',
    old: `Ya no se cree ninguna copia de una insignia que firmó esta clave, tenga la fecha que tenga: un ladrón escribe cualquier fecha. Lo que está en el registro recibe una firma nueva y llega a su titular al sincronizar; las copias de otros lugares hay que reemplazarlas.`,
    didKey:
      'Este distrito firma como did:key: con una clave nueva es otro emisor. Los verificadores de otros lugares lo saben solo por las insignias nuevas y la lista de confianza.',
    signed: f =>
      `Firmó ${counted(f.all, 'insignia', 'insignias')} del registro, ${f.since} desde esa hora. Míralas: ¿las decidió gente que conoces?`,
    endorsed: f =>
      `Firmó ${counted(f.all, 'aval', 'avales')} de lo que otros emiten, ${f.since} desde esa hora. Cada uno recibe una firma nueva; quien haya puesto alguno en una insignia necesita otra vez el archivo.`,
    row: f => `  ${f.time}  ${f.badge}  ${f.title}`,
    more: f => `  y ${f.n} más: --report ARCHIVO las tiene todas.`,
    report: f => `Todas están en ${f.file}`,
    unread: f =>
      `La clave quedó abandonada, pero no se puede listar lo que firmó: ${f.why} Cuando se pueda: keys compromise con una hora anterior, o keys list.`,
    reportThere: f => `${f.file} ya existe. Nombra un archivo que no exista.`,
    headings: {
      badge: 'Insignia',
      title: 'Título',
      holder: 'Titular',
      state: 'Estado',
      signedAt: 'Firmada',
      since: 'Desde esa hora',
    },
    yes: 'sí',
    no: 'no',
  },
  seal: {
    noMaster: 'Falta decir qué clave maestra: --master-key ARCHIVO. keys make-master hace una.',
    within: f =>
      `${f.file} está dentro de la carpeta que protege y se copia con ella. Guárdala en otro lugar.`,
    made: f =>
      `La clave maestra está en ${f.file}. Guarda una segunda copia, lejos del distrito y de sus copias de seguridad: sin ella no se abre ninguna clave cifrada.`,
    there: f => `${f.file} ya existe y se quedó como está.`,
    noFile: 'Falta decir adónde va la clave maestra: keys make-master ARCHIVO.',
    done: f =>
      `${counted(f.n, 'clave quedó cifrada', 'claves quedaron cifradas')}. De ahora en adelante inicia el distrito con --master-key. Las copias anteriores de la carpeta de claves están sin cifrar, o cifradas con la clave vieja: reemplázalas.`,
    unsealed: f =>
      `${counted(f.n, 'clave quedó', 'claves quedaron')} sin cifrar. Quien copie la carpeta de claves puede firmar como este distrito.`,
  },
  lost: {
    none: 'No falta ninguna clave.',
    not: {
      issuer: f => `${f.id} es la clave nueva que firma. Lo que firmó la perdida sigue valiendo.`,
      trust:
        'La clave de las listas de confianza y del diario es nueva: cada equipo tiene que volver a entrar, porque se atiene a la vieja, y audit verify nombra los sellos de antes como no firmados.',
      cursor:
        'La clave de los cursores es nueva: cada equipo empieza desde el principio del diario.',
      pseudonym:
        'La clave de los nombres en las insignias es nueva: en insignias nuevas cada quien tiene otro identificador.',
    },
  },
}
