/** For whom a call acts: the account that signs, or one it stands for. */
import { fits, list, object, text } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Span } from '../domain/description.ts'
import type { Call } from '../domain/extrinsic.ts'
import { U16 } from '../operations/arguments.ts'
import { derivedAccount, multisigAccount } from '../runtime/derived-account.ts'
import { accountIn } from './reading.ts'

export interface Actor {
  readonly kind: 'signer' | 'account' | 'root'
  /** Undefined where it is no account, or none that can be known. */
  readonly address: Address | undefined
  /** Empty for the account that signs. */
  readonly words: readonly Span[]
}

export function signing(address: Address): Actor {
  return { kind: 'signer', address, words: [] }
}

/** The chain's own authority. */
const ROOT_ACTOR: Actor = { kind: 'root', address: undefined, words: ['the chain itself'] }

/** Acting for the very account that signs is acting as oneself. */
function acting(address: Address, signer: Actor, ...role: readonly string[]): Actor {
  if (signer.kind === 'signer' && signer.address === address) return signer
  return { kind: 'account', address, words: [...role, { address }] }
}

const STRANGER: Actor = {
  kind: 'account',
  address: undefined,
  words: ['an account that cannot be told'],
}

function ofSeveral(others: readonly Address[], threshold: number, actor: Actor): Actor {
  if (actor.address === undefined) return STRANGER
  return acting(multisigAccount([...others, actor.address], threshold), actor, 'the multisig ')
}

function underNumber(index: number, actor: Actor): Actor {
  if (actor.address === undefined) return STRANGER
  return acting(derivedAccount(actor.address, index), actor, `the derived account ${index}, `)
}

type Acts = (args: Call['args'], actor: Actor) => Actor

const same: Acts = (_args, actor) => actor
const asRoot: Acts = () => ROOT_ACTOR
const asNamed =
  (field: string): Acts =>
  (args, actor) => {
    const address = accountIn(args[field])
    return address === undefined ? STRANGER : acting(address, actor)
  }
const asOrigin: Acts = ({ as_origin: origin }, actor) => {
  const address = signedIn(origin)
  return address === undefined ? ROOT_ACTOR : acting(address, actor)
}

/** Utility, Proxy, Multisig, Sudo, Scheduler and Crowdloan, spec 424. */
const ACTS: Readonly<Record<string, Acts>> = {
  'Utility.batch': same,
  'Utility.batch_all': same,
  'Utility.force_batch': same,
  'Utility.if_else': same,
  'Utility.as_derivative': ({ index }, actor) => (fits(U16, index) ? underNumber(index, actor) : STRANGER),
  'Utility.with_weight': asRoot,
  'Utility.dispatch_as': asOrigin,
  'Utility.dispatch_as_fallible': asOrigin,
  'Proxy.proxy': asNamed('real'),
  'Proxy.proxy_announced': asNamed('real'),
  'Multisig.as_multi_threshold_1': ({ other_signatories: others }, actor) => several(others, 1, actor),
  'Multisig.as_multi': ({ threshold, other_signatories: others }, actor) =>
    fits(U16, threshold) ? several(others, threshold, actor) : STRANGER,
  'Sudo.sudo': asRoot,
  'Sudo.sudo_unchecked_weight': asRoot,
  'Sudo.sudo_as': asNamed('who'),
  'Scheduler.schedule': asRoot,
  'Scheduler.schedule_named': asRoot,
  'Scheduler.schedule_after': asRoot,
  'Scheduler.schedule_named_after': asRoot,
  // It is dispatched for the creator once the loan is finalized, with what was raised at hand (Crowdloan.finalize).
  'Crowdloan.create': same,
}

/** For whom the calls inside one act; of a carrier that is not known it cannot be told. */
export function actorWithin({ name, args }: Call, actor: Actor): Actor {
  const acts = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
  return acts === undefined ? STRANGER : acts(args, actor)
}

function several(others: unknown, threshold: number, actor: Actor): Actor {
  return fits(list(Address), others) ? ofSeveral(others, threshold, actor) : STRANGER
}

/** `OriginCaller::system(RawOrigin::Signed)`; any other origin is at least as powerful as the chain. */
function signedIn(origin: unknown): Address | undefined {
  const signed = object({ type: text, value: Address })
  const inner = object({ type: text, value: signed })
  return fits(inner, origin) && origin.type === 'system' && origin.value.type === 'Signed'
    ? origin.value.value
    : undefined
}
