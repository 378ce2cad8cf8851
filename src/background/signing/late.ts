/** All that is quoted, proposed, reviewed and signed, as it is before it is loaded: the first that is asked loads it. */
import type { Signing } from './create-signing.ts'

export function lateSigning(load: () => Promise<Signing>): Signing {
  let loaded: Promise<Signing> | undefined
  const signing = (): Promise<Signing> => {
    loaded ??= load()
    return loaded
  }
  const operations = async (): Promise<Signing['operations']> => (await signing()).operations
  const approvals = async (): Promise<Signing['approvals']> => (await signing()).approvals
  return {
    operations: {
      'operations.quote': async (...asked) => (await operations())['operations.quote'](...asked),
      'operations.propose': async (...asked) => (await operations())['operations.propose'](...asked),
      'plans.quote': async (...asked) => (await operations())['plans.quote'](...asked),
      'plans.propose': async (...asked) => (await operations())['plans.propose'](...asked),
    },
    approvals: {
      'approvals.material': async (...asked) => (await approvals())['approvals.material'](...asked),
      'approvals.decide': async (...asked) => (await approvals())['approvals.decide'](...asked),
      'approvals.connect': async (...asked) => (await approvals())['approvals.connect'](...asked),
      'approvals.here': async (...asked) => (await approvals())['approvals.here'](...asked),
      'approvals.block': async (...asked) => (await approvals())['approvals.block'](...asked),
    },
    offers: async () => (await signing()).offers(),
    resume: async () => (await signing()).resume(),
  }
}
