/** Calls that hand an account over, or give other keys power over it. */
import { blake2b } from '@noble/hashes/blake2.js'
import { boolean, object, optional, text } from '../codec.ts'
import { Address, publicKeyOf } from '../domain/address.ts'
import { Hash, Hex, toHex } from '../domain/bytes.ts'
import type { Finding } from '../domain/description.ts'
import { Netuid, Rao } from '../domain/units.ts'
import { Name, U16, U32 } from '../operations/arguments.ts'
import { caution, danger, grave, note } from '../operations/findings.ts'
import { visible } from '../operations/visible.ts'
import { given, NO_ARGUMENTS } from './reading.ts'
import { always, changes, leaves, power, type Rule, type Rules, type Scene } from './rule.ts'

const Named = object({ type: text, value: Address })
const Power = object({ delegate: Named, proxy_type: Name, delay: U32 })

const POWER = grave('gives-power', 'POWER', [
  'This lets another key act for the account, without asking again.',
])
const SWAP = grave('key-swap', 'SWAP', [
  'This replaces a key, or announces it: all that the old key holds goes to the new one.',
])
const FREEZES = grave('freezes', 'FREEZE', [
  'This account can do nothing any more until the chain’s own authority sets it free. It is right after a theft, and at no other time.',
])

/** The hash alone is in the call; it is told whose it is only where it is an account of this wallet. */
function announced(hash: Hash, { own }: Scene): readonly Finding[] {
  const mine = own.find((address) => toHex(blake2b(publicKeyOf(address), { dkLen: 32 })) === hash)
  return [
    mine === undefined
      ? grave('unseen-key', 'SWAP', [
          'The key that everything goes to cannot be seen here, only its fingerprint. It is none of this wallet’s accounts.',
        ])
      : note('known-key', ['The fingerprint is that of ', { address: mine }, ', an account of yours.']),
    caution('freezes-meanwhile', [
      'From then on the chain refuses nearly everything else this account asks for, and takes the price of the announcement.',
    ]),
  ]
}

const swapping = (shape: Parameters<typeof given>[0], sentence: string): Rule => ({
  says: given(shape, () => ({ verb: 'Swap', sentence: [sentence] })),
  finds: always(SWAP),
  isOdd: true,
})

const HotkeySwap = object({ hotkey: Address, new_hotkey: Address, netuid: optional(Netuid) })
const HotkeySwapKeeping = object({
  hotkey: Address,
  new_hotkey: Address,
  netuid: optional(Netuid),
  keep_stake: boolean,
})
const Pure = { proxy_type: Name, index: U16 }
/** Proxy and SubtensorModule, spec 424. */
export const KEYS: Rules = {
  'Proxy.add_proxy': {
    changes: given(Power, ({ delegate, proxy_type: { type }, delay }) => [
      power(
        { address: delegate.value },
        ' may act as ',
        { code: visible(type) },
        delay === 0 ? ', at once' : `, ${delay} blocks after it says so`,
      ),
    ]),
    finds: always(POWER),
    isOdd: true,
  },
  'Proxy.remove_proxies': {
    says: given(NO_ARGUMENTS, () => ({
      verb: 'Remove',
      sentence: ['Take the power from every key that may act for this account.'],
    })),
    finds: always(
      caution('removes-proxies', [
        'An account that only its proxies can use can then be used by nobody, for ever.',
      ]),
    ),
  },
  'Proxy.create_pure': {
    says: given(object({ ...Pure, delay: U32 }), ({ proxy_type: { type } }) => ({
      verb: 'Create',
      sentence: ['Create an account without a key, which this one may use as ', { code: visible(type) }, '.'],
    })),
    finds: always(
      caution('pure-account', ['What is sent there is lost with the power over it, and with this account.']),
    ),
    isOdd: true,
  },
  'Proxy.kill_pure': {
    says: given(object({ spawner: Named, ...Pure, height: U32, ext_index: U32 }), () => ({
      verb: 'Destroy',
      sentence: ['Give up an account without a key.'],
    })),
    finds: always(
      danger('kills-access', ['Nobody can ever use that account again. All it holds is lost for ever.']),
    ),
    isOdd: true,
  },
  'Proxy.set_real_pays_fee': {
    says: given(object({ delegate: Named, pays_fee: boolean }), ({ delegate, pays_fee: pays }) => ({
      verb: 'Set',
      sentence: [
        pays ? 'Pay the fees of ' : 'No longer pay the fees of ',
        { address: delegate.value },
        ' when it acts for this account.',
      ],
    })),
    changes: given(object({ delegate: Named, pays_fee: boolean }), ({ delegate, pays_fee: pays }) =>
      pays ? [power({ address: delegate.value }, ' spends this account’s TAO on its fees')] : [],
    ),
    finds: given(object({ delegate: Named, pays_fee: boolean }), ({ pays_fee: pays }) =>
      pays
        ? [danger('pays-fees', ['That key can spend this account’s TAO on fees, as often as it likes.'])]
        : [],
    ),
    isOdd: true,
  },
  'SubtensorModule.announce_coldkey_swap': {
    changes: given(object({ new_coldkey_hash: Hash }), () => [
      leaves('Everything, to a key that is not named, after a wait of days'),
    ]),
    finds: (args, scene) => [
      SWAP,
      ...(given(object({ new_coldkey_hash: Hash }), ({ new_coldkey_hash: hash }) => announced(hash, scene))(
        args,
      ) ?? []),
    ],
    isOdd: true,
  },
  'SubtensorModule.swap_coldkey_announced': {
    changes: given(object({ new_coldkey: Address }), ({ new_coldkey: to }) => [
      leaves('Everything, to ', { address: to }),
    ]),
    finds: always(SWAP),
    isOdd: true,
  },
  'SubtensorModule.schedule_swap_coldkey': {
    says: given(object({ new_coldkey: Address }), ({ new_coldkey: to }) => ({
      verb: 'Swap',
      sentence: ['Hand the account over to ', { address: to }, ', in a way this chain no longer has.'],
    })),
    finds: always(
      SWAP,
      note('deprecated', [
        'The chain refuses this call today. A site that asks for it is out of date, or means you harm.',
      ]),
    ),
    isOdd: true,
  },
  'SubtensorModule.swap_coldkey': swapping(
    object({ old_coldkey: Address, new_coldkey: Address, swap_cost: Rao }),
    'Hand one account over to another, by the chain’s own authority.',
  ),
  'SubtensorModule.reset_coldkey_swap': {
    finds: always(danger('privileged', ['Only the chain’s own root key may do this.'])),
  },
  'SubtensorModule.dispute_coldkey_swap': { finds: always(FREEZES), isOdd: true },
  'SubtensorModule.clear_coldkey_swap_announcement': {
    finds: always(
      caution('stops-swap', [
        'It stops the swap. If the swap was yours, to save the account, it saves it no more.',
      ]),
    ),
  },
  'SubtensorModule.swap_hotkey': swapping(
    HotkeySwap,
    'Replace a hotkey: its seats and all that is staked with it go to another.',
  ),
  'SubtensorModule.swap_hotkey_v2': swapping(
    HotkeySwapKeeping,
    'Replace a hotkey: its seats go to another, and its stake unless it is kept.',
  ),
  'SubtensorModule.associate_evm_key': {
    says: given(
      object({ netuid: Netuid, evm_key: Hex, block_number: Rao, signature: Hex }),
      ({ netuid, evm_key: key }) => ({
        verb: 'Link',
        sentence: [
          'Link the hotkey of this account on ',
          { netuid },
          ' to the Ethereum key ',
          { code: key },
          '.',
        ],
      }),
    ),
    finds: always(caution('links', ['Everybody can see from then on that both belong together.'])),
  },
  'SubtensorModule.try_associate_hotkey': {
    changes: given(object({ hotkey: Address }), ({ hotkey }) => [
      changes('A hotkey of this account: ', { address: hotkey }),
    ]),
    finds: always(caution('links', ['Everybody can see from then on that both belong together.'])),
  },
  'SubtensorModule.set_coldkey_auto_stake_hotkey': {
    changes: given(object({ netuid: Netuid, hotkey: Address }), ({ netuid, hotkey }) => [
      changes('Mining rewards on ', { netuid }, ' are staked with ', { address: hotkey }),
    ]),
    finds: always(
      caution('redirects', ['What this account earns there is staked where this says from then on.']),
    ),
  },
  'SubtensorModule.set_root_claim_type': {
    finds: always(caution('redirects', ['It changes what becomes of what root earns this account.'])),
  },
}
