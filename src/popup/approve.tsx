/** The entry of the review: its own document, its own role, and nothing in its address. */

import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import { approveMethods } from '#shared/protocol/popup-contract.ts'
import { vaultApproveMethods } from '#shared/protocol/vault-contract.ts'
import { chromePort, createBackground } from './background.ts'
import { Mishap } from './mishap.tsx'
import { enterReview, openWallet } from './navigation.ts'
import { Approval } from './screens/approval/approval.tsx'
import { unlock } from './unlocking.ts'
import { TopicsContext } from './use-topic.ts'
import { createVault } from './vault.ts'

const background = createBackground(approveMethods, {
  open: () => chromePort('approve'),
  after: (ms, run) => void setTimeout(run, ms),
})
const room = createVault(vaultApproveMethods)
const rooms = { background: background.call, room: room.call }
const door = {
  onOpen: async () => {
    const opened = await room.open()
    return opened.ok ? { ok: true as const, value: undefined } : opened
  },
  onUnlock: (password: string) => {
    const { autoLockMinutes } = background.get('settings') ?? DEFAULT_SETTINGS
    return unlock({ background: background.call, room, password, autoLockMinutes })
  },
}

const leave = enterReview()
const onTouch = () => void room.call['room.touch'](undefined)
const close = () => window.close()
const asked = background.call['approvals.here'](undefined)

/** A window that was opened for what sites ask shows nothing else, and goes when all of it is decided. */
function Here() {
  const [isOwnWindow, setOwnWindow] = useState<boolean>()
  useEffect(() => {
    void asked.then((here) => setOwnWindow(here.ok && here.value.isOwnWindow))
  }, [])
  return (
    <Approval
      rooms={rooms}
      door={door}
      scope={isOwnWindow === undefined ? undefined : isOwnWindow ? 'sites' : 'all'}
      onTouch={onTouch}
      onLeave={isOwnWindow === true ? close : () => openWallet({ kind: 'home' })}
      onRejected={isOwnWindow === true ? close : leave}
    />
  )
}

const place = document.getElementById('root')
if (place !== null)
  createRoot(place).render(
    <TopicsContext value={background}>
      <Mishap>
        <Here />
      </Mishap>
    </TopicsContext>,
  )
