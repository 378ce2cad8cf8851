/** Who a plan is for, with what they have staked and what things are called. */
import { namesWith, useKnown } from '../../reading/known.ts'
import { useTopic } from '../../use-topic.ts'
import { frontOf } from '../home/holdings.ts'
import { namesOf } from '../home/names.ts'
import { usePositions } from '../positions/use-positions.ts'

/** The account in front; undefined while there is none. */
export function useStaker() {
  const accounts = useTopic('accounts') ?? []
  const contacts = useTopic('contacts') ?? []
  const settings = useTopic('settings')
  const network = settings?.network ?? 'finney'
  const known = useKnown(network)
  const from = frontOf(accounts, settings?.account ?? null)
  const names = namesWith(namesOf(accounts, contacts), known)
  return { network, known, from, names, ...usePositions(network, from === undefined ? [] : [from.address]) }
}
