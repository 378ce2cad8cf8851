/** Calls that carry other calls: who acts, and what happens when one of several fails. Found by the metadata, worded here. */
import type { Finding, Span } from '../domain/description.ts'

export interface Wrapper {
  readonly verb: string
  readonly sentence: (count: number) => readonly Span[]
  readonly findings: readonly Finding[]
}

const actsAs = (who: string): Finding => ({
  id: 'acts-as',
  level: 'caution',
  text: [`What is inside acts for ${who}, not for the account that signs.`],
})

/** Worded by call name (Utility, Proxy, Multisig, Sudo and Scheduler, spec 424). A carrier not listed here is a danger. */
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  'Utility.batch': {
    verb: 'Sign',
    sentence: (count) => [
      `Run ${count} calls in order. The first that fails stops the rest; those before it stay done.`,
    ],
    findings: [],
  },
  'Utility.batch_all': {
    verb: 'Sign',
    sentence: (count) => [`Run ${count} calls in order, all of them or none.`],
    findings: [],
  },
  'Utility.force_batch': {
    verb: 'Sign',
    sentence: (count) => [`Run ${count} calls in order. One that fails does not stop the others.`],
    findings: [],
  },
  'Proxy.proxy': {
    verb: 'Sign',
    sentence: () => ['Act for another account, as its proxy.'],
    findings: [actsAs('the account you are a proxy of')],
  },
  'Proxy.proxy_announced': {
    verb: 'Sign',
    sentence: () => ['Run a call that was announced, for another account, as its proxy.'],
    findings: [actsAs('the account that gave the power')],
  },
}

/** The words for a carrier; for one the wallet has none for, a danger. */
export function wrapperOf(name: string): Wrapper {
  return (
    WRAPPERS[name] ?? {
      verb: 'Sign',
      sentence: () => ['Run ', { code: name }, ', which carries other calls.'],
      findings: [
        {
          id: 'unknown-carrier',
          level: 'danger',
          text: ['Taokey has no words for ', { code: name }, '. Read every line below before you sign.'],
        },
      ],
    }
  )
}
