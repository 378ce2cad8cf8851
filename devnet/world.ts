// The seeded world: development accounts everyone knows the keys of, a block author, subnets, validators and their stake.
import { blake2b256, type Hex, toHex } from './chain/bytes.ts'
import { slotsOf } from './chain/slots.ts'
import type { Context } from './pallets/context.ts'
import { mint } from './pallets/money.ts'
import { Aura } from './runtime/declared/aura.ts'
import { Balances } from './runtime/declared/balances.ts'
import { EVMChainId } from './runtime/declared/evm-chain-id.ts'
import { SubtensorModule } from './runtime/declared/subtensor-module.ts'
import { Sudo } from './runtime/declared/sudo.ts'
import { System } from './runtime/declared/system.ts'
import { plantCrowdloans } from './world/crowdloans.ts'
import { plantLargeWorld } from './world/large.ts'
import { plantOrdinaryWorld } from './world/ordinary.ts'

/** The sr25519 keys of the well-known development phrase. */
export const DEV_ACCOUNTS: readonly { readonly name: string; readonly account: Hex }[] = [
  { name: '//Alice', account: '0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d' },
  { name: '//Bob', account: '0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48' },
  { name: '//Charlie', account: '0x90b5ab205c6974c9ea841be688864633dc9ca8a357843eeacf2314649965fe22' },
  { name: '//Dave', account: '0x306721211d5404bd9da88e0204360a1a9ab8b87c66c1bc2fcdd37f3c2222cc20' },
  { name: '//Eve', account: '0xe659a7a1628cdd93febc04a4e0646ea20e9f5f0ce097d9a05290d4a9e054df4e' },
  { name: '//Ferdie', account: '0x1cbd2d43530a44705ad088af313e18f80b53ef16b36177cd4b77b846f2a5f07c' },
]

/** What each development account starts with: a million TAO. */
export const DEV_BALANCE = 1_000_000_000_000_000n

/** The account that is paid the fees: nobody's, so that no development balance moves by itself. */
export const BLOCK_AUTHOR: Hex = toHex(blake2b256(new TextEncoder().encode('taokey devnet block author')))

const dev = (name: string): Hex => DEV_ACCOUNTS.find((each) => each.name === name)?.account ?? BLOCK_AUTHOR

interface Version {
  readonly spec_version: number
  readonly spec_name: string
}

/** The ordinary world, as the state of the genesis block. */
export function seedWorld(c: Context, version: Version): void {
  seedAccounts(c, version)
  plantCrowdloans(c)
  plantOrdinaryWorld(c, { owner: dev('//Ferdie'), staker: dev('//Eve') })
  countIssuance(c)
}

/** A world as large as the real one, for measuring. Nobody known has stake in it. */
export function seedLargeWorld(c: Context, version: Version): void {
  seedAccounts(c, version)
  plantLargeWorld(c)
  countIssuance(c)
}

/** The module counts for itself. It agrees at the start, and after every gift from outside the chain. */
export const countIssuance = (c: Context): void =>
  c.write(slotsOf(SubtensorModule).TotalIssuance, [], c.read(slotsOf(Balances).TotalIssuance))

/** What every world has. */
function seedAccounts(c: Context, { spec_version, spec_name }: Version): void {
  for (const { account } of DEV_ACCOUNTS) mint(c, account, DEV_BALANCE)
  mint(c, BLOCK_AUTHOR, 1_000_000_000n)
  c.write(slotsOf(System).LastRuntimeUpgrade, [], { spec_version, spec_name })
  c.write(slotsOf(Aura).Authorities, [], [BLOCK_AUTHOR])
  // As the node's own development specification: EVM chain id 42 and Alice as sudo.
  c.write(slotsOf(EVMChainId).ChainId, [], 42n)
  c.write(slotsOf(Sudo).Key, [], dev('//Alice'))
}
