/** The validators of one subnet, asked for when they are looked at and again every few minutes. */
import { useMemo } from 'react'
import type { AccountKey } from '#shared/domain/address.ts'
import type { Failure } from '#shared/domain/errors.ts'
import type { NetworkId } from '#shared/domain/network.ts'
import type { Netuid } from '#shared/domain/units.ts'
import { useKnown } from '../../reading/known.ts'
import { useAnswer } from '../../reading/use-answer.ts'
import { useOldNames } from '../../reading/use-old-names.ts'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { type ValidatorRow, validatorRows } from './validator-rows.ts'

/** Dividends change once an epoch, stake from block to block by a little. */
const EVERY_BLOCKS = 25

export interface ValidatorsHere {
  /** Undefined until they were read. */
  readonly rows: readonly ValidatorRow[] | undefined
  readonly block: number | undefined
  readonly failure: Failure | undefined
}

export function useValidators(network: NetworkId, netuid: Netuid): ValidatorsHere {
  const { background } = useWallet()
  const chain = useTopic('chain')
  const positions = useTopic('positions')?.positions
  const subnet = useKnown(network).subnet(netuid)
  const best = chain?.kind === 'online' ? Math.floor(chain.best / EVERY_BLOCKS) : undefined
  const old = useOldNames()
  const { value, failure } = useAnswer({ about: `${network} ${netuid}`, asOf: best }, () =>
    background['directory.validators']({ netuid }),
  )
  const rows = useMemo(() => {
    if (value === undefined) return undefined
    const yours = new Set<AccountKey>(
      positions?.positions.filter((each) => each.netuid === netuid).map(({ hotkey }) => hotkey),
    )
    const validators = old === undefined ? value.validators : value.validators.map(old.validatorNamed)
    return validatorRows(validators, subnet, yours)
  }, [value, subnet, positions, netuid, old])
  return { rows, block: value?.block.number, failure }
}
