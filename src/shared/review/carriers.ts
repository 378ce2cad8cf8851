/** Calls that carry other calls: what happens when one of several fails, and for whom they act. Found by the metadata, worded here. */
import { fits, list, object, text } from '../codec.ts'
import { Address } from '../domain/address.ts'
import type { Finding, Span } from '../domain/description.ts'
import { U16 } from '../operations/arguments.ts'
import { caution, danger } from '../operations/findings.ts'
import type { DecodedCall } from '../runtime/metadata.ts'
import { type Actor, acting, ofSeveral, ROOT_ACTOR, STRANGER, underNumber } from './actors.ts'
import { accountIn } from './reading.ts'

type Args = DecodedCall['args']

export interface Carrier {
  sentence(count: number, args: Args): readonly Span[]
  acts(args: Args, actor: Actor): Actor
  readonly findings: readonly Finding[]
  /** Several beside each other, of which one can hide among the rest. */
  readonly isBatch?: boolean
}

const same = (_args: Args, actor: Actor): Actor => actor
const asRoot = (): Actor => ROOT_ACTOR

const PRIVILEGED = danger('privileged', [
  'Only the chain’s own root key may do this. From any other account it fails; from that one it can do anything.',
])
const LATER = danger('runs-later', ['What is inside runs later, when nobody asks you again.'])

const scheduled = (when: string): Carrier => ({
  sentence: () => [`Put a call on the chain’s own calendar, ${when}.`],
  acts: asRoot,
  findings: [PRIVILEGED, LATER],
})
const ofProxy = (sentence: string): Carrier => ({
  sentence: () => [sentence],
  acts: ({ real }, actor) => {
    const address = accountIn(real)
    return address === undefined ? STRANGER : acting(address, actor)
  },
  findings: [],
})
const asOrigin: Carrier = {
  sentence: () => ['Run a call as another origin.'],
  acts: ({ as_origin: origin }, actor) => {
    const address = signedIn(origin)
    return address === undefined ? ROOT_ACTOR : acting(address, actor)
  },
  findings: [PRIVILEGED],
}

/** Utility, Proxy, Multisig, Sudo, Scheduler and Crowdloan, spec 424. A carrier not listed here is a danger. */
const CARRIERS: Readonly<Record<string, Carrier>> = {
  'Utility.batch': {
    sentence: (count) => [
      `Run ${calls(count)} in order. The first that fails stops the rest; those before it stay done.`,
    ],
    acts: same,
    findings: [],
    isBatch: true,
  },
  'Utility.batch_all': {
    sentence: (count) => [`Run ${calls(count)} in order, all of them or none.`],
    acts: same,
    findings: [],
    isBatch: true,
  },
  'Utility.force_batch': {
    sentence: (count) => [`Run ${calls(count)} in order. One that fails does not stop the others.`],
    acts: same,
    findings: [],
    isBatch: true,
  },
  'Utility.if_else': {
    sentence: () => ['Run a call, and another in its place when the first fails. Either may happen.'],
    acts: same,
    findings: [],
    isBatch: true,
  },
  'Utility.as_derivative': {
    sentence: () => ['Act for an account that belongs to this one under a number.'],
    acts: ({ index }, actor) => (fits(U16, index) ? underNumber(index, actor) : STRANGER),
    findings: [],
  },
  'Utility.with_weight': {
    sentence: () => ['Run a call with a weight of its own.'],
    acts: asRoot,
    findings: [PRIVILEGED],
  },
  'Utility.dispatch_as': asOrigin,
  'Utility.dispatch_as_fallible': asOrigin,
  'Proxy.proxy': ofProxy('Act for another account, as its proxy.'),
  'Proxy.proxy_announced': ofProxy('Run a call that was announced, for another account, as its proxy.'),
  'Multisig.as_multi_threshold_1': {
    sentence: () => ['Act for a multisig of which any one member is enough.'],
    acts: ({ other_signatories: others }, actor) => several(others, 1, actor),
    findings: [],
  },
  'Multisig.as_multi': {
    sentence: (_count, { threshold }) => [
      `Agree to a call of a multisig. It runs once ${String(threshold)} members have agreed.`,
    ],
    acts: ({ threshold, other_signatories: others }, actor) =>
      fits(U16, threshold) ? several(others, threshold, actor) : STRANGER,
    findings: [],
  },
  'Sudo.sudo': { sentence: () => ['Run a call as the chain itself.'], acts: asRoot, findings: [PRIVILEGED] },
  'Sudo.sudo_unchecked_weight': {
    sentence: () => ['Run a call as the chain itself, of whatever weight.'],
    acts: asRoot,
    findings: [PRIVILEGED],
  },
  'Sudo.sudo_as': {
    sentence: () => ['Run a call as another account, without its key.'],
    acts: ({ who }, actor) => {
      const address = accountIn(who)
      return address === undefined ? STRANGER : acting(address, actor)
    },
    findings: [PRIVILEGED],
  },
  'Scheduler.schedule': scheduled('at a block'),
  'Scheduler.schedule_named': scheduled('at a block, under a name'),
  'Scheduler.schedule_after': scheduled('some blocks from now'),
  'Scheduler.schedule_named_after': scheduled('some blocks from now, under a name'),
  // It is dispatched for the creator once the loan is finalized, with what was raised at hand (Crowdloan.finalize).
  'Crowdloan.create': {
    sentence: () => ['Open a crowdloan that runs a call for this account when it is finalized.'],
    acts: same,
    findings: [LATER],
  },
}

/** The words for a carrier; for one the wallet has none for, a danger. */
export function carrierOf(name: string): Carrier {
  const known = Object.hasOwn(CARRIERS, name) ? CARRIERS[name] : undefined
  return (
    known ?? {
      sentence: () => ['Run ', { code: name }, ', which carries other calls.'],
      acts: () => STRANGER,
      findings: [
        {
          ...danger('unknown-carrier', [
            'Taokey has no words for ',
            { code: name },
            ', nor for whom it acts. Read every line below before you sign.',
          ]),
          tick: true,
        },
      ],
    }
  )
}

/** Said once for each call that acts for somebody else. */
export function actsAs({ kind, words }: Actor): readonly Finding[] {
  return kind === 'account'
    ? [caution('acts-as', ['What is inside acts for ', ...words, ', not for the account that signs.'])]
    : []
}

function calls(count: number): string {
  return count === 1 ? 'one call' : `${count} calls`
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
