/** What became of one transaction: what it does, its life, and the facts of it. */
import type { Leg } from '#shared/domain/outcome.ts'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { namesWith, useKnown } from '../../reading/known.ts'
import { WholeAmount } from '../../ui/amount.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { type Names, Spans } from '../../ui/spans.tsx'
import { concealed } from '../home/concealed.tsx'
import { usePreference } from '../home/preferences.ts'
import { printBlock } from '../home/standing.ts'
import { CameOfIt } from './came-of-it.tsx'
import { printMoment } from './days.ts'
import { legTitle } from './legs.ts'
import { Life } from './life.tsx'
import { resultOf } from './result.ts'
import { ResultLines } from './result-lines.tsx'
import { RowFact } from './row-fact.tsx'
import { type Heads, outcomeOf } from './steps.ts'
import './activity.css'

export interface ToldProps {
  readonly tx: TxRecord
  readonly heads: Heads | undefined
  readonly names: Names
}

export function Told({ tx, heads, names: own }: ToldProps) {
  const names = namesWith(own, useKnown(tx.network))
  const isHidden = usePreference('hide-amounts')
  const { sentence, rows } = tx.description
  const result = resultOf(tx)
  const outcome = outcomeOf(tx.state)
  // What stands with what came of it is not repeated.
  const titles = new Set(legsIn(tx).map(({ path }) => legTitle(path)))
  const shown = (spans: typeof sentence): typeof sentence => (isHidden ? concealed(spans) : spans)
  return (
    <>
      <div className="pane">
        {result === undefined ? (
          <h2 className="say">
            <Spans spans={shown(sentence)} names={names} />
          </h2>
        ) : (
          <ResultLines result={result} names={names} shown={shown} />
        )}
        <Life tx={tx} heads={heads} />
      </div>
      <div className="pane">
        {outcome !== undefined && (
          <CameOfIt
            outcome={result === undefined ? outcome : { ...outcome, says: result.rest }}
            rows={rows}
            names={names}
            shown={shown}
          />
        )}
        <div className="card">
          <Facts>
            <Fact label="From">{names(tx.account) ?? <code>{tx.account}</code>}</Fact>
            {rows
              .filter(({ label }) => !titles.has(label))
              .map(({ label, value }, at) => (
                // By place: two rows may bear one label, and both must be shown.
                <RowFact key={at} label={label} value={shown(value)} names={names} />
              ))}
            <Fact label="Network fee">
              <Fee tx={tx} isHidden={isHidden} />
            </Fact>
            {result !== undefined && <RowFact label="Agreed to" value={shown(sentence)} names={names} />}
            <Fact label="Agreed">{printMoment(tx.sentAt)}</Fact>
            <Fact label="Nonce">{tx.nonce}</Fact>
            <Fact label="Valid in blocks">
              {printBlock(tx.era.birth)} to {printBlock(tx.era.death)}
            </Fact>
            <Fact label="Runtime">spec {tx.spec}</Fact>
            <Fact label="Hash">
              <Hashed text={tx.hash} what="transaction hash" />
            </Fact>
            {(tx.state.kind === 'in-block' || tx.state.kind === 'final') && (
              <Fact label="Block hash">
                <Hashed text={tx.state.at.hash} what="block hash" />
              </Fact>
            )}
          </Facts>
        </div>
      </div>
    </>
  )
}

function legsIn({ state }: TxRecord): readonly Leg[] {
  return outcomeOf(state)?.legs ?? []
}

function Hashed({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <span className="hash" title={text}>
      {text.slice(0, 8)}…{text.slice(-6)}
      <CopyButton text={text} label={`Copy ${what}`} />
    </span>
  )
}

function Fee({ tx: { state }, isHidden }: { readonly tx: TxRecord; readonly isHidden: boolean }) {
  if (state.kind === 'invalid' || state.kind === 'expired') return 'none was taken'
  if (state.kind !== 'in-block' && state.kind !== 'final') return 'told once it is in a block'
  const { fee } = state.outcome
  if (fee === undefined) return 'not told'
  return isHidden ? 'τ ••••' : <WholeAmount value={fee} />
}
