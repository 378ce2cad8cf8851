// claim_root and set_root_claim_type (SubtensorModule, spec 424; newer runtimes have other rules under the first name).
import { slotsOf } from '../../chain/slots.ts'
import { SubtensorModule } from '../../runtime/declared/subtensor-module.ts'
import { fail } from '../context.ts'
import { behaviour, signed } from '../dispatch.ts'
import { claimFor, rememberColdkey } from './root-claims.ts'

const { RootClaimType } = slotsOf(SubtensorModule)

/** As many subnets as one claim may name. */
const MOST_SUBNETS = 5

export const claimRootCalls = behaviour(SubtensorModule, {
  claim_root: (c, origin, { subnets }) => {
    const coldkey = signed(origin)
    if (subnets.length === 0 || subnets.length > MOST_SUBNETS)
      throw fail(SubtensorModule, 'InvalidSubnetNumber')
    rememberColdkey(c, coldkey)
    claimFor(c, coldkey, subnets)
    return undefined
  },
  set_root_claim_type: (c, origin, { new_root_claim_type }) => {
    const coldkey = signed(origin)
    if (new_root_claim_type.type === 'KeepSubnets' && new_root_claim_type.value.subnets.length === 0)
      throw fail(SubtensorModule, 'InvalidSubnetNumber')
    rememberColdkey(c, coldkey)
    c.write(RootClaimType, [coldkey], new_root_claim_type)
    c.emit(SubtensorModule, 'RootClaimTypeSet', { coldkey, root_claim_type: new_root_claim_type })
    return undefined
  },
})
