/** All validators of a subnet, to search, sort and compare. */
import { useState } from 'react'
import type { Netuid } from '#shared/domain/units.ts'
import { useNavigation } from '../../navigation.ts'
import { useFavourites } from '../../reading/favourites.ts'
import { useKnown } from '../../reading/known.ts'
import { FailureNote } from '../../ui/failure.tsx'
import { counted, countedOf } from '../../ui/list/counted.ts'
import { Search } from '../../ui/list/search.tsx'
import { SortTabs } from '../../ui/list/sort-tabs.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { NetworkStrip } from '../home/network-pill.tsx'
import { printBlock } from '../home/standing.ts'
import { ReturnWords } from './return-words.tsx'
import { useValidators } from './use-validators.ts'
import { ValidatorList } from './validator-list.tsx'
import { firstSort, shownValidators, validatorSorts } from './validator-rows.ts'
import './subnets.css'

export function Validators({ netuid }: { readonly netuid: Netuid }) {
  const { back, go } = useNavigation()
  const network = useTopic('settings')?.network ?? 'finney'
  const subnet = useKnown(network).subnet(netuid)
  const { rows, block, failure } = useValidators(network, netuid)
  const favourites = useFavourites('validator', network)
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState(() => firstSort(netuid))
  const shown = shownValidators(rows ?? [], { typed, sort, isFavourite: favourites.has })
  return (
    <Screen
      title={netuid === 0 ? 'Validators on root' : `Validators on ${subnet?.name || `subnet ${netuid}`}`}
      onBack={back}
    >
      <NetworkStrip network={network} />
      <Search
        label="Name or address"
        value={typed}
        onChange={setTyped}
        found={counted(shown.length, 'validator')}
      />
      <SortTabs options={validatorSorts(netuid)} value={sort} onChange={setSort} />
      {block !== undefined && (
        <p className="as-of-block">
          {countedOf(shown.length, rows?.length ?? 0, 'validator')} · block {printBlock(block)}
        </p>
      )}
      {rows === undefined && failure === undefined && <SkeletonRows count={6} />}
      {failure !== undefined && <FailureNote failure={failure} />}
      <ValidatorList
        rows={shown}
        netuid={netuid}
        favourites={favourites}
        onOpen={(hotkey) => go({ kind: 'validator', netuid, hotkey })}
      />
      {rows !== undefined && shown.length === 0 && (
        <p className="quiet">
          {typed === '' ? 'Nobody validates here yet.' : 'Nobody of that name or address here.'}
        </p>
      )}
      {shown.length > 0 && <ReturnWords netuid={netuid} />}
    </Screen>
  )
}
