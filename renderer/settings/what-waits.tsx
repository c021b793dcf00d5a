import { useSync } from '../app/live.tsx'
import { useWords } from '../app/words.tsx'

/** What has not reached the district: commands that wait, and files that are going. */
export function WhatWaits() {
  const said = useWords().settings.device
  const { waitingCount, files } = useSync()
  const going = files.all - files.sent
  return (
    <>
      {waitingCount === 0 && going > 0 ? null : said.waiting({ n: waitingCount })}
      {going > 0 ? ` ${said.filesGoing({ n: going })}` : null}
    </>
  )
}
