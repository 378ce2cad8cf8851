/** How the wallet stands with the chosen chain, in facts, and the question a node on this computer raises. */
import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import type { ChainStatus } from '#shared/domain/portfolio.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { Note } from '../../ui/note.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { Progress, Skeleton } from '../../ui/waiting.tsx'
import { useWallet } from '../../wallet.ts'

export function ChainState({ status }: { readonly status: ChainStatus | undefined }) {
  const { background } = useWallet()
  const reconnect = (
    <Button small onClick={() => void background['chain.reconnect'](undefined)}>
      Try again now
    </Button>
  )
  switch (status?.kind) {
    case undefined:
    case 'connecting':
      return (
        <div className="card stack">
          <span>Connecting…</span>
          <Progress label="Connecting" />
          <Skeleton width="60%" />
        </div>
      )
    case 'online':
      return (
        <div className="card">
          <Facts>
            <Fact label="Connected to">{hostOf(status.endpoint)}</Fact>
            <Fact label="Newest block">{status.best.toLocaleString('en-GB')}</Fact>
            <Fact label="Final block">{status.final.toLocaleString('en-GB')}</Fact>
            <Fact label="Runtime">spec {status.spec}</Fact>
          </Facts>
        </div>
      )
    case 'offline':
      return (
        <>
          <Note level="caution">
            No node answers: {status.why}. The first that does is used, in the order below.
          </Note>
          {reconnect}
        </>
      )
    case 'wrong-chain':
      return (
        <>
          <Note level="danger">
            <p>{hostOf(status.endpoint)} serves another chain than the one you chose. It is not used.</p>
            <p className="hash">Expected {status.expected}</p>
            <p className="hash">Got {status.got}</p>
          </Note>
          {reconnect}
        </>
      )
    case 'untrusted':
      return <Trust key={status.genesis} status={status} />
  }
}

function Trust({ status }: { readonly status: Extract<ChainStatus, { kind: 'untrusted' }> }) {
  const { background } = useWallet()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const { endpoint, genesis, before } = status
  const trust = async () => {
    setBusy(true)
    const done = await background['chain.trustLocal']({ endpoint, genesis })
    setBusy(false)
    setFailure(done.ok ? undefined : done.error)
  }
  return (
    <div className="card stack">
      <h2 className="say">{before === null ? 'Is this your node?' : 'This node has changed its chain.'}</h2>
      <p className="quiet">
        {before === null
          ? `${endpoint} shows the chain below. Agree once; you are asked again if it ever shows another.`
          : `${endpoint} used to show another chain. A restarted local chain does that; anything else should worry you.`}
      </p>
      <div>
        <span className="label">Genesis now</span>
        <p className="hash">{genesis}</p>
      </div>
      {before !== null && (
        <div>
          <span className="label">Genesis you agreed to</span>
          <p className="hash">{before}</p>
        </div>
      )}
      {failure !== undefined && <FailureNote failure={failure} />}
      <Button kind="primary" whole busy={isBusy} onClick={() => void trust()}>
        Use this chain
      </Button>
    </div>
  )
}

function hostOf(endpoint: string): string {
  return endpoint.replace(/^wss?:\/\//, '').replace(/:443$/, '')
}
