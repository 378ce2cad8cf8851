/** What stands between the wallet and the chain, and the next step. */
import type { Hash } from '#shared/domain/bytes.ts'
import { NETWORKS } from '#shared/domain/network.ts'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import type { Standing } from './standing.ts'

export interface StandingNoteProps {
  readonly standing: Standing
  readonly onReconnect: () => void
  readonly onTrust: (node: { readonly endpoint: string; readonly genesis: Hash }) => void
  readonly onNetworkSettings: () => void
}

export function StandingNote({ standing, onReconnect, onTrust, onNetworkSettings }: StandingNoteProps) {
  switch (standing.kind) {
    case 'live':
    case 'stale':
    case 'reading':
    case 'connecting':
      return null
    case 'offline':
      return (
        <Note level="caution">
          <p>
            No node answers.{' '}
            {standing.picture === undefined
              ? 'Nothing can be shown until one does.'
              : 'What you see is the last known picture.'}
          </p>
          <div className="note-actions">
            <Button small onClick={onReconnect}>
              Try again
            </Button>
            <Button small kind="plain" onClick={onNetworkSettings}>
              Network
            </Button>
          </div>
        </Note>
      )
    case 'wrong-chain':
      return <WrongChain {...{ standing, onReconnect, onNetworkSettings }} />
    case 'untrusted':
      return <Untrusted {...{ standing, onTrust, onNetworkSettings }} />
  }
}

function WrongChain({
  standing: { status },
  onReconnect,
  onNetworkSettings,
}: Pick<StandingNoteProps, 'onReconnect' | 'onNetworkSettings'> & {
  readonly standing: Extract<Standing, { kind: 'wrong-chain' }>
}) {
  return (
    <Note level="danger">
      <p>
        <b>{hostOf(status.endpoint)}</b> is a node of another chain, not of {NETWORKS[status.network].name}.
        Nothing it says is used.
      </p>
      <p>
        Its genesis begins <code>{status.got.slice(0, 12)}</code>, expected{' '}
        <code>{status.expected.slice(0, 12)}</code>.
      </p>
      <div className="note-actions">
        <Button small onClick={onNetworkSettings}>
          Choose another node
        </Button>
        <Button small kind="plain" onClick={onReconnect}>
          Try again
        </Button>
      </div>
    </Note>
  )
}

function Untrusted({
  standing: { status },
  onTrust,
  onNetworkSettings,
}: Pick<StandingNoteProps, 'onTrust' | 'onNetworkSettings'> & {
  readonly standing: Extract<Standing, { kind: 'untrusted' }>
}) {
  const { endpoint, genesis, before } = status
  return (
    <Note level="caution">
      {before === null ? (
        <p>
          <b>{hostOf(endpoint)}</b> answers with a chain this wallet has not met. Use it if you started this
          node.
        </p>
      ) : (
        <p>
          Another chain stands at <b>{hostOf(endpoint)}</b> than the one you agreed to. A restarted local
          chain does this; so does a program that took its place.
        </p>
      )}
      <p>
        Genesis <code>{genesis}</code>
      </p>
      {before !== null && (
        <p>
          Before <code>{before}</code>
        </p>
      )}
      <div className="note-actions">
        <Button small onClick={() => onTrust({ endpoint, genesis })}>
          Use this chain
        </Button>
        <Button small kind="plain" onClick={onNetworkSettings}>
          Choose another node
        </Button>
      </div>
    </Note>
  )
}

function hostOf(endpoint: string): string {
  return endpoint.replace(/^wss?:\/\//, '')
}
