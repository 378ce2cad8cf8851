/** What the wallet's worth consists of: a ring, and each part with its share. */
import { useState } from 'react'
import { addressOfKey, shorten } from '#shared/domain/address.ts'
import type { Rao } from '#shared/domain/units.ts'
import { Allocation } from '../../ui/chart/allocation.tsx'
import { printShare } from '../../ui/chart/change.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { PrivateAmount } from '../home/concealed.tsx'
import { legendDigits } from '../home/digits.ts'
import { usePreference } from '../home/preferences.ts'
import { type By, partsOf } from './parts.ts'
import type { PositionRow } from './rows.ts'

const WAYS = [
  { value: 'subnet', label: 'By subnet' },
  { value: 'validator', label: 'By validator' },
] as const satisfies readonly { value: By; label: string }[]

export interface AllocationCardProps {
  readonly rows: readonly PositionRow[]
  readonly free: Rao
}

export function AllocationCard({ rows, free }: AllocationCardProps) {
  const [by, setBy] = useState<By>('subnet')
  const isHidden = usePreference('hide-amounts')
  const parts = partsOf({
    rows,
    free,
    by,
    validatorName: ({ validator, position }) =>
      validator === '' ? shorten(addressOfKey(position.hotkey)) : validator,
  })
  if (parts.length === 0) return null
  return (
    <section className="stack" aria-label="Allocation">
      <Tabs label="Allocation" options={WAYS} value={by} onChange={setBy} />
      {isHidden ? (
        <p className="quiet">Amounts are hidden, and so are their shares.</p>
      ) : (
        <div className="card allocation">
          <Allocation
            label={`Shares: ${parts.map(({ label, share }) => `${label} ${printShare(share)}`).join(', ')}`}
            slices={parts.map(({ key, worth }) => ({ key, amount: worth }))}
          />
          <ul className="parts">
            {parts.map(({ key, label, worth, share }) => (
              <li key={key}>
                <i className={`swatch ${key}`} aria-hidden />
                <span className="grow">
                  <bdi className="cut">{label}</bdi>
                  <small className="muted">
                    <PrivateAmount value={worth} digits={legendDigits(worth)} />
                  </small>
                </span>
                <b>{printShare(share)}</b>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
