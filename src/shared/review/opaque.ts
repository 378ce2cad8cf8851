/** Calls whose content cannot be shown, or that foreign code or the chain's own authority carries out. */
import { bytes, object } from '../codec.ts'
import { Hex } from '../domain/bytes.ts'
import type { Finding, Span } from '../domain/description.ts'
import { Rao } from '../domain/units.ts'
import { danger } from '../operations/findings.ts'
import { given } from './reading.ts'
import { always, comes, type Rule, type Rules, type Said } from './rule.ts'

/** Agreed to by itself: what it does is in nothing that is shown. */
function opaque(...why: readonly Span[]): Finding {
  return { ...danger('opaque', why), tick: true }
}

const said = (verb: string, ...sentence: readonly Span[]): Said => ({ verb, sentence })

const CODE = danger('foreign-code', [
  'Code that Taokey cannot read runs with this. It may take what is sent with it, and more that it was allowed before.',
])
const PRIVILEGED = danger('privileged', [
  'Only the chain’s own authority may do this. From any other account it fails; from that one it changes the chain.',
])

const encrypted: Rule = {
  says: () => said('Sign', 'Send a call that is encrypted.'),
  finds: always(opaque('What the encrypted call does cannot be shown. It may do anything this account can.')),
}
const contract: Rule = { finds: always(CODE) }
const evm: Rule = {
  finds: always(
    danger('foreign-code', [
      'This runs code of the Ethereum side, which Taokey cannot read. Its funds are those of an address that follows from this account.',
    ]),
  ),
}
const privileged: Rule = { finds: always(PRIVILEGED) }

/** Spec 424. */
export const OPAQUE: Rules = {
  'Multisig.approve_as_multi': {
    says: () => said('Agree', 'Agree to a call of a multisig of which only the fingerprint is here.'),
    finds: always(opaque('What you agree to cannot be shown: only its fingerprint is in this call.')),
  },
  'Proxy.announce': {
    says: () =>
      said('Announce', 'Announce a call for another account, of which only the fingerprint is here.'),
    finds: always(opaque('What is announced cannot be shown: only its fingerprint is in this call.')),
  },
  'MevShield.submit_encrypted': encrypted,
  'MevShield.store_encrypted': encrypted,
  'Preimage.note_preimage': {
    says: given(object({ bytes }), ({ bytes: kept }) =>
      said('Store', `Store ${kept.length} bytes on the chain for others to run.`),
    ),
    finds: always(opaque('What these bytes do when somebody runs them cannot be shown.')),
  },
  'EVM.withdraw': {
    says: given(object({ address: Hex, value: Rao }), ({ address, value }) =>
      said('Withdraw', 'Take ', { rao: value }, ' back from the Ethereum address ', { code: address }, '.'),
    ),
    changes: given(object({ address: Hex, value: Rao }), ({ value }) => [comes({ rao: value })]),
    finds: always(
      danger('foreign-code', [
        'This works on funds of the Ethereum side. It fails unless that address is the one that follows from this account.',
      ]),
    ),
  },
  'EVM.call': evm,
  'EVM.create': evm,
  'EVM.create2': evm,
  'Ethereum.transact': evm,
  'Contracts.call': contract,
  'Contracts.call_old_weight': contract,
  'Contracts.instantiate': contract,
  'Contracts.instantiate_old_weight': contract,
  'Contracts.instantiate_with_code': contract,
  'Contracts.instantiate_with_code_old_weight': contract,
  'Contracts.upload_code': contract,
  'Contracts.set_code': contract,
  'Contracts.migrate': contract,
  'System.authorize_upgrade': privileged,
  'System.set_code': privileged,
}

/** Pallets of which every call is the chain's own business. */
const PRIVILEGED_PALLETS = new Set(['Sudo', 'Scheduler', 'SafeMode', 'AdminUtils'])

/** The rule of a call that has none by its own name. */
export function palletRule(name: string): Rule | undefined {
  const [pallet = ''] = name.split('.')
  if (PRIVILEGED_PALLETS.has(pallet)) return privileged
  if (pallet === 'Contracts') return contract
  if (pallet === 'EVM' || pallet === 'Ethereum') return evm
  return undefined
}
