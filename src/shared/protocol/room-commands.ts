/** What the background may ask of the room: status, lock, and signatures over what was agreed to there. */
import { nothing, object } from '../codec.ts'
import { Scheme } from '../domain/account.ts'
import { Address } from '../domain/address.ts'
import { ApprovalId } from '../domain/approval.ts'
import { Hex } from '../domain/bytes.ts'
import { VaultStatus } from '../domain/vault.ts'
import { method } from './contract.ts'

const Signature = object({ signature: Hex, scheme: Scheme })

/** Through the bridge. `payload` is call ‖ extra ‖ implicit, unhashed. */
export const roomCommands = {
  'room.status': method(nothing, VaultStatus),
  'room.lock': method(nothing, nothing),
  'room.sign': method(
    object({ id: ApprovalId, account: Address, payload: Hex }),
    Signature,
    'locked',
    'refused',
    'expired',
    'not-found',
    'unreadable',
  ),
  /**
   * The same for what was agreed to as shielded: the room seals what it signed for the author of `key` (MevShield.NextKey),
   * and signs the envelope with the nonce before and the same terms. `payload` of the answer is the envelope's.
   */
  'room.signShielded': method(
    object({ id: ApprovalId, account: Address, payload: Hex, key: Hex }),
    object({ signature: Hex, scheme: Scheme, payload: Hex, envelope: Hex }),
    'locked',
    'refused',
    'expired',
    'not-found',
    'unreadable',
  ),
  /** Over bytes that are no transaction, in their wrap; never hashed. */
  'room.signMessage': method(
    object({ id: ApprovalId, account: Address, bytes: Hex }),
    Signature,
    'locked',
    'refused',
    'expired',
    'not-found',
  ),
}
