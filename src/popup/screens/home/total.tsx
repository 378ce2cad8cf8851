/** How much there is, of which block, and in which condition. */
import { Eye, EyeOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { latePart } from '../../lazy-screen.tsx'
import { useShown } from '../../shown.ts'
import { IconButton } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/waiting.tsx'
import { PrivateAmount, PrivateBigAmount } from './concealed.tsx'
import { legendDigits, totalDigits } from './digits.ts'
import { type Sum as Held, type Part, type Scope, sharesOf } from './holdings.ts'
import { setPreference, usePreference } from './preferences.ts'
import { printAge, printBlock, type Standing } from './standing.ts'

/** After what has to be read of the chain: nobody copies within the first blink. */
const COPY_AFTER_MS = 250
const CopyButton = latePart(
  () => import('../../ui/copy-button.tsx'),
  (module) => module.CopyButton,
  COPY_AFTER_MS,
)

export interface TotalProps {
  readonly standing: Standing
  /** Absent while nothing is known. */
  readonly sum: Held | undefined
  readonly scope: Scope
  /** What accounts that are only watched hold. */
  readonly watched: bigint | undefined
  /** At the end of the block's line. It comes later, and takes no room of its own. */
  readonly aside: ReactNode
}

export function Total({ standing, sum, scope, watched = 0n, aside }: TotalProps) {
  const isHidden = usePreference('hide-amounts')
  const isOld = standing.kind !== 'live'
  useShown(isHidden ? undefined : sum?.total, standing.picture?.block)
  return (
    <section className={isOld && sum !== undefined ? 'total old' : 'total'} aria-label="Total">
      <div className="line">
        <span className="label grow">
          {scope === 'all' ? 'Total of all accounts' : 'Total'}
          {sum !== undefined && sum.missing > 0 && `, ${sum.missing} not read yet`}
          {sum !== undefined && sum.missing === 0 && sum.unread > 0 && ', without stake'}
        </span>
        {scope !== 'all' && <CopyButton text={scope} label="Copy address" />}
        <IconButton
          icon={isHidden ? EyeOff : Eye}
          label={isHidden ? 'Show amounts' : 'Hide amounts'}
          pressed={isHidden}
          onClick={() => setPreference('hide-amounts', !isHidden)}
        />
      </div>
      <Sum sum={sum} isComing={isComing(standing)} />
      {scope === 'all' && watched > 0n && (
        <p className="as-of">
          Of it <PrivateAmount value={watched} digits={legendDigits(watched)} /> only watched
        </p>
      )}
      <div className="as-of-line">
        <BlockLine standing={standing} />
        {aside}
      </div>
      {(sum !== undefined || isComing(standing)) && <Breakdown sum={sum} />}
    </section>
  )
}

/** What is not known and not on its way is a dash: never a zero, and no shape that promises a number. */
function Sum({ sum, isComing }: { readonly sum: Held | undefined; readonly isComing: boolean }) {
  if (sum !== undefined) return <PrivateBigAmount value={sum.total} digits={totalDigits(sum.total)} />
  if (isComing) return <Skeleton width={196} height={44} />
  return (
    <div className="amount big faint">
      <span aria-hidden>–</span>
      <span className="unseen">not known</span>
    </div>
  )
}

function isComing({ kind }: Standing): boolean {
  return kind === 'connecting' || kind === 'reading' || kind === 'live' || kind === 'stale'
}

const SAYS: Readonly<Record<Standing['kind'], string>> = {
  live: '',
  stale: 'Not up to date',
  reading: 'Reading the chain…',
  connecting: 'Connecting…',
  offline: 'Offline',
  'wrong-chain': 'Wrong chain',
  untrusted: 'Not trusted yet',
}

/** Every amount from the chain carries its block. */
function BlockLine({ standing }: { readonly standing: Standing }) {
  const { kind, picture } = standing
  const at = picture && `block ${printBlock(picture.block)}, ${printAge(picture.ageMs)}`
  const says = SAYS[kind]
  return (
    <p className={kind === 'live' ? 'as-of' : `as-of ${kind}`} aria-live="off">
      {says}
      {says !== '' && at !== undefined && ' · '}
      {says === '' ? at?.replace('b', 'B') : at}
      {at === undefined && kind !== 'reading' && kind !== 'connecting' && ' · nothing read yet'}
    </p>
  )
}

const NAMES: Readonly<Record<Part, string>> = {
  free: 'Free',
  locked: 'Locked',
  reserved: 'Reserved',
  root: 'Root',
  subnets: 'Subnets',
}

function Breakdown({ sum }: { readonly sum: Held | undefined }) {
  const isHidden = usePreference('hide-amounts')
  if (sum === undefined) return <Skeleton height={8} />
  const shares = sharesOf(sum)
  return (
    <>
      <div className="shares" aria-hidden>
        {/* Hidden amounts leave no proportions behind either. */}
        {!isHidden &&
          shares.map(({ part, permille }) => (
            <i key={part} className={part} style={{ flexGrow: permille }} />
          ))}
      </div>
      {shares.length > 0 && (
        <ul className="legend">
          {shares.map(({ part, amount }) => (
            <li key={part}>
              <i className={part} aria-hidden />
              {NAMES[part]} <PrivateAmount value={amount} digits={legendDigits(amount)} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
