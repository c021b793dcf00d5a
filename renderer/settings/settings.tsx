import type { ComponentType } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '../app/words.tsx'
import { Screen } from '../design/frame.tsx'
import { Tabs } from '../design/tabs.tsx'
import { AboutPart } from './about-part.tsx'
import { DevicePart } from './device-part.tsx'
import { DistrictPart } from './district-part.tsx'
import { LookPart } from './look-part.tsx'
import * as look from './settings.css.ts'
import { YouPart } from './you-part.tsx'

const parts = {
  you: YouPart,
  look: LookPart,
  device: DevicePart,
  district: DistrictPart,
  about: AboutPart,
} as const satisfies Record<string, ComponentType>
const names = ['you', 'look', 'device', 'district', 'about'] as const

/** Settings, a part at a time; each has its own address. */
export function SettingsScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const words = useWords()
  const said = words.settings
  const [, go] = useLocation()
  const part = names.find(name => name === params['part']) ?? 'you'
  const Part = parts[part]
  return (
    <Screen title={said.title}>
      <Tabs
        label={said.parts}
        tabs={names.map(id => ({ id, label: said.part[id] }))}
        current={part}
        onChoose={id => go(`/settings/${id}`)}
        panel="settings-part"
      />
      <div id="settings-part" role="tabpanel" aria-label={said.part[part]} className={look.part}>
        <Part />
      </div>
    </Screen>
  )
}
