/**
 * Holds the accounts that are shown against those in the vault. A hostile worker has no key, but could show an address of its
 * own to be paid at: the room, which has the list under the vault's MAC, is asked.
 */
import { useEffect, useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import type { Session } from './session.ts'
import { Button } from './ui/button.tsx'
import { Dialog } from './ui/dialog.tsx'
import { Note } from './ui/note.tsx'
import { useTopic } from './use-topic.ts'
import { useWallet } from './wallet.ts'

/** An account that is being taken out leaves the room's list first: looked at again before anything is said. */
const AGAIN_MS = 700
const LOOKS = 4

export function Vouching() {
  const shown = useTopic('accounts')
  const { session } = useWallet()
  const [isFalse, setFalse] = useState(false)
  useEffect(() => {
    if (shown === undefined) return undefined
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (left: number): Promise<void> => {
      const isStrange = await hasStranger(shown, session)
      if (isOver) return
      if (isStrange && left > 1) timer = setTimeout(() => void look(left - 1), AGAIN_MS)
      else setFalse(isStrange)
    }
    void look(LOOKS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [shown, session])
  if (!isFalse) return null
  return (
    <Dialog
      title="These are not your accounts"
      onClose={() => undefined}
      foot={<Button onClick={() => void session.lock()}>Lock</Button>}
    >
      <Note level="danger" alert>
        What this window calls your accounts is not what your vault holds. Something in this wallet does what
        it should not.
      </Note>
      <p className="quiet">
        Give no address from here to anybody, and sign nothing. Your keys are where they were: take your words
        on paper to another computer.
      </p>
    </Dialog>
  )
}

/** No while the room cannot be asked: it is then locked, and nothing is shown for long. */
async function hasStranger(
  shown: readonly Account[],
  { accounts }: Pick<Session, 'accounts'>,
): Promise<boolean> {
  const told = await accounts()
  if (!told.ok) return false
  const own = new Set(told.value.accounts.map(({ address }) => address))
  return shown.some(({ address }) => !own.has(address))
}
