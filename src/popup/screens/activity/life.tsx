/** The life of one transaction as steps: what is behind, what is under way, what is ahead. */
import type { TxRecord } from '#shared/domain/transaction.ts'
import { useDispatchWords } from '../../ui/dispatch-words.ts'
import { type Heads, type Step, stepsOf } from './steps.ts'

const MARKS: Readonly<Record<Step['mark'], string>> = {
  done: 'Done',
  now: 'Under way',
  ahead: 'Ahead',
  failed: 'Failed',
  doubt: 'Not known',
}

export function Life({ tx, heads }: { readonly tx: TxRecord; readonly heads: Heads | undefined }) {
  const { state } = tx
  const outcome = state.kind === 'in-block' || state.kind === 'final' ? state.outcome : undefined
  const words = useDispatchWords(outcome?.kind === 'failed' ? outcome : undefined)
  return (
    <ol className="steps" aria-label="Progress" aria-live="polite">
      {stepsOf(tx, heads, words).map(({ title, detail, mark }, at) => (
        <li key={at} className={`step ${mark}`}>
          <i className="dot" aria-hidden />
          <div>
            <b>{title}</b>
            <span className="unseen">, {MARKS[mark]}</span>
            {detail !== '' && <small>{detail}</small>}
          </div>
        </li>
      ))}
    </ol>
  )
}
