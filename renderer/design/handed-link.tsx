/** An address as somebody handed it over: a link where a browser asks the web for it, and words where it is anything else. */
export const HandedLink = ({ link }: { link: string }) =>
  /^https?:\/\//i.test(link) ? (
    <a href={link} target="_blank" rel="noreferrer noopener">
      {link}
    </a>
  ) : (
    link
  )
