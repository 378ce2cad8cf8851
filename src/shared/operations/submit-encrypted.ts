/** Sends a transaction that only a block's author can read. Explained, not offered by itself. */
import { bytes, type Of, object } from '../codec.ts'
import { defineOperation } from './define.ts'
import { danger } from './findings.ts'

const Params = object({ ciphertext: bytes })
type Params = Of<typeof Params>

export const submitEncrypted = defineOperation({
  id: 'submit-encrypted',
  params: Params,
  calls: { 'MevShield.submit_encrypted': Params },
  build: (params) => ({ name: 'MevShield.submit_encrypted', args: params }),
  parse: ({ args }): Params => args,
  asks: () => ({}),
  describe: ({ ciphertext }) => ({
    verb: 'Send sealed',
    sentence: ['Send an encrypted transaction, which nobody reads before it is in a block.'],
    rows: [{ label: 'Contents', value: [`${ciphertext.length} bytes that nobody here can read`] }],
  }),
  warns: () => [
    danger('sealed', [
      'What is inside cannot be shown: it may do anything it is signed for. Whoever sealed it knows; this call only carries it, for a fee.',
    ]),
  ],
  risks: () => [],
})
