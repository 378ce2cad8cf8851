/** One position: with whom, how much, what it is worth and has brought, and what can be done with it. */

import { ChartPie } from 'lucide-react'
import { useState } from 'react'
import { type AccountKey, type Address, addressOfKey, shorten } from '#shared/domain/address.ts'
import { availableOn, samePosition } from '#shared/domain/positions.ts'
import type { Netuid } from '#shared/domain/units.ts'
import { useNavigation } from '../../navigation.ts'
import { useKnown } from '../../reading/known.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { PrivateAmount, PrivateBigAmount } from '../home/concealed.tsx'
import { totalDigits } from '../home/digits.ts'
import { NetworkPill, NetworkStrip } from '../home/network-pill.tsx'
import { printAge, printBlock } from '../home/standing.ts'
import { useNow } from '../home/use-now.ts'
import { doableWith } from './doable.ts'
import { DoableList } from './doable-list.tsx'
import { PositionFacts } from './position-facts.tsx'
import { PositionPast } from './position-past.tsx'
import './positions.css'

export interface PositionProps {
  readonly coldkey: Address
  readonly hotkey: AccountKey
  readonly netuid: Netuid
}

/** What stands at the foot as well, in reach without a search. */
const OFTEN = ['remove-stake', 'add-stake'] as const

export function Position(key: PositionProps) {
  const { netuid, hotkey, coldkey } = key
  const { back, go } = useNavigation()
  const { background } = useWallet()
  const settings = useTopic('settings')
  const accounts = useTopic('accounts') ?? []
  const offers = useTopic('offers')
  const view = useTopic('positions')
  const network = settings?.network ?? 'finney'
  const known = useKnown(network)
  const now = useNow()
  const [isBusy, setBusy] = useState(false)

  const positions = view?.positions?.network === network ? view.positions : undefined
  const position = positions?.positions.find((each) => samePosition(each, key))
  const account = accounts.find(({ address }) => address === coldkey)
  const subnet = known.subnet(netuid)
  const title = netuid === 0 ? 'Root' : subnet?.name || `Subnet ${netuid}`
  if (position === undefined || positions === undefined)
    return (
      <Screen title={title} onBack={back}>
        {positions === undefined ? (
          <SkeletonRows count={4} />
        ) : (
          <Empty icon={ChartPie}>
            <p>Nothing of this position is left.</p>
            <Button small onClick={() => go({ kind: 'home' })}>
              To the portfolio
            </Button>
          </Empty>
        )}
      </Screen>
    )
  const availability = availableOn(positions, key)
  const doable = doableWith({
    isRoot: netuid === 0,
    account,
    subnet,
    offers,
    canLeave: availability === undefined ? undefined : availability.available > 0n,
  })
  const begin = async (operation: string) => {
    // A form is always that of the account in front.
    setBusy(true)
    if (settings?.account !== coldkey) await background['settings.set']({ settings: { account: coldkey } })
    const address = addressOfKey(hotkey)
    go({
      kind: 'operation',
      operation,
      filled:
        operation === 'add-stake'
          ? { subnet: netuid, validator: address }
          : { position: { hotkey: address, netuid } },
    })
  }
  const isOld = !(view?.fresh === true)
  const often = OFTEN.flatMap((id) => doable.filter((each) => each.id === id && each.barred === undefined))
  return (
    <Screen
      title={title}
      onBack={back}
      aside={<NetworkPill network={network} />}
      foot={
        often.length === 0
          ? undefined
          : often.map(({ id, title: does }) => (
              <Button key={id} busy={isBusy} onClick={() => void begin(id)}>
                {does}
              </Button>
            ))
      }
    >
      <NetworkStrip network={network} />
      <div className="pane">
        <section className={isOld ? 'total old' : 'total'} aria-label="Worth">
          <span className="label">
            {netuid !== 0 && `SN${netuid} · `}
            {account?.name ?? shorten(coldkey)}
          </span>
          <PrivateBigAmount value={position.worth} digits={totalDigits(position.worth)} />
          <p className="as-of">
            {netuid !== 0 && (
              <>
                <PrivateAmount value={position.alpha} unit="α" />
                {' · '}
              </>
            )}
            {isOld && 'Not up to date · '}
            {netuid === 0 ? 'Block' : 'block'} {printBlock(positions.block.number)},{' '}
            {printAge(Math.max(0, now - positions.readAt))}
          </p>
        </section>
        <PositionPast network={network} position={position} block={positions.block.number} />
        <PositionFacts {...{ network, position, positions, account, availability }} />
      </div>
      <div className="pane">
        <DoableList doable={doable} isBusy={isBusy} onBegin={(id) => void begin(id)} />
      </div>
    </Screen>
  )
}
