/** An address to be paid at: as a code to scan, in groups to compare, and to copy. */
import encodeQR from 'qr'
import { useState } from 'react'
import type { Address } from '#shared/domain/address.ts'
import { useNavigation } from '../navigation.ts'
import { WholeAddress } from '../ui/address-view.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Note } from '../ui/note.tsx'
import { Screen } from '../ui/screen.tsx'
import { Skeleton } from '../ui/waiting.tsx'
import { useTopic } from '../use-topic.ts'
import { AccountSwitcher } from './home/account-switcher.tsx'
import { frontOf, shownAccounts } from './home/holdings.ts'
import { NetworkPill, NetworkStrip } from './home/network-pill.tsx'
import './home/home.css'
import './home/receive.css'

export function Receive() {
  const { back, go } = useNavigation()
  const accounts = useTopic('accounts')
  const settings = useTopic('settings')
  const view = useTopic('portfolio')
  const [chosen, setChosen] = useState<Address>()
  const [isChoosing, setChoosing] = useState(false)
  const shown = shownAccounts(accounts ?? [])
  const account = frontOf(shown, chosen ?? settings?.account ?? null)
  if (account === undefined)
    return (
      <Screen title="Receive TAO" onBack={back}>
        <div className="qr">
          <Skeleton height={176} width={176} />
        </div>
      </Screen>
    )
  return (
    <Screen
      title="Receive TAO"
      onBack={back}
      aside={settings && <NetworkPill network={settings.network} />}
      foot={<CopyButton text={account.address} label="Copy address" kind="primary" />}
    >
      {settings && <NetworkStrip network={settings.network} />}
      <Code address={account.address} />
      <div className="whose">
        <h2 className="cut">{account.name}</h2>
        {shown.length > 1 && (
          <button type="button" className="chip" onClick={() => setChoosing(true)}>
            Another account
          </button>
        )}
      </div>
      <WholeAddress address={account.address} />
      <Note level="caution">
        Only TAO and alpha on Bittensor. An Ethereum-style address (0x…) is something else: what is sent to
        one does not arrive here.
      </Note>
      {isChoosing && (
        <AccountSwitcher
          accounts={shown}
          portfolio={view?.portfolio ?? undefined}
          scope={account.address}
          isSingle
          onChoose={(scope) => scope !== 'all' && setChosen(scope)}
          onManage={() => go({ kind: 'accounts' })}
          onClose={() => setChoosing(false)}
        />
      )}
    </Screen>
  )
}

/** Dark on white in either theme: many cameras read nothing else. */
function Code({ address }: { readonly address: Address }) {
  const rows = encodeQR(address, 'raw', { ecc: 'medium', border: 1 })
  const path = rows
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <div className="qr">
      <svg
        role="img"
        aria-label={`QR code of the address ${address}`}
        viewBox={`0 0 ${rows.length} ${rows.length}`}
        shapeRendering="crispEdges"
      >
        <path d={path} />
      </svg>
    </div>
  )
}
