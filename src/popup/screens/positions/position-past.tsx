/** How one position went: its alpha at the price of the time. */
import { useState } from 'react'
import type { NetworkId } from '#shared/domain/network.ts'
import { type StakePosition, worthAt } from '#shared/domain/positions.ts'
import { useAnswer } from '../../reading/use-answer.ts'
import { Curve } from '../../ui/chart/curve.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useWallet } from '../../wallet.ts'
import { usePreference } from '../home/preferences.ts'
import { useNow } from '../home/use-now.ts'
import { ByHowMuch } from './by-how-much.tsx'
import { pastOf, type Range, stretchOf } from './past.ts'
import { lengthWords, toneOf } from './past-words.ts'
import { idOf } from './rows.ts'

const HOUR_MS = 3600_000
const EVERY_BLOCKS = 25

export interface PositionPastProps {
  readonly network: NetworkId
  readonly position: StakePosition
  readonly block: number
}

/** Nothing until there is a line to draw, and nothing where amounts are hidden. */
export function PositionPast({ network, position, block }: PositionPastProps) {
  const { background } = useWallet()
  const [chosen, setRange] = useState<Range>('month')
  const isHidden = usePreference('hide-amounts')
  const now = useNow(HOUR_MS)
  const { coldkey, hotkey, netuid } = position
  const { value } = useAnswer(
    { about: `${network} ${idOf(position)}`, asOf: Math.floor(block / EVERY_BLOCKS) },
    () => background['history.position']({ coldkey, hotkey, netuid, from: 0 }),
  )
  const points =
    value?.points.map(({ at, alpha, price }) => ({ at, value: worthAt(alpha, price, netuid) })) ?? []
  const { past, range, ranges } = stretchOf(points, chosen, now)
  if (isHidden || pastOf(points) === undefined) return null
  return (
    <section className="stack tight" aria-label="Worth over time">
      {past === undefined ? (
        <p className="quiet">Nothing was noted in this time.</p>
      ) : (
        <>
          <p className="as-of">
            <ByHowMuch past={past} />
          </p>
          <Curve
            points={past.points}
            height={104}
            tone={netuid === 0 ? 'root' : toneOf(past.change)}
            label={`Worth over ${lengthWords(past.last.at - past.first.at)}`}
          />
        </>
      )}
      <Tabs label="Time" options={ranges} value={range} onChange={setRange} />
    </section>
  )
}
