/** An address to look at, without keys. */
import { useState } from 'react'
import { parseAddress } from '#shared/domain/address.ts'
import { fail } from '#shared/domain/result.ts'
import { AlikeNote, useAlike } from '../../forms/alike.tsx'
import { AddressInput } from '../../ui/address-input.tsx'
import { useWallet } from '../../wallet.ts'
import type { AddProps } from './add-new.tsx'
import { NameStep } from './name-step.tsx'

export function AddWatched({ onBack, onDone }: AddProps) {
  const { session } = useWallet()
  const [typed, setTyped] = useState('')
  const parsed = parseAddress(typed)
  const alike = useAlike(parsed.ok ? parsed.value : undefined)
  return (
    <NameStep
      title="Watch an address"
      isReady={parsed.ok && alike.isMeant}
      onBack={onBack}
      onDone={onDone}
      onAdd={(name) =>
        parsed.ok
          ? session.watch(parsed.value, name)
          : Promise.resolve(
              fail({ code: 'invalid-input', details: { field: 'Address', rule: 'Check it again.' } }),
            )
      }
    >
      <AddressInput label="Address" value={typed} onChange={setTyped} autoFocus />
      <AlikeNote alike={alike} isAsking />
    </NameStep>
  )
}
