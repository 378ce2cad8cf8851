/** Instead of a total: there is no account to show one of. */
import { UsersRound } from 'lucide-react'
import { useNavigation } from '../../navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/row.tsx'
import { useTopic } from '../../use-topic.ts'

export function NoAccount() {
  const { go } = useNavigation()
  const isHidden = (useTopic('accounts')?.length ?? 0) > 0
  return (
    <Empty icon={UsersRound}>
      <p>{isHidden ? 'All accounts are hidden.' : 'There is no account here.'}</p>
      <p className="quiet">
        {isHidden ? 'Show one of them again, or add another.' : 'Add words, or an address to watch.'}
      </p>
      <Button small onClick={() => go({ kind: 'accounts' })}>
        Accounts
      </Button>
    </Empty>
  )
}
