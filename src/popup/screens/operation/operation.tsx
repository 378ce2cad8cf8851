/** The one form of any operation: its fields as it declares them, what it would cost, what is to be known, and on to the review. */
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { Failure } from '#shared/domain/errors.ts'
import type { Field } from '#shared/operations/fields.ts'
import { isOperationId, type OperationId, operationOf } from '#shared/operations/index.ts'
import { openReview, useNavigation } from '../../navigation.ts'
import type { Place } from '../../place.ts'
import { namesWith, useKnown } from '../../reading/known.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { focusWrong } from '../../ui/focus.ts'
import { FindingNote } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Toggle } from '../../ui/toggle.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { recipientsOf } from '../activity/sent.ts'
import { shownAccounts } from '../home/holdings.ts'
import { namesOf } from '../home/names.ts'
import { NetworkPill, NetworkStrip } from '../home/network-pill.tsx'
import { usePreference } from '../home/preferences.ts'
import { refusesAll } from '../home/weather.ts'
import { useWeather, WeatherNotes } from '../home/weather-notes.tsx'
import { Unanswered } from '../powers/unanswered.tsx'
import type { FormContext } from './form-context.ts'
import { FormField } from './form-field.tsx'
import { From } from './from.tsx'
import { NotOffered } from './not-offered.tsx'
import { QuoteCard } from './quote-card.tsx'
import { mayGoOn, mostIn } from './quoter.ts'
import { signerOf } from './signer.ts'
import {
  begunForm,
  blank,
  changedForm,
  type Filled,
  filledForm,
  firstUnread,
  keptForm,
  problemOf,
  restoredForm,
  type TypedFields,
  valuesOf,
} from './typed.ts'
import { useBegun } from './use-begun.ts'
import { useKept } from './use-kept.ts'
import { useQuote } from './use-quote.ts'
import './operation.css'
import './picks.css'

export interface OperationProps {
  readonly id: string
  /** What is known already when one comes from an account, a position or a validator. */
  readonly filled?: Filled | undefined
  /** What was typed before, when one comes back to it from the review or in another window. */
  readonly typed?: TypedFields | undefined
  /** Leaves for the review, to come back to a place; the browser's way unless told otherwise. */
  readonly onReview?: (then: Place) => void
}

export function OperationScreen({ id, ...props }: OperationProps) {
  const offer = useTopic('offers')?.[id]
  if (!isOperationId(id) || operationOf(id).form === undefined) return <NotOffered id={id} />
  if (offer?.kind === 'hidden') return <NotOffered id={id} offer={offer} />
  return <OperationForm id={id} {...props} />
}

type OperationFormProps = Omit<OperationProps, 'id'> & { readonly id: OperationId }

function OperationForm({ id, filled = {}, typed: before, onReview = openReview }: OperationFormProps) {
  const { background } = useWallet()
  const navigation = useNavigation()
  const accounts = useTopic('accounts') ?? []
  const contacts = useTopic('contacts') ?? []
  const settings = useTopic('settings')
  const chain = useTopic('chain')
  const network = settings?.network ?? 'finney'
  const known = useKnown(network)
  const { form } = operationOf(id)
  const fields: Readonly<Record<string, Field>> = form?.fields ?? {}
  const [held, setHeld] = useState(() =>
    before !== undefined ? restoredForm(fields, before) : filledForm(fields, filled),
  )
  // Off with one tap; on for every trade that can be shielded.
  const [isShielded, setShielded] = useState(true)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [progress, setProgress] = useState<{ readonly isBusy: boolean; readonly failure?: Failure }>({
    isBusy: false,
  })
  // The first field that was empty when the form was opened, if that is one to type into.
  const [focused] = useState(() => firstUnread(fields, held))

  const isAnyones = usePreference('all-accounts')
  const from = signerOf(accounts, { chosen: settings?.account ?? null, isAnyones })
  const [opened] = useState(from?.address)
  const begun = useBegun(form?.begins, network, from?.address)
  const [touched, setTouched] = useState<ReadonlySet<string>>(
    () => new Set(before === undefined ? [] : Object.keys(fields)),
  )
  const typed = begunForm(fields, held, { parts: begun.parts, touched })
  const draft =
    from === undefined || !begun.isKnown
      ? undefined
      : { operation: id, account: from.address, values: valuesOf(typed), shield: isShielded }
  const best = chain?.kind === 'online' ? chain.best : undefined
  const { state, settle } = useQuote(background['operations.quote'], draft, best)
  const { quote } = state
  const most = mostIn(quote)
  const kept = keptForm(typed, most)
  useKept(id, begun.isKnown && touched.size > 0 ? kept : undefined)
  // What a validator keeps stands beside its name already.
  const findings = (quote?.findings ?? []).filter((finding) => finding.id !== 'take')
  // That no node answers is said with the estimate there is none of.
  const ofAll = findings.filter(
    ({ id, field }) => id !== 'offline' && (field === undefined || fields[field] === undefined),
  )
  // Why there is no going on stands where one would, whatever is in view.
  const barring = ofAll.find(({ blocks }) => blocks === true)
  const unread = firstUnread(fields, typed)
  const isRefused = refusesAll(useWeather())
  const names = namesWith(namesOf(accounts, contacts), known)
  const others = shownAccounts(accounts).filter(({ address }) => address !== from?.address)
  const recent = recipientsOf(useTopic('activity') ?? [], { network, but: [...accounts, ...contacts] })
  const staked = useTopic('positions')?.positions
  const positions = staked?.network === network ? staked.positions : []
  const isNew = staked?.network === network && !positions.some(({ coldkey }) => coldkey === from?.address)
  const context: FormContext = {
    from,
    network,
    typed,
    quote,
    most,
    isAsOpened: from?.address === opened,
    positions,
    names,
    contacts,
    recent,
    others,
  }

  const goOn = async (stands: HTMLFormElement) => {
    flushSync(() => setLeft(new Set(Object.keys(fields))))
    if (unread !== undefined) focusWrong(stands)
    if (draft === undefined || unread !== undefined || isRefused) return
    setProgress({ isBusy: true })
    const settled = await settle()
    if (!mayGoOn(settled)) {
      flushSync(() => setProgress({ isBusy: false }))
      return focusWrong(stands)
    }
    const shield = isShielded && settled.quote?.shieldable === true
    const proposed = await background['operations.propose']({ ...draft, shield })
    if (proposed.ok) return onReview({ kind: 'operation', operation: id, typed: kept })
    setProgress({ isBusy: false, failure: proposed.error })
  }

  const drawn = (name: string, field: Field) => (
    <FormField
      key={name}
      field={field}
      value={typed[name] ?? blank(field.kind)}
      onChange={(value) => {
        setHeld((now) => changedForm(fields, now, { name, value }))
        setTouched((now) => new Set([...now, name]))
      }}
      onBlur={() => setLeft((now) => new Set([...now, name]))}
      problem={problemOf(typed[name], left.has(name))}
      findings={findings.filter((finding) => finding.field === name)}
      context={context}
      autoFocus={name === focused}
    />
  )
  const isBarred =
    from?.kind === 'watch' ||
    isRefused ||
    !begun.isKnown ||
    (unread === undefined && state.isCurrent && !mayGoOn(state))
  return (
    <Screen
      title={form?.title ?? ''}
      onBack={navigation.back}
      aside={settings && <NetworkPill network={network} />}
      onSubmit={(stands) => void goOn(stands)}
      stacked={barring !== undefined}
      foot={
        <>
          {barring && <FindingNote finding={barring} names={names} />}
          <Button kind="primary" type="submit" busy={progress.isBusy} disabled={isBarred}>
            Review
          </Button>
        </>
      }
    >
      {settings && <NetworkStrip network={network} />}
      <div className="pane">
        {form?.about !== undefined && (
          <details className="more" open={isNew}>
            <summary>What this does</summary>
            <p className="quiet">{form.about}</p>
          </details>
        )}
        <WeatherNotes />
        <From account={from} accounts={shownAccounts(accounts)} />
        <Unanswered failure={begun.failure} isOld={begun.isKnown} what="identities" />
        {Object.entries(fields).map(([name, field]) => field.kind !== 'toggle' && drawn(name, field))}
      </div>
      <div className="pane">
        {ofAll.map(
          (finding) =>
            finding !== barring && <FindingNote key={finding.id} finding={finding} names={names} />,
        )}
        <QuoteCard
          state={state}
          isOffline={chain?.kind === 'offline'}
          isFilledIn={unread === undefined}
          best={best}
          names={names}
        />
        {Object.entries(fields).map(([name, field]) => field.kind === 'toggle' && drawn(name, field))}
        {quote?.shieldable === true && (
          <Toggle
            label="Shield this trade"
            hint="Sealed for the author of its block, so that nobody sees it in time to trade before it. Costs a second, small network fee."
            value={isShielded}
            onChange={setShielded}
          />
        )}
        {progress.failure !== undefined && <FailureNote failure={progress.failure} />}
      </div>
    </Screen>
  )
}
