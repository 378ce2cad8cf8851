/** One transaction as a line of a list. */
import { ArrowDownLeft, ArrowUp, ArrowUpRight, FileSignature, type LucideIcon } from 'lucide-react'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { Glyph, Row } from '../../ui/row.tsx'
import { type Names, Spans } from '../../ui/spans.tsx'
import { asTitle, concealed, PrivateAmount } from '../home/concealed.tsx'
import { legendDigits } from '../home/digits.ts'
import { usePreference } from '../home/preferences.ts'
import { printWhen } from './days.ts'
import { lineOf } from './line.ts'
import { outcomeOf, summaryOf } from './steps.ts'

const ICONS: Readonly<Record<string, LucideIcon>> = {
  Send: ArrowUpRight,
  Stake: ArrowUp,
  Unstake: ArrowDownLeft,
}

export interface TxRowProps {
  readonly tx: TxRecord
  readonly names: Names
  /** ms since 1970 */
  readonly now: number
  /** Whose it is goes without saying. */
  readonly isOneAccount?: boolean
  readonly onOpen: (id: string) => void
}

export function TxRow({ tx, names, now, isOneAccount = false, onOpen }: TxRowProps) {
  const isHidden = usePreference('hide-amounts')
  const { verb } = tx.description
  const { title, amount } = lineOf(tx.description)
  const { word, tone } = summaryOf(tx.state)
  const when = printWhen(tx.sentAt, now)
  const said = outcomeOf(tx.state)?.says?.[0]
  const whose = isOneAccount ? undefined : (names(tx.account) ?? 'Removed account')
  const state = <span className={`word tone-${tone}`}>{word}</span>
  return (
    <Row
      start={<Glyph icon={ICONS[verb] ?? FileSignature} />}
      title={<Spans spans={asTitle(isHidden ? concealed(title) : title)} names={names} isBrief />}
      sub={
        <>
          {when}
          {said !== undefined && (
            <>
              {' · '}
              <Spans spans={asTitle(isHidden ? concealed(said) : said)} names={names} isBrief />
            </>
          )}
          {whose !== undefined && ` · ${whose}`}
        </>
      }
      value={amount === undefined ? state : <PrivateAmount {...amount} digits={legendDigits(amount.value)} />}
      under={
        amount !== undefined &&
        // That all went well need not be read, only heard.
        (tone === 'good' ? <span className="unseen">{word}</span> : state)
      }
      onClick={() => onOpen(tx.id)}
    />
  )
}
