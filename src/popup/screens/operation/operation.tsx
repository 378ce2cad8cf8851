/** The one form of any operation: its fields as it declares them, what it would cost, what is to be known, and on to the review. */
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Rao } from '#shared/domain/units.ts'
import type { Field } from '#shared/operations/fields.ts'
import { type OperationId, operationOf } from '#shared/operations/index.ts'
import { openReview, useNavigation } from '../../navigation.ts'
import type { Place } from '../../place.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { FindingNote } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { frontOf, shownAccounts } from '../home/holdings.ts'
import { namesOf } from '../home/names.ts'
import { NetworkPill, NetworkStrip } from '../home/network-pill.tsx'
import { FormField } from './form-field.tsx'
import { From } from './from.tsx'
import { QuoteCard } from './quote-card.tsx'
import { mayGoOn, type Quote } from './quoter.ts'
import {
  blank,
  blankForm,
  filledForm,
  firstUnread,
  problemOf,
  restoredForm,
  type TypedFields,
  valuesOf,
} from './typed.ts'
import { useQuote } from './use-quote.ts'
import './operation.css'

export interface OperationProps {
  readonly id: OperationId
  readonly to?: Address | undefined
  /** What was typed before, when one comes back to it. */
  readonly typed?: TypedFields | undefined
  /** Leaves for the review, to come back to a place; the browser's way unless told otherwise. */
  readonly onReview?: (then: Place) => void
}

export function OperationScreen({ id, to, typed: before, onReview = openReview }: OperationProps) {
  const { background } = useWallet()
  const navigation = useNavigation()
  const accounts = useTopic('accounts') ?? []
  const contacts = useTopic('contacts') ?? []
  const settings = useTopic('settings')
  const chain = useTopic('chain')
  const { form } = operationOf(id)
  const fields: Readonly<Record<string, Field>> = form?.fields ?? {}
  const [typed, setTyped] = useState(() =>
    before !== undefined
      ? restoredForm(fields, before)
      : to === undefined
        ? blankForm(fields)
        : filledForm(fields, to),
  )
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [progress, setProgress] = useState<{ readonly isBusy: boolean; readonly failure?: Failure }>({
    isBusy: false,
  })

  const from = frontOf(accounts, settings?.account ?? null)
  const draft = from && { operation: id, account: from.address, values: valuesOf(typed) }
  const best = chain?.kind === 'online' ? chain.best : undefined
  const { state, settle } = useQuote(background['operations.quote'], draft, best)
  const findings = state.quote?.findings ?? []
  const unread = firstUnread(fields, typed)
  const names = namesOf(accounts, contacts)

  const goOn = async () => {
    setLeft(new Set(Object.keys(fields)))
    if (draft === undefined || unread !== undefined) return
    setProgress({ isBusy: true })
    if (!mayGoOn(await settle())) return setProgress({ isBusy: false })
    const proposed = await background['operations.propose'](draft)
    if (proposed.ok) return onReview({ kind: 'operation', operation: id, typed })
    setProgress({ isBusy: false, failure: proposed.error })
  }

  const isBarred = from?.kind === 'watch' || (unread === undefined && state.isCurrent && !mayGoOn(state))
  const drawn = (name: string, field: Field, at: number) => (
    <FormField
      key={name}
      field={field}
      value={typed[name] ?? blank(field.kind)}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
      onBlur={() => setLeft(new Set([...left, name]))}
      problem={problemOf(typed[name], left.has(name))}
      findings={findings.filter((finding) => finding.field === name)}
      names={names}
      contacts={contacts}
      accounts={others(accounts, from)}
      most={mostTao(state.quote?.most)}
      autoFocus={at === (to === undefined ? 0 : 1)}
    />
  )
  return (
    <Screen
      title={form?.title ?? ''}
      onBack={navigation.back}
      aside={settings && <NetworkPill network={settings.network} />}
      onSubmit={() => void goOn()}
      foot={
        <Button kind="primary" type="submit" busy={progress.isBusy} disabled={isBarred}>
          Review
        </Button>
      }
    >
      {settings && <NetworkStrip network={settings.network} />}
      <From account={from} accounts={shownAccounts(accounts)} />
      {Object.entries(fields).map(([name, field], at) => field.kind !== 'toggle' && drawn(name, field, at))}
      {findings
        .filter(({ field }) => field === undefined || fields[field] === undefined)
        .map((finding) => (
          <FindingNote key={finding.id} finding={finding} names={names} />
        ))}
      <QuoteCard state={state} isOffline={chain?.kind === 'offline'} />
      {Object.entries(fields).map(([name, field], at) => field.kind === 'toggle' && drawn(name, field, at))}
      {progress.failure !== undefined && <FailureNote failure={progress.failure} />}
    </Screen>
  )
}

/** The most of an amount of TAO. */
function mostTao(most: Quote['most'] | undefined): Rao | undefined {
  return most != null && 'rao' in most ? most.rao : undefined
}

/** Everybody of one's own but the one that sends. */
function others(accounts: readonly Account[], from: Account | undefined): readonly Account[] {
  return shownAccounts(accounts).filter(({ address }) => address !== from?.address)
}
