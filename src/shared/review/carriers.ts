/** Calls that carry other calls: what happens when one of several fails. Found by the metadata, worded here. */
import type { Finding, Span } from '../domain/description.ts'
import { caution, danger } from '../operations/findings.ts'
import type { DecodedCall } from '../runtime/metadata.ts'
import type { Actor } from './actors.ts'

type Args = DecodedCall['args']

export interface Carrier {
  /** `run` says how many are inside and, where that can be said, what they do. */
  sentence(run: string, args: Args): readonly Span[]
  readonly findings: readonly Finding[]
  /** Several beside each other, of which one can hide among the rest. */
  readonly isBatch?: boolean
}

const PRIVILEGED = danger('privileged', [
  'Only the chain’s own root key may do this. From any other account it fails; from that one it can do anything.',
])
const LATER = danger('runs-later', ['What is inside runs later, when nobody asks you again.'])

const scheduled = (when: string): Carrier => ({
  sentence: () => [`Put a call on the chain’s own calendar, ${when}.`],
  findings: [PRIVILEGED, LATER],
})
const ofProxy = (sentence: string): Carrier => ({
  sentence: () => [sentence],
  findings: [],
})
const asOrigin: Carrier = {
  sentence: () => ['Run a call as another origin.'],
  findings: [PRIVILEGED],
}

/** Utility, Proxy, Multisig, Sudo, Scheduler and Crowdloan, spec 424. A carrier not listed here is a danger. */
const CARRIERS: Readonly<Record<string, Carrier>> = {
  'Utility.batch': {
    sentence: (run) => [`${run} in order. The first that fails stops the rest; those before it stay done.`],
    findings: [],
    isBatch: true,
  },
  'Utility.batch_all': {
    sentence: (run) => [`${run}, all of them or none.`],
    findings: [],
    isBatch: true,
  },
  'Utility.force_batch': {
    sentence: (run) => [`${run}. One that fails does not stop the others.`],
    findings: [],
    isBatch: true,
  },
  'Utility.if_else': {
    sentence: () => ['Run a call, and another in its place when the first fails. Either may happen.'],
    findings: [],
    isBatch: true,
  },
  'Utility.as_derivative': {
    sentence: () => ['Act for an account that belongs to this one under a number.'],
    findings: [],
  },
  'Utility.with_weight': {
    sentence: () => ['Run a call with a weight of its own.'],
    findings: [PRIVILEGED],
  },
  'Utility.dispatch_as': asOrigin,
  'Utility.dispatch_as_fallible': asOrigin,
  'Proxy.proxy': ofProxy('Act for another account, as its proxy.'),
  'Proxy.proxy_announced': ofProxy('Run a call that was announced, for another account, as its proxy.'),
  'Multisig.as_multi_threshold_1': {
    sentence: () => ['Act for a multisig of which any one member is enough.'],
    findings: [],
  },
  'Multisig.as_multi': {
    sentence: (_run, { threshold }) => [
      `Agree to a call of a multisig. It runs once ${String(threshold)} members have agreed.`,
    ],
    findings: [],
  },
  'Sudo.sudo': { sentence: () => ['Run a call as the chain itself.'], findings: [PRIVILEGED] },
  'Sudo.sudo_unchecked_weight': {
    sentence: () => ['Run a call as the chain itself, of whatever weight.'],
    findings: [PRIVILEGED],
  },
  'Sudo.sudo_as': {
    sentence: () => ['Run a call as another account, without its key.'],
    findings: [PRIVILEGED],
  },
  'Scheduler.schedule': scheduled('at a block'),
  'Scheduler.schedule_named': scheduled('at a block, under a name'),
  'Scheduler.schedule_after': scheduled('some blocks from now'),
  'Scheduler.schedule_named_after': scheduled('some blocks from now, under a name'),
  // It is dispatched for the creator once the loan is finalized, with what was raised at hand (Crowdloan.finalize).
  'Crowdloan.create': {
    sentence: () => ['Open a crowdloan that runs a call for this account when it is finalized.'],
    findings: [LATER],
  },
}

/** The words for a carrier; for one the wallet has none for, a danger. */
export function carrierOf(name: string): Carrier {
  const known = Object.hasOwn(CARRIERS, name) ? CARRIERS[name] : undefined
  return (
    known ?? {
      sentence: () => ['Run ', { code: name }, ', which carries other calls.'],
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
