import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import * as look from './sheet.css.ts'

interface Sheeting {
  readonly title: string
  readonly open: boolean
  onClose(): void
  readonly children: ReactNode
}

/** The one thing that may float above a screen: for a choice, never for an error. Escape closes it. */
export function Sheet({ title, open, onClose, children }: Sheeting) {
  return (
    <ModalOverlay
      className={look.under}
      isOpen={open}
      onOpenChange={isOpen => {
        if (!isOpen) onClose()
      }}
      isDismissable
    >
      <Modal>
        <Dialog className={look.sheet}>
          <Heading slot="title" className={look.title}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
