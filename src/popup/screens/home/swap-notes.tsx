/** Says of each account of the wallet that its coldkey is about to be swapped: who has the words of one need not have asked its owner. */
import { afterBlocks, printTime } from '#shared/domain/blocks.ts'
import { useNavigation } from '../../navigation.ts'
import { useSwapStandings } from '../../reading/use-standing.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { printMoment } from '../activity/days.ts'
import { phaseOf } from '../key-swap/phase.ts'
import { type Announced, announcedOf } from './announced.ts'
import { useNow } from './use-now.ts'

const MINUTE_MS = 60_000

export function SwapNotes() {
  const network = useTopic('settings')?.network ?? 'finney'
  const accounts = useTopic('accounts') ?? []
  const records = useTopic('activity')
  const swaps = useSwapStandings(
    network,
    accounts.map(({ address }) => address),
  )
  // Which of them are this wallet's own is known from what it sent.
  if (swaps === undefined || records === undefined) return null
  return announcedOf({ accounts, swaps, records }).map((announced) => (
    <SwapNote key={announced.account.address} announced={announced} />
  ))
}

function SwapNote({ announced }: { readonly announced: Announced }) {
  const { background } = useWallet()
  const { go } = useNavigation()
  const { account, isOurs } = announced
  const look = async () => {
    await background['settings.set']({ settings: { account: account.address } })
    go({ kind: 'key-swap' })
  }
  return (
    <Note level={isOurs ? 'caution' : 'danger'}>
      <Words announced={announced} />
      <div className="note-actions">
        <Button small onClick={() => void look()}>
          {isOurs
            ? 'See where it stands'
            : account.kind === 'local'
              ? 'Look at it, or dispute it'
              : 'Look at it'}
        </Button>
      </div>
    </Note>
  )
}

function Words({ announced: { account, swap, isOurs } }: { readonly announced: Announced }) {
  const now = useNow(MINUTE_MS)
  const phase = phaseOf(swap)
  const name = <bdi>{account.name}</bdi>
  const stranger = isOurs ? null : (
    <>
      {' '}
      Nobody announced that from here. <b>If it was not you, somebody has its key: dispute it now.</b>
    </>
  )
  switch (phase.kind) {
    case 'none':
      return null
    case 'waiting':
      return (
        <p>
          All that “{name}” holds is about to go to another key, in about {printTime(phase.blocks)}:{' '}
          {printMoment(afterBlocks(phase.blocks, now))}.{stranger}
        </p>
      )
    case 'ready':
      return (
        <p>
          All that “{name}” holds can go to another key now: the wait is over.{stranger}
        </p>
      )
    case 'disputed':
      return (
        <p>“{name}” is frozen: the swap to another key is disputed, and the chain’s root has to decide.</p>
      )
  }
}
