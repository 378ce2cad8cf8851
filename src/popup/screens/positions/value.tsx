/** How what is owned went, what it consists of, and both as tables for a spreadsheet. */
import { useState } from 'react'
import { useNavigation } from '../../navigation.ts'
import { Curve } from '../../ui/chart/curve.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Skeleton } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { PrivateAmount } from '../home/concealed.tsx'
import { addressesIn, sumOf } from '../home/holdings.ts'
import { NetworkPill, NetworkStrip } from '../home/network-pill.tsx'
import { usePreference } from '../home/preferences.ts'
import { printBlock } from '../home/standing.ts'
import { useNow } from '../home/use-now.ts'
import { useScope } from '../home/use-scope.ts'
import { AllocationCard } from './allocation-card.tsx'
import { ByHowMuch } from './by-how-much.tsx'
import { Export } from './export.tsx'
import { type Range, stretchOf, usePast } from './past.ts'
import { dayWords, lengthWords, toneOf } from './past-words.ts'
import { usePositions } from './use-positions.ts'
import './positions.css'

const HOUR_MS = 3600_000

export function Value() {
  const { back } = useNavigation()
  const { accounts, scope, network } = useScope()
  const view = useTopic('portfolio')
  const portfolio = view?.portfolio?.network === network ? view.portfolio : undefined
  const addresses = addressesIn(accounts, scope)
  const { rows, positions } = usePositions(network, addresses)
  const sum = sumOf(portfolio, accounts, scope)
  return (
    <Screen title="Value" onBack={back} aside={<NetworkPill network={network} />}>
      <NetworkStrip network={network} />
      <div className="pane">
        <PastCard
          network={network}
          account={scope === 'all' ? null : scope}
          block={portfolio?.block.number}
          whose={scope === 'all' ? 'All accounts' : accounts.find(({ address }) => address === scope)?.name}
        />
      </div>
      <div className="pane">
        {sum !== undefined && <AllocationCard rows={rows} free={sum.free} />}
        {positions !== undefined && (
          <p className="as-of-block">
            Of block {printBlock(positions.block.number)}. Alpha is counted at its present price; selling all
            of it at once would bring less.
          </p>
        )}
        <Export />
      </div>
    </Screen>
  )
}

type PastCardProps = Omit<Parameters<typeof usePast>[0], 'from'> & { readonly whose: string | undefined }

function PastCard({ whose, ...of }: PastCardProps) {
  const [chosen, setRange] = useState<Range>('month')
  const isHidden = usePreference('hide-amounts')
  const now = useNow(HOUR_MS)
  const { past: whole, isHere } = usePast({ ...of, from: 0 })
  const { past, range, ranges } = stretchOf(whole?.points ?? [], chosen, now)
  return (
    <section className="stack" aria-label="Value over time">
      <div className="line">
        <span className="label grow">{whose}</span>
        {past !== undefined && !isHidden && <ByHowMuch past={past} />}
      </div>
      {isHidden ? (
        <p className="quiet">Amounts are hidden, and so is how they changed.</p>
      ) : past !== undefined ? (
        <Curve
          points={past.points}
          height={132}
          tone={toneOf(past.change)}
          label={`Value over ${lengthWords(past.last.at - past.first.at)}`}
        />
      ) : whole !== undefined ? (
        <p className="quiet">Nothing was noted in this time.</p>
      ) : isHere ? (
        <p className="quiet">
          Nothing to draw yet. The wallet notes what you own while it is open, on this computer only; the line
          grows from there.
        </p>
      ) : (
        <Skeleton height={132} />
      )}
      <Tabs label="Time" options={ranges} value={range} onChange={setRange} />
      {past !== undefined && (
        <div className="card">
          <Facts>
            <Fact label="Now">
              <PrivateAmount value={past.last.value} />
            </Fact>
            <Fact label={`On ${dayWords(past.first.at, now)}`}>
              <PrivateAmount value={past.first.value} />
            </Fact>
            <Fact label="Lowest">
              <PrivateAmount value={past.least} />
            </Fact>
            <Fact label="Highest">
              <PrivateAmount value={past.most} />
            </Fact>
          </Facts>
          <p className="as-of-block">With what came in and went out, as far as this wallet saw it.</p>
        </div>
      )}
    </section>
  )
}
