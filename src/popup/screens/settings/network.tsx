/** Which chain, through which nodes and in which order, and what a node on this computer says it is. */

import { NETWORKS, type NetworkId } from '#shared/domain/network.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import { useNavigation } from '../../navigation.ts'
import { FailureNote } from '../../ui/failure.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useTopic } from '../../use-topic.ts'
import { ChainState } from './chain-state.tsx'
import { Endpoints } from './endpoints.tsx'
import { useSetting } from './use-setting.ts'

const OPTIONS = (['finney', 'test', 'local'] as const satisfies readonly NetworkId[]).map((id) => ({
  value: id,
  label: NETWORKS[id].name,
}))

const SAYS: Readonly<Record<NetworkId, string>> = {
  finney: 'The main network, where TAO has value.',
  test: 'The public test network. Its TAO is worth nothing.',
  local: 'A node on this computer, for trying things out.',
}

export function NetworkScreen() {
  const { back } = useNavigation()
  const settings = useTopic('settings') ?? DEFAULT_SETTINGS
  const chain = useTopic('chain')
  const { set, failure } = useSetting()
  const { network } = settings
  return (
    <Screen title="Network" onBack={back}>
      <Tabs label="Network" options={OPTIONS} value={network} onChange={(id) => set({ network: id })} />
      <p className="quiet">{SAYS[network]} Switching rejects what waits for your decision.</p>
      <ChainState status={chain?.network === network ? chain : undefined} />
      {failure !== undefined && <FailureNote failure={failure} />}
      <Endpoints
        key={network}
        network={network}
        endpoints={settings.endpoints[network]}
        inUse={chain?.kind === 'online' && chain.network === network ? chain.endpoint : undefined}
        onChange={(list) => set({ endpoints: { ...settings.endpoints, [network]: list } })}
      />
    </Screen>
  )
}
