/** The validators of a subnet with the most stake. */
import type { NetworkId } from '#shared/domain/network.ts'
import { type Netuid, ROOT } from '#shared/domain/units.ts'
import { useNavigation } from '../../navigation.ts'
import { useFavourites } from '../../reading/favourites.ts'
import { FailureNote } from '../../ui/failure.tsx'
import { sorted } from '../../ui/list/sort.ts'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useValidators } from './use-validators.ts'
import { ValidatorRow } from './validator-row.tsx'
import { VALIDATOR_SORTS } from './validator-rows.ts'

const TOP = 5

export function TopValidators({ network, netuid }: { readonly network: NetworkId; readonly netuid: Netuid }) {
  const { go } = useNavigation()
  const { rows, failure } = useValidators(network, netuid)
  const favourites = useFavourites('validator', network)
  const top = sorted(rows ?? [], { by: 'stake', isTurned: false }, VALIDATOR_SORTS).slice(0, TOP)
  return (
    <section className="stack tight" aria-label="Top validators">
      <div className="section">
        <h2>Top validators</h2>
        <span>{netuid === ROOT ? 'Stake' : 'Return · stake'}</span>
      </div>
      {rows === undefined && failure === undefined && <SkeletonRows count={3} />}
      {rows === undefined && failure !== undefined && <FailureNote failure={failure} />}
      {rows?.length === 0 && <p className="quiet">Nobody validates here yet.</p>}
      <ul className="rows of-validators">
        {top.map((row) => {
          const { hotkey } = row.validator
          return (
            <li key={hotkey}>
              <ValidatorRow
                row={row}
                netuid={netuid}
                tabIndex={0}
                isFavourite={favourites.has(hotkey)}
                onFavourite={(isOn) => favourites.set(hotkey, isOn)}
                onOpen={() => go({ kind: 'validator', netuid, hotkey })}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
