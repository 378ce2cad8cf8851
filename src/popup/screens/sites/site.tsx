/** One site: what it sees, what it may ask for, and its end. */
import { Ban, Unplug } from 'lucide-react'
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import type { Address } from '#shared/domain/address.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import type { Origin, Site } from '#shared/domain/site.ts'
import { AccountChecks } from '../../forms/account-checks.tsx'
import { useNavigation } from '../../navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { Note } from '../../ui/note.tsx'
import { Fact, Facts, Glyph, Row } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { printWhen } from '../activity/days.ts'
import { useNow } from '../home/use-now.ts'
import { RulesForm } from './rules-form.tsx'
import { seenBy, siteOf } from './seen.ts'
import './sites.css'

export function SiteScreen({ origin }: { readonly origin: Origin }) {
  const { back } = useNavigation()
  const { background } = useWallet()
  const sites = useTopic('sites')
  const accounts = useTopic('accounts')
  const { run, busy, failure } = useWork()
  const site = siteOf(sites ?? [], origin)
  const block = () => run('block', () => background['sites.block']({ origin }))
  const forget = () => run('forget', () => background['sites.forget']({ origin }))
  return (
    <Screen title="Site" onBack={back}>
      <p className="site-name">{origin}</p>
      {failure !== undefined && <FailureNote failure={failure} />}
      {(sites === undefined || accounts === undefined) && <SkeletonRows count={3} />}
      {sites !== undefined && accounts !== undefined && (
        <>
          {site?.kind === 'connected' && (
            <>
              <Seen
                // What it sees may be changed elsewhere: the ticks then begin anew.
                key={site.accounts.join()}
                seen={seenBy(site, accounts)}
                accounts={accounts}
                isBusy={busy === 'accounts'}
                onSave={(chosen) =>
                  run('accounts', () => background['sites.setAccounts']({ origin, accounts: chosen }))
                }
              />
              <Times site={site} />
              <div className="card tight rows">
                <Row
                  start={<Glyph icon={Unplug} />}
                  title="Disconnect"
                  sub="It sees nothing, and may ask again"
                  onClick={forget}
                />
                <BlockRow onClick={block} />
              </div>
              <RulesForm
                rules={site.rules}
                isBusy={busy === 'rules'}
                onSave={(rules) => run('rules', () => background['sites.setRules']({ origin, rules }))}
              />
            </>
          )}
          {site === undefined && (
            <>
              <Note level="note">
                It is not connected and sees nothing of this wallet. When it asks, Taokey opens a window, and
                you choose what it may see.
              </Note>
              <div className="card tight rows">
                <BlockRow onClick={block} />
              </div>
            </>
          )}
          {site?.kind === 'blocked' && (
            <>
              <Note level="caution">
                Blocked. It sees nothing, and what it asks is turned away without asking you.
              </Note>
              <Times site={site} />
              <Button whole busy={busy === 'forget'} onClick={forget}>
                Unblock
              </Button>
            </>
          )}
        </>
      )}
    </Screen>
  )
}

function BlockRow({ onClick }: { readonly onClick: () => void }) {
  return (
    <Row
      start={<Glyph icon={Ban} />}
      title="Block this site"
      sub="It may not ask any more"
      onClick={onClick}
    />
  )
}

interface SeenProps {
  readonly seen: readonly Account[]
  readonly accounts: readonly Account[]
  readonly isBusy: boolean
  readonly onSave: (accounts: readonly Address[]) => void
}

function Seen({ seen, accounts, isBusy, onSave }: SeenProps) {
  const [ticked, setTicked] = useState<ReadonlySet<Address>>(() => new Set(seen.map(addressOf)))
  const isSame = ticked.size === seen.length && seen.every(({ address }) => ticked.has(address))
  // One that is hidden in the portfolio and seen by a site must not be overlooked here.
  const shown = accounts.filter((account) => !account.hidden || seen.includes(account))
  return (
    <div className="stack">
      <AccountChecks label="It sees" accounts={shown} ticked={ticked} onChange={setTicked} />
      {!isSame && ticked.size === 0 && (
        <p className="quiet">To show it nothing any more, disconnect it below.</p>
      )}
      {!isSame && ticked.size > 0 && (
        <Button
          kind="primary"
          whole
          busy={isBusy}
          onClick={() => onSave(shown.map(addressOf).filter((address) => ticked.has(address)))}
        >
          Save what it sees
        </Button>
      )}
    </div>
  )
}

function addressOf({ address }: Account): Address {
  return address
}

/** A minute is as fine as the wallet notes it. */
const MINUTE_MS = 60_000

function Times({ site }: { readonly site: Site }) {
  const now = useNow(MINUTE_MS)
  return (
    <Facts>
      <Fact label={site.kind === 'connected' ? 'Connected' : 'Blocked'}>{printWhen(site.since, now)}</Fact>
      {site.kind === 'connected' && <Fact label="Last used">{printWhen(site.used, now)}</Fact>}
    </Facts>
  )
}

/** One thing at a time, and what went wrong with the last. */
function useWork() {
  const [busy, setBusy] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const run = (what: string, work: () => Promise<Result<unknown, Failure>>) => {
    if (busy !== undefined) return
    setBusy(what)
    void work().then((done) => {
      setBusy(undefined)
      setFailure(done.ok ? undefined : done.error)
    })
  }
  return { run, busy, failure }
}
