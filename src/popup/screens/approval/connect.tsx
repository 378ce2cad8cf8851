/** A site asks to see accounts: who it is, what it would learn, and which of them it may see. */
import { useRef, useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import type { ApprovalOf } from '#shared/domain/approval.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import { AccountChecks } from '../../forms/account-checks.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { Note } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { AgreeButton } from './agree-button.tsx'
import { createGate } from './gate.ts'
import { useGate } from './use-gate.ts'
import { useSafeFocus } from './use-safe-focus.ts'
import './approval.css'

export interface ConnectProps {
  readonly approval: ApprovalOf<'connect'>
  /** How many wait, this one included. */
  readonly waiting: number
  readonly accounts: readonly Account[]
  /** The account in front is ticked to begin with, no other. */
  readonly front: Address | null
  readonly onConnect: (accounts: readonly Address[]) => Promise<Result<unknown, Failure>>
  readonly onReject: () => Promise<Result<unknown, Failure>>
  readonly onBlock: () => Promise<Result<unknown, Failure>>
}

export function Connect({ approval, waiting, accounts, front, ...on }: ConnectProps) {
  const { origin, claimed } = approval.request
  const shown = accounts.filter(({ hidden }) => !hidden)
  const [ticked, setTicked] = useState<ReadonlySet<Address>>(
    () => new Set(shown.filter(({ address, kind }) => address === front && kind === 'local').map(addressOf)),
  )
  const [busy, setBusy] = useState<'connect' | 'reject' | 'block'>()
  const [failure, setFailure] = useState<Failure>()
  const [gate] = useState(() => createGate())
  const watched = useRef<HTMLDivElement>(null)
  const isOpen = useGate(gate, busy === undefined && ticked.size > 0, watched)
  useSafeFocus(watched)

  const decide = async (
    what: 'connect' | 'reject' | 'block',
    work: () => Promise<Result<unknown, Failure>>,
  ) => {
    setBusy(what)
    const decided = await work()
    setBusy(undefined)
    // What was decided shows in the list of approvals; this screen only tells of a failure.
    setFailure(decided.ok ? undefined : decided.error)
  }

  return (
    <Screen
      title="Connect"
      foot={
        <>
          <Button busy={busy === 'reject'} onClick={() => void decide('reject', on.onReject)}>
            Reject
          </Button>
          <AgreeButton
            label="Connect"
            gate={gate}
            isOpen={isOpen}
            isWaiting={ticked.size === 0}
            mustHold={false}
            isBusy={busy === 'connect'}
            onAgree={() =>
              void decide('connect', () =>
                on.onConnect(shown.map(addressOf).filter((address) => ticked.has(address))),
              )
            }
          />
        </>
      }
    >
      {waiting > 1 && <p className="quiet">1 of {waiting} that wait for you</p>}
      <div ref={watched} className="stack review">
        {failure !== undefined && <FailureNote failure={failure} />}
        <h2 className="say">
          <span className="origin-name">{origin}</span> wants to see your accounts
        </h2>
        {claimed !== '' && (
          <p className="quiet">
            It calls itself “{claimed}”. Anybody can write that: go by the address above.
          </p>
        )}
        {origin.startsWith('http:') && (
          <Note level="note">
            This page comes from your own computer. Another program may use the same address tomorrow.
          </Note>
        )}
        <AccountChecks label="It may see" accounts={shown} ticked={ticked} onChange={setTicked} />
        <p className="quiet">
          It learns the addresses and the names of the accounts you tick, and can look up what they hold. It
          may ask you to sign. It can move nothing by itself.
        </p>
        <Button kind="plain" busy={busy === 'block'} onClick={() => void decide('block', on.onBlock)}>
          Block this site
        </Button>
      </div>
    </Screen>
  )
}

function addressOf({ address }: Account): Address {
  return address
}
