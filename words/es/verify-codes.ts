import type { Say } from '../say.ts'
import {
  factPlaces,
  factText,
  factTime,
  type VerifyCodeWords,
  type VerifyFacts,
} from '../verify-code.ts'

export const verifyCodes = (say: Say): VerifyCodeWords => {
  const on = (f: VerifyFacts, ...names: string[]) => {
    const at = factTime(f, ...names)
    return at === undefined ? '' : say.dayAt(at)
  }
  const named = (f: VerifyFacts, name: string) => {
    const text = factText(f, name)
    return text === '' ? '' : ` (${text})`
  }
  const placed = (f: VerifyFacts) => {
    const text = factPlaces(f, 'problems', false)
    return text === '' ? '' : ` (${text})`
  }
  return {
    PASS: () => 'Se sostiene.',
    FAIL: () => 'No se sostiene.',
    UNKNOWN: () => 'No se pudo saber.',
    PARSING_ERROR: () => 'Lo que hay dentro no se puede leer; puede estar dañado.',
    NOT_READ: () => 'No se pudo abrir el archivo: ya no está, o no se permite leerlo.',
    MALFORMED_VALUE_ERROR: f =>
      `No está hecha como pide la norma${placed(f)}. Quien la emitió tiene que corregirla.`,
    UNKNOWN_CONTEXT: f =>
      `Usa palabras de una lista que no está en este equipo${named(f, 'urls')}.`,
    CONTEXT_ORDER: () => 'Sus listas de palabras no están en el orden que pide la norma.',
    CONTEXT_REDEFINES: f => `Da otro sentido a una palabra de la norma${named(f, 'word')}.`,
    ALIASED_TERM: f => `Algo firmado se esconde bajo otro nombre${named(f, 'names')}.`,
    DATA_LOSS_DETECTION_ERROR: () =>
      'Tiene palabras que la firma no cubre: cualquiera pudo agregarlas.',
    UNSUPPORTED_SUITE: f =>
      `Está firmada de una forma que esta versión no comprueba${named(f, 'suite')}.`,
    INVALID_VERIFICATION_METHOD: () => 'La llave que nombra no corresponde a la firma.',
    INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD: () =>
      'La llave que nombra no sirve para firmar insignias.',
    PROOF_VERIFICATION_ERROR: () =>
      'La firma no corresponde: se cambió después de firmar, o nunca se firmó así.',
    CRYPTOGRAPHIC_SECURITY_ERROR: () => 'La firma o su llave es demasiado débil para probar algo.',
    CONTROLLER_MISMATCH: f =>
      `Está firmada con una llave que no es de quien dice emitirla${named(f, 'controller')}.`,
    KEY_EXPIRED: f =>
      `La llave del emisor había terminado${on(f, 'expires') === '' ? '' : ` el ${on(f, 'expires')}`}.`,
    KEY_NOT_YET_VALID: f =>
      `La llave del emisor todavía no estaba en uso${on(f, 'from') === '' ? '' : `; lo está desde el ${on(f, 'from')}`}.`,
    KEY_REVOKED: f =>
      `El emisor retiró la llave${on(f, 'revoked') === '' ? '' : ` el ${on(f, 'revoked')}`}: lo que firmó puede ser de otra persona. Pide a quien la tiene una copia más nueva.`,
    KEY_STALE: f =>
      typeof f['ageMs'] === 'number' && typeof f['ageMsMax'] === 'number'
        ? `Lo que aquí se sabe de la llave del emisor tiene ${say.age(f['ageMs'])}; se aceptan ${say.age(f['ageMsMax'])}.`
        : 'Lo que aquí se sabe de la llave del emisor es demasiado viejo.',
    PROOF_FROM_FUTURE: f =>
      `Dice que se firmó en un momento que aún no llega${on(f, 'created') === '' ? '' : `, el ${on(f, 'created')}`}.`,
    TEST_KEY: f =>
      `La mitad secreta de esta llave está publicada${named(f, 'publishedBy')}: cualquiera puede firmar con ella.`,
    ALG_NOT_ALLOWED: f =>
      factText(f, 'parameters') === ''
        ? `Está firmada como no se permite en una insignia${named(f, 'alg')}.`
        : `Su sobre pide algo que ninguna insignia puede pedir${named(f, 'parameters')}.`,
    CLAIM_MISMATCH: f =>
      `Su envoltura dice otra cosa que la insignia que lleva dentro${named(f, 'name')}.`,
    CLAIM_MISSING: f => `A su envoltura le falta algo que pide la norma${named(f, 'name')}.`,
    NOT_RETRIEVED: f => `Aquello a lo que apunta no está en este equipo${named(f, 'url')}.`,
    REDIRECTED: f =>
      `La dirección lleva a otro sitio${named(f, 'finalUrl')}; lo que hay allí no es palabra del emisor.`,
    OUT_OF_SCOPE: f =>
      `Está en un lugar que el emisor no llama suyo${named(f, 'url')}, y cualquiera puede poner una insignia en cualquier parte.`,
    COPY_DIFFERS: f =>
      `La insignia en el sitio del emisor dice otra cosa${named(f, 'properties')}, y esa es la que cuenta.`,
    NOT_YET_VALID: f =>
      on(f, 'validFrom', 'nbf') === ''
        ? 'Todavía no vale.'
        : `Vale solo desde el ${on(f, 'validFrom', 'nbf')}.`,
    EXPIRED: f =>
      on(f, 'validUntil', 'exp', 'expires') === ''
        ? 'Ya terminó.'
        : `Terminó el ${on(f, 'validUntil', 'exp', 'expires')}.`,
    REVOKED: () => 'El emisor la revocó.',
    SUSPENDED: () => 'El emisor la suspendió; eso se puede levantar.',
    STATUS_RETRIEVAL_ERROR: () => 'La lista que dice si fue revocada no está en este equipo.',
    STATUS_VERIFICATION_ERROR: () => 'La lista que dice si fue revocada no se sostiene.',
    STATUS_LIST_LENGTH_ERROR: () => 'La lista de revocadas es más corta de lo que pide la norma.',
    RANGE_ERROR: () => 'Apunta a un lugar que la lista de revocadas no tiene.',
    STALE: f =>
      typeof f['ageMs'] === 'number' && typeof f['ageMsMax'] === 'number'
        ? `La lista de revocadas tiene ${say.age(f['ageMs'])}; se aceptan ${say.age(f['ageMsMax'])}.`
        : 'La lista de revocadas es demasiado vieja.',
    OLDER_THAN_SEEN: () =>
      'Aquí ya se vio una lista de revocadas más nueva; esta, más vieja, no cuenta.',
    LIST_NOT_TIED: () =>
      'Nada une a quien lleva la lista de revocadas con el emisor; que no diga nada no cuenta.',
    LIST_NOT_YET_VALID: () =>
      'La lista de revocadas todavía no vale. Revisa la fecha y la hora de este equipo.',
    LIST_EXPIRED: () => 'La lista de revocadas ya venció; que no diga nada no cuenta.',
    NEWER_EXISTS: () => 'El emisor tiene una versión más nueva. Pide esa.',
    STATUS_NOTED: () =>
      'El emisor anotó algo sobre ella que aquí no tiene sentido. Pregúntale a él.',
    REFRESH_FAILED: () =>
      'Lo que se ofrece como su versión más nueva no es la misma insignia, o no es buena. Cuenta esta.',
    RECIPIENT_MISMATCH: () => 'Se le dio a otra persona.',
    RECIPIENT_LOOSELY: () =>
      'Corresponde a la persona solo si no se miran espacios, mayúsculas ni signos entre cifras. Compara tú.',
    RECIPIENT_NOT_COMPARABLE: () =>
      'Nombra a la persona de otra forma que la que conoces; no se puede comparar.',
    NAME_ONLY: () =>
      'El nombre corresponde. Varias personas pueden llamarse igual; eso prueba poco.',
    WEAK_HASH: () =>
      'Corresponde a la persona, pero por un método viejo que se puede falsificar. Compara tú.',
    SCHEMA_MISMATCH: () => 'No corresponde a la forma que nombra.',
    DUPLICATE_CHUNK: () => 'La imagen lleva más de una insignia; se leyó la primera.',
    OTHER_CHUNK: () => 'La insignia está en la imagen de una forma poco usual.',
    CRC_MISMATCH: () => 'Una suma de control de la imagen está mal; puede estar dañada.',
    COMPRESSED: () =>
      'La insignia está comprimida dentro de la imagen, algo que la norma no prevé.',
    NOT_A_BADGE: () => 'Esto no es una insignia.',
    NO_BADGE_INSIDE: () =>
      'La imagen no lleva ninguna insignia. Un chat o una captura de pantalla pudo quitársela.',
    NOT_CHECKED_BY_THIS_VERSION: f =>
      `Esta versión no comprueba eso${named(f, 'suite')}. No dice nada en contra de la insignia.`,
    NOT_ASKED: () => 'Nadie preguntó por esto; no se miró.',
    NOTHING_TO_VERIFY: () => 'No tiene nada que se pueda comprobar.',
    NO_PROOF: () => 'No está firmada; cualquiera pudo escribirla.',
    WITHHELD: () =>
      'Quien la muestra puede dejar partes fuera, y esta puede ser una. Pide la insignia completa.',
    NO_STATUS_DECLARED: () =>
      'No nombra ninguna lista de insignias revocadas; no había dónde mirar.',
    NO_END_DATE: () => 'No tiene fecha de término.',
    ISSUER_NOT_LISTED: f => `En este equipo nadie responde por el emisor${named(f, 'issuer')}.`,
    ISSUER_NOT_PROVEN: () => 'Nombra a un emisor conocido aquí, pero nada prueba que venga de él.',
    SUBJECT_NOT_IDENTIFIED: () => 'No dice a quién se le dio.',
    ENDORSES_ANOTHER: () => 'Habla de otra insignia que la que acompaña.',
    ID_DIFFERS: () => 'El documento se llama distinto que el lugar donde se encontró.',
    SAME_ID: () => 'Otra insignia de aquí lleva el mismo nombre y dice otra cosa. Compara las dos.',
    KEY_NOT_AVAILABLE: () => 'La llave del emisor no está en este equipo; no se puede saber.',
    UNSUPPORTED_DID_METHOD: f =>
      `El emisor se nombra de una forma que esta versión no puede buscar${named(f, 'method')}.`,
    TOO_LARGE: f =>
      typeof f['bytesMax'] === 'number'
        ? `Pasa de ${say.size(f['bytesMax'])}.`
        : 'Es demasiado grande.',
    TOO_DEEP: () => 'Está anidada más hondo de lo que ninguna insignia necesita.',
    TOO_COMPLEX: () => 'Está hecha de modo que comprobarla tardaría demasiado.',
    TRUNCATED: () => 'El archivo termina a la mitad.',
    DUPLICATE_KEY: () => 'Dice dos veces lo mismo y podría querer decir dos cosas.',
    PROTOTYPE_KEY: () => 'Lleva una palabra puesta para dañar programas.',
    DOCTYPE_REFUSED: () =>
      'La imagen lleva instrucciones que ninguna insignia necesita; no se abrió.',
    NOT_A_PNG: () => 'Se llama imagen PNG, pero no lo es.',
    SELF_CHECK_FAILED: () => 'Lo que se hizo no se sostuvo al comprobarlo otra vez.',
  }
}
