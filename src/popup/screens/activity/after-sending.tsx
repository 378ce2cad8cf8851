/** What one may want once something was sent: a name for who has it, and the same again. */
import type { ReactNode } from 'react'
import type { TxRecord } from '#shared/domain/transaction.ts'
import { printTao } from '#shared/domain/units.ts'
import { useNavigation } from '../../navigation.ts'
import { Button } from '../../ui/button.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { sentOf } from './sent.ts'

/** Buttons for its foot; none while it may still move on, for what sent nothing, and where there is nothing to want. */
export function useAfterSending(tx: TxRecord | undefined): ReactNode {
  const { background } = useWallet()
  const { go } = useNavigation()
  const settings = useTopic('settings')
  const accounts = useTopic('accounts')
  const contacts = useTopic('contacts')
  const sent = tx === undefined || tx.open ? undefined : sentOf(tx)
  if (tx === undefined || sent === undefined || accounts === undefined || contacts === undefined)
    return undefined
  const isNamed = [...accounts, ...contacts].some(({ address }) => address === sent.to)
  const from = accounts.find(({ address }) => address === tx.account)
  const mayRepeat = from?.kind === 'local' && !from.hidden && settings?.network === tx.network
  if (isNamed && !mayRepeat) return undefined
  const again = async () => {
    // A form is always that of the account in front.
    if (settings?.account !== tx.account)
      await background['settings.set']({ settings: { account: tx.account } })
    go({
      kind: 'operation',
      operation: 'transfer',
      typed: {
        to: { kind: 'address', text: sent.to },
        ...(sent.amount !== undefined && {
          amount: { kind: 'amount', text: printTao(sent.amount), max: false },
        }),
      },
    })
  }
  return (
    <>
      {!isNamed && <Button onClick={() => go({ kind: 'contact', address: sent.to })}>Save as contact</Button>}
      {mayRepeat && (
        <Button kind="primary" onClick={() => void again()}>
          Send the same
        </Button>
      )}
    </>
  )
}
