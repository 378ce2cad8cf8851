/** Who a plan is for, with what they have staked and what things are called. */
import { namesWith, useKnown } from '../../reading/known.ts'
import { useTopic } from '../../use-topic.ts'
import { namesOf } from '../home/names.ts'
import { useScope } from '../home/use-scope.ts'
import { usePositions } from '../positions/use-positions.ts'

/** The account in front; undefined while there is none. */
export function useStaker() {
  const accounts = useTopic('accounts') ?? []
  const contacts = useTopic('contacts') ?? []
  const { front: from, network } = useScope()
  const known = useKnown(network)
  const names = namesWith(namesOf(accounts, contacts), known)
  return { network, known, from, names, ...usePositions(network, from === undefined ? [] : [from.address]) }
}
