/** What `open-badges` says of itself. */
export const usage = `Usage: open-badges COMMAND …

  detect FILE… [--json]
      Says what each file is, without verifying it.
  verify FILE… [--bundle B] [--with FILE] [--at TIME] [--offline]
         [--recipient TYPE=VALUE] [--need CHECK] [--refresh] [--json | --csv]
         [--accept-key FINGERPRINT] [--not-older-than TIME] [--endorsement FILE]
         [--list-age DAYS] [--key-age DAYS] [--ttl]
      Verifies badges: files, folders, addresses. Without --offline and --bundle
      it fetches what a badge needs, over https, from public addresses only.
      --with FILE   JSON object of address and path: documents to know beside the rest
      --at TIME     the time to judge at, such as 2026-11-24T12:00:00Z
      --recipient   says whether it was given to that person, beside the verdict
      --refresh     asks a badge's own service for a newer issue of it
      --endorsement an endorsement that came in a file of its own; may be repeated
      --list-age    days since it was fetched after which a status list counts no more
      --key-age     the same for what is known of a key; --ttl: as the list itself asks
      --need CHECK  lets a check decide that is only told else: recipient, issuer.known
      Ends with 0: all verified. 1: something not verified. 2: something not
      certain, and nothing not verified. 64: wrong use.
  explain CODE… | FILE… [options of verify]
      Says what a code means, or goes through every check of a badge.
  bake PICTURE BADGE --out FILE
      Puts a signed badge into a PNG or SVG, replacing an earlier one.
  unbake PICTURE [--out FILE]
      Takes the badge out of a PNG or SVG.
  issue CREDENTIAL --key FILE [--jwt] [--at TIME] [--out FILE]
      Signs an Open Badges 3.0 credential, and verifies it before it is written.
  keygen --out FILE [--did-web DID]
      Makes a signing key, and prints what others need to know of it.
  bundle [URL…] --key FILE --name NAME --out FILE [--with FILE]
         [--issuers FILE] [--keys FILE] [--at TIME]
      Makes a signed trust bundle, for verifying without a network.
  bundle --show FILE
      Says what a trust bundle holds and who signed it.
`
