import type { ReactNode } from 'react'
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'
import { useCoverPrimaryKey } from './primary-key.ts'
import * as look from './sheet.css.ts'

interface Sheeting {
  readonly title: string
  readonly open: boolean
  onClose(): void
  /** With it a button stands beside the title; Escape closes in any case. */
  readonly closeSaid?: string
  readonly children: ReactNode
}

/** Comes before all that a sheet holds: an action within it is laid above the cover. */
function Cover() {
  useCoverPrimaryKey()
  return null
}

/** The one thing that may float above a screen: for a choice, never for an error. Escape closes it. */
export function Sheet({ title, open, onClose, closeSaid, children }: Sheeting) {
  return (
    <I18nProvider locale={document.documentElement.lang === 'es' ? 'es-419' : 'en-US'}>
      <ModalOverlay
        className={look.under}
        isOpen={open}
        onOpenChange={isOpen => {
          if (!isOpen) onClose()
        }}
        isDismissable
      >
        <Modal className={look.box}>
          <Dialog className={look.sheet}>
            <Cover />
            <div className={look.head}>
              <Heading slot="title" className={look.title}>
                {title}
              </Heading>
              {closeSaid === undefined ? null : (
                <Button kind="bare" keys="Esc" onPress={onClose}>
                  {closeSaid}
                </Button>
              )}
            </div>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}
