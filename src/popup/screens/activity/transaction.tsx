/** One transaction from agreed to final, and what can still be done about it. */
import { History, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '#shared/domain/errors.ts'
import { useNavigation } from '../../navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Empty } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SkeletonRows } from '../../ui/waiting.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { namesOf } from '../home/names.ts'
import { NetworkPill } from '../home/network-pill.tsx'
import { useNow } from '../home/use-now.ts'
import { useAfterSending } from './after-sending.tsx'
import { titleOf } from './result.ts'
import { canForget, canRetry, headsOf } from './steps.ts'
import { Told } from './told.tsx'
import '../home/home.css'

export function Transaction({ id }: { readonly id: string }) {
  const { background } = useWallet()
  const { back } = useNavigation()
  const records = useTopic('activity')
  const accounts = useTopic('accounts') ?? []
  const contacts = useTopic('contacts') ?? []
  const heads = headsOf(useTopic('chain'))
  const [progress, setProgress] = useState<{ readonly isBusy: boolean; readonly failure?: Failure }>({
    isBusy: false,
  })
  const now = useNow()
  const [isForgetting, setForgetting] = useState(false)
  const tx = records?.find((record) => record.id === id)
  const after = useAfterSending(tx)
  if (records === undefined || tx === undefined)
    return (
      <Screen title="Transaction" onBack={back}>
        {records === undefined ? (
          <SkeletonRows count={4} />
        ) : (
          <Empty icon={History}>
            <p>This transaction is no longer kept here.</p>
          </Empty>
        )}
      </Screen>
    )

  const mayRetry = canRetry(tx, now)
  const mayForget = canForget(tx)
  const retry = async () => {
    setProgress({ isBusy: true })
    const sent = await background['activity.retry']({ tx: id })
    setProgress(sent.ok ? { isBusy: false } : { isBusy: false, failure: sent.error })
  }
  const forget = async () => {
    const forgotten = await background['activity.forget']({ tx: id })
    if (forgotten.ok) back()
    else setProgress({ isBusy: false, failure: forgotten.error })
    setForgetting(false)
  }

  return (
    <Screen
      title={titleOf(tx)}
      onBack={back}
      aside={
        <>
          <NetworkPill network={tx.network} />
          {mayForget && (
            <Menu
              label="More"
              items={[{ label: 'Forget', icon: Trash2, danger: true, onChoose: () => setForgetting(true) }]}
            />
          )}
        </>
      }
      foot={
        mayRetry ? (
          <Button kind="primary" busy={progress.isBusy} onClick={() => void retry()}>
            Send again
          </Button>
        ) : (
          after
        )
      }
    >
      <Told tx={tx} heads={heads} names={namesOf(accounts, contacts)} />
      {mayRetry && (
        <p className="quiet">
          Sending again broadcasts the very same bytes. It can happen only once, and nothing is signed anew.
        </p>
      )}
      {progress.failure !== undefined && <FailureNote failure={progress.failure} />}
      {isForgetting && (
        <Dialog
          title="Forget this transaction?"
          onClose={() => setForgetting(false)}
          foot={
            <>
              <Button onClick={() => setForgetting(false)}>Keep it</Button>
              <Button kind="danger" onClick={() => void forget()}>
                Forget
              </Button>
            </>
          }
        >
          <p className="quiet">
            It goes from this list only. What happened on the chain stays as it is; the wallet keeps no other
            record of it.
          </p>
        </Dialog>
      )}
    </Screen>
  )
}
