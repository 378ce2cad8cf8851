/** Which network this is and whether it answers; loud when it is not the one where TAO has a value. */
import { NETWORKS, type NetworkId } from '#shared/domain/network.ts'
import type { Standing } from './standing.ts'

const LOOKS: Readonly<Record<Standing['kind'], { readonly look: string; readonly says: string }>> = {
  live: { look: 'good', says: 'connected' },
  reading: { look: 'good', says: 'connected, reading' },
  stale: { look: 'warn', says: 'connected, not up to date' },
  connecting: { look: '', says: 'connecting' },
  offline: { look: 'bad', says: 'offline' },
  'wrong-chain': { look: 'bad', says: 'wrong chain' },
  untrusted: { look: 'warn', says: 'waiting for your word' },
}

export interface NetworkPillProps {
  readonly network: NetworkId
  readonly standing?: Standing['kind']
}

export function NetworkPill({ network, standing }: NetworkPillProps) {
  const { look, says } = standing === undefined ? { look: '', says: '' } : LOOKS[standing]
  const { name } = NETWORKS[network]
  return (
    <span className={['net', look, network !== 'finney' && 'loud'].filter(Boolean).join(' ')}>
      {standing !== undefined && <i title={says} />}
      {name}
      {standing !== undefined && <span className="unseen">, {says}</span>}
    </span>
  )
}

/** A line over everything on a network of play money. */
export function NetworkStrip({ network }: { readonly network: NetworkId }) {
  if (network === 'finney') return null
  return (
    <aside className="strip" aria-label="Network">
      {network === 'test' ? 'Test network' : 'Local network'}: TAO here has no value
    </aside>
  )
}
