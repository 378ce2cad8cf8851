/** One validator in one subnet: who that is, what they keep, what staking with them returned, and what one has with them. */
import { type AccountKey, addressOfKey, shorten } from '#shared/domain/address.ts'
import type { Netuid } from '#shared/domain/units.ts'
import { useNavigation } from '../../navigation.ts'
import { useFavourites } from '../../reading/favourites.ts'
import { useKnown } from '../../reading/known.ts'
import { useAnswer } from '../../reading/use-answer.ts'
import { WholeAddress } from '../../ui/address-view.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { printShare, printTake } from '../../ui/chart/change.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Star } from '../../ui/list/star.tsx'
import { Note } from '../../ui/note.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { ShortAmount } from '../../ui/stake/short-amount.tsx'
import { SubnetName } from '../../ui/stake/subnet-badge.tsx'
import { Skeleton } from '../../ui/waiting.tsx'
import { useWallet } from '../../wallet.ts'
import { NetworkStrip } from '../home/network-pill.tsx'
import { useScope } from '../home/use-scope.ts'
import { ReturnWords } from './return-words.tsx'
import { useValidators } from './use-validators.ts'
import type { ValidatorRow } from './validator-rows.ts'
import './subnets.css'

export interface ValidatorScreenProps {
  readonly netuid: Netuid
  readonly hotkey: AccountKey
}

export function ValidatorScreen({ netuid, hotkey }: ValidatorScreenProps) {
  const { back, go } = useNavigation()
  const { network, canSign } = useScope()
  const known = useKnown(network)
  const favourites = useFavourites('validator', network)
  const { rows } = useValidators(network, netuid)
  const row = rows?.find(({ validator }) => validator.hotkey === hotkey)
  const subnet = known.subnet(netuid)
  const address = addressOfKey(hotkey)
  const name = row?.validator.name || known.validator(hotkey)?.name || ''
  const title = name === '' ? shorten(address) : name
  return (
    <Screen
      title={title}
      onBack={back}
      aside={
        <Star name={title} isOn={favourites.has(hotkey)} onChange={(isOn) => favourites.set(hotkey, isOn)} />
      }
      foot={
        canSign ? (
          <Button
            kind="primary"
            onClick={() =>
              go({
                kind: 'operation',
                operation: 'add-stake',
                filled: { subnet: netuid, validator: address },
              })
            }
          >
            Stake with this validator
          </Button>
        ) : undefined
      }
    >
      <NetworkStrip network={network} />
      <div className="pane">
        <div className="line">
          <Avatar address={address} size={40} />
          <span className="grow">
            <b className="cut">
              <bdi>{title}</bdi>
            </b>
            <small className="muted">
              on <SubnetName netuid={netuid} name={subnet?.name} />
            </small>
          </span>
          <CopyButton text={address} label="Copy the validator’s address" />
        </div>
        <WholeAddress address={address} />
        {name === '' && (
          <Note level="note">
            Nobody gave this validator a name on the chain. Compare its address with care.
          </Note>
        )}
        <Standing row={row} isRead={rows !== undefined} netuid={netuid} />
      </div>
      <div className="pane">
        <OnChain {...{ netuid, hotkey, row }} />
        <ReturnWords netuid={netuid} />
      </div>
    </Screen>
  )
}

function Standing({
  row,
  isRead,
  netuid,
}: {
  readonly row: ValidatorRow | undefined
  readonly isRead: boolean
  readonly netuid: Netuid
}) {
  if (!isRead) return null
  if (row === undefined)
    return (
      <Note level="caution">
        This validator has no seat here now: what is staked with it in this subnet earns nothing.
      </Note>
    )
  if (row.validator.take === 65_535)
    return (
      <Note level="caution">This validator keeps all rewards: nothing is left for who stakes with it.</Note>
    )
  if (netuid !== 0 && !row.validator.permit)
    return <Note level="note">It may not validate at present, so it earns little or nothing.</Note>
  return null
}

function OnChain({ netuid, hotkey, row }: ValidatorScreenProps & { readonly row: ValidatorRow | undefined }) {
  const { background } = useWallet()
  const { value, failure } = useAnswer({ about: hotkey }, () =>
    background['directory.nominators']({ hotkey }),
  )
  const unit = netuid === 0 ? 'τ' : 'α'
  const isComing = value === undefined && failure === undefined
  return (
    <div className="card">
      <Facts>
        <Fact label="Estimated return">
          {row?.perYear === undefined ? 'not known' : `${printShare(row.perYear)} a year`}
        </Fact>
        <Fact label="Take">
          {row?.validator.take === undefined ? 'not known' : printTake(row.validator.take)}
        </Fact>
        {row !== undefined && (
          <>
            <Fact label="Staked with it here">
              <ShortAmount value={row.validator.stake} unit={unit} />
            </Fact>
            <Fact label="Its vote counts as">
              <ShortAmount value={row.validator.weight} /> staked
            </Fact>
            {netuid !== 0 && (
              <Fact label="Last paid to its stakers">
                <ShortAmount value={row.validator.dividends} unit="α" />
              </Fact>
            )}
          </>
        )}
        <Fact label="Nominators">
          {isComing ? <Skeleton width={56} /> : (value?.nominators?.toLocaleString('en-GB') ?? 'not known')}
        </Fact>
        {row !== undefined && (
          <Fact label="Owner">
            <span className="hash">
              {shorten(addressOfKey(row.validator.coldkey))}
              <CopyButton text={addressOfKey(row.validator.coldkey)} label="Copy the owner’s address" />
            </span>
          </Fact>
        )}
      </Facts>
    </div>
  )
}
