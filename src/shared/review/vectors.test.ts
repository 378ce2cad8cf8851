import { describe, expect, it } from 'vitest'
import { finneyMetadata, hasFinney } from '../../../test/fixtures/finney.ts'
import type { Address } from '../domain/address.ts'
import { fromHex, toHex } from '../domain/bytes.ts'
import { readMetadata } from '../runtime/metadata.ts'
import { explain } from './explain.ts'

const B = '5GoNkf6WdbxCFnPdAnYYQyCjAKPJgLNxXwPjwTh6DGg6gN3E' as Address
const B_KEY = 'd17c2d7823ebf260fd138f2d7e27d114c0145d968b5ff5006125f2414fadae69'
const C = '8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48'
const TRANSFER_ALL = `050400${C}00`
const ADD_PROXY = `100100${C}0000000000`
const STAKE = (netuid: string) => `0702${B_KEY}${netuid}00ca9a3b00000000`

/** Call vectors of spec 424, each with the finding it must show and where. Weaker ones may stand beside it. */
const VECTORS: readonly (readonly [
  name: string,
  hex: string,
  finding: string | undefined,
  level: 'note' | 'caution' | 'danger',
])[] = [
  ['C.1 transfer_keep_alive (DNG-2 by its facts)', `050300${C}02286bee`, undefined, 'note'],
  ['C.2 transfer_all (DNG-1)', TRANSFER_ALL, 'empties', 'danger'],
  ['C.3 add_stake (DNG-16)', `0702${C}010000ca9a3b00000000`, 'no-limit', 'caution'],
  ['C.4 remove_stake (DNG-16)', `0703${C}010000ca9a3b00000000`, 'no-limit', 'caution'],
  [
    'C.5 transfer_stake to another coldkey (DNG-11)',
    `0756${C}${B_KEY}0100010000ca9a3b00000000`,
    'gives-away',
    'danger',
  ],
  ['C.6 move_stake (DNG-16)', `0755${C}${B_KEY}0100020000ca9a3b00000000`, 'no-limit', 'caution'],
  ['C.7 unstake_all (DNG-16)', `0753${C}`, 'no-limit', 'caution'],
  ['C.8 add_proxy Any (DNG-3)', ADD_PROXY, 'gives-power', 'danger'],
  ['C.9 add_proxy Staking (DNG-3)', `100100${C}0800000000`, 'gives-power', 'danger'],
  ['C.10 add_proxy NonTransfer (DNG-3)', `100100${C}0300000000`, 'gives-power', 'danger'],
  ['C.11 remove_proxies', '1003', 'removes-proxies', 'caution'],
  ['C.12 set_real_pays_fee (DNG-6)', `100b00${C}01`, 'pays-fees', 'danger'],
  ['C.13 create_pure (DNG-4)', '100400000000000000', 'pure-account', 'caution'],
  [
    'C.14 kill_pure (DNG-4)',
    '100500d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d0000000404',
    'kills-access',
    'danger',
  ],
  ['C.15 proxy(transfer_all) (DNG-5, DEC-5)', `100000${B_KEY}00${TRANSFER_ALL}`, 'proxy/empties', 'danger'],
  ['C.16 announce (DNG-18)', `100600${B_KEY}${'ab'.repeat(32)}`, 'opaque', 'danger'],
  ['C.17 announce_coldkey_swap (DNG-7)', `077d${'cd'.repeat(32)}`, 'unseen-key', 'danger'],
  ['C.18 swap_coldkey_announced (DNG-8)', `077e${C}`, 'key-swap', 'danger'],
  ['C.19 schedule_swap_coldkey (DNG-9)', `0749${C}`, 'key-swap', 'danger'],
  ['C.20 clear_coldkey_swap_announcement', '0785', 'stops-swap', 'caution'],
  ['C.21 swap_hotkey (DNG-12)', `0746${B_KEY}${C}00`, 'key-swap', 'danger'],
  ['C.22 set_children 100 % (DNG-13)', `0743${B_KEY}010004ffffffffffffffff${C}`, 'children', 'danger'],
  ['C.23 burn_alpha (DNG-14)', `0766${C}00ca9a3b000000000100`, 'destroys', 'danger'],
  ['C.24 recycle_alpha (DNG-14)', `0765${C}00ca9a3b000000000100`, 'destroys', 'danger'],
  ['C.25 add_stake_burn (DNG-14)', `0784${C}010000ca9a3b0000000000`, 'destroys', 'danger'],
  ['C.26 lock_stake (DNG-15)', `0788${C}010000ca9a3b00000000`, 'locks', 'caution'],
  ['C.27 set_perpetual_lock (DNG-15)', '078a010001', 'locks', 'danger'],
  ['C.28 balances.burn (DNG-14)', '050a02286bee00', 'destroys', 'danger'],
  ['C.29 set_coldkey_auto_stake_hotkey (DNG-27)', `07720100${C}`, 'redirects', 'caution'],
  ['C.30 batch[remark, transfer_all] (DEC-5)', `0b000800000400${TRANSFER_ALL}`, 'batch[1]/empties', 'danger'],
  [
    'C.31 batch_all[stake, stake, add_proxy] (DNG-17)',
    `0b020c${STAKE('0100')}${STAKE('0200')}${ADD_PROXY}`,
    'batch_all[2]/hidden',
    'danger',
  ],
  [
    'C.32 force_batch[add_proxy, remark]',
    `0b0408${ADD_PROXY}00000400`,
    'force_batch[0]/gives-power',
    'danger',
  ],
  ['C.33 if_else(remark, transfer_all)', `0b0600000400${TRANSFER_ALL}`, 'if_else.fallback/empties', 'danger'],
  ['C.34 as_derivative', `0b010000${TRANSFER_ALL}`, 'as_derivative/empties', 'danger'],
  ['C.35 with_weight', `0b05${TRANSFER_ALL}0404`, 'with_weight/empties', 'danger'],
  ['C.36 as_multi_threshold_1', `0d0004${B_KEY}${TRANSFER_ALL}`, 'as_multi_threshold_1/empties', 'danger'],
  ['C.37 as_multi', `0d01020004${B_KEY}00${TRANSFER_ALL}0404`, 'as_multi/empties', 'danger'],
  ['C.38 approve_as_multi (DNG-18)', `0d02020004${B_KEY}00${'ee'.repeat(32)}0404`, 'opaque', 'danger'],
  [
    'C.39 12 batches deep (DEC-2)',
    `${'0b0204'.repeat(12)}${TRANSFER_ALL}`,
    `${Array(12).fill('batch_all[0]').join(' › ')}/empties`,
    'danger',
  ],
  [
    'C.40 60 calls, one of them not a remark (DEC-6)',
    `0b00f0${'00000400'.repeat(36)}${TRANSFER_ALL}${'00000400'.repeat(23)}`,
    'batch[36]/empties',
    'danger',
  ],
  ['C.41 sudo (DNG-25)', `0c00${TRANSFER_ALL}`, 'privileged', 'danger'],
  ['C.42 scheduler.schedule (DNG-25)', `0f00c0cf6a000000${TRANSFER_ALL}`, 'privileged', 'danger'],
  [
    'C.43 crowdloan.create with a call (DNG-26)',
    `1b0002286bee02286bee02286bee023fab0101${TRANSFER_ALL}00`,
    'create/empties',
    'danger',
  ],
  ['C.44 crowdloan.contribute (DNG-26)', '1b010402286bee', 'crowdloan', 'caution'],
  ['C.45 evm.withdraw (DNG-23)', `1600${'11'.repeat(20)}00ca9a3b00000000`, 'foreign-code', 'danger'],
  [
    'C.46 evm.call (DNG-23)',
    `1601${'11'.repeat(20)}${'22'.repeat(20)}10a9059cbb${'00'.repeat(32)}a086010000000000${'01'.padEnd(64, '0')}00000000`,
    'foreign-code',
    'danger',
  ],
  ['C.47 contracts.call (DNG-24)', `1d0600${C}02286bee04040010deadbeef`, 'foreign-code', 'danger'],
  ['C.48 submit_encrypted (DNG-18)', `1e014101${'5a'.repeat(80)}`, 'opaque', 'danger'],
  ['C.49 store_encrypted (DNG-18)', `1e024101${'5a'.repeat(80)}`, 'opaque', 'danger'],
  ['C.50 note_preimage (DNG-18)', `0e00a0${'5a'.repeat(40)}`, 'opaque', 'danger'],
  [
    'C.51 associate_evm_key (DNG-27)',
    `075d0100${'11'.repeat(20)}0100000000000000${'00'.repeat(65)}`,
    'links',
    'caution',
  ],
  [
    'C.52 a remark that looks like a wrapped message',
    '0007443c42797465733e68693c2f42797465733e',
    undefined,
    'note',
  ],
]

describe.runIf(hasFinney)('a call a site asks for', () => {
  const runtime = hasFinney ? readMetadata(finneyMetadata()) : undefined
  const read = (hex: string) => {
    if (runtime === undefined) throw new Error('no metadata')
    const call = runtime.decodeCall(fromHex(hex))
    return { call, told: explain(call, { signer: B, own: [B], isSite: true }), runtime }
  }
  it.each(VECTORS)('%s shows what is to be known of it', (_, hex, id, level) => {
    const { call, told, runtime: by } = read(hex)
    expect(toHex(by.encodeCall(call))).toBe(`0x${hex}`)
    if (id === undefined) expect(told.findings.filter((each) => each.level !== 'note')).toEqual([])
    else expect(told.findings).toContainEqual(expect.objectContaining({ id, level }))
    // Nothing weighs more than the vector says.
    if (level !== 'danger') expect(told.findings.map((each) => each.level)).not.toContain('danger')
  })
  it('is one of 52 vectors', () => {
    expect(VECTORS).toHaveLength(52)
  })
})
