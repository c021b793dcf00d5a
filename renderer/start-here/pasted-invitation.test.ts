import { expect, test } from 'vitest'
import { invitationLink, pastedInvitation } from './pasted-invitation.ts'

const invitation = { address: 'https://alder.example', code: '7Q2M-XABC-DEFG' }

test('a link is read as what it was made of, also with spaces round it', () => {
  expect(pastedInvitation(` ${invitationLink(invitation)}\n`)).toEqual(invitation)
  const here = { address: 'http://127.0.0.1:4400', code: 'ABCDEFGHJKLM' }
  expect(pastedInvitation(invitationLink({ ...here, address: `${here.address}/` }))).toEqual(here)
})

test.each([
  'alder.example',
  'https://alder.example/join',
  'https://alder.example/join#code=',
  'javascript:alert(1)/join#code=ABCDEFGHJKLM',
  'https://alder.example/join#code=ABCDEFGHJKLM<script>',
])('%j stays as it was typed', text => expect(pastedInvitation(text)).toBeUndefined())
