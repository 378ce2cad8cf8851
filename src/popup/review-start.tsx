/** Puts the review into its window. */
import { createRoot } from 'react-dom/client'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import type { approveMethods } from '#shared/protocol/popup-contract.ts'
import type { vaultApproveMethods } from '#shared/protocol/vault-contract.ts'
import type { Background } from './background.ts'
import { Mishap } from './mishap.tsx'
import { enterReview, openWallet } from './navigation.ts'
import type { Ahead } from './read-ahead.ts'
import { Approval } from './screens/approval/approval.tsx'
import type { Scope } from './screens/approval/choose.ts'
import { unlock } from './unlocking.ts'
import { TopicsContext } from './use-topic.ts'
import type { Vault } from './vault.ts'

export interface ReviewParts {
  readonly background: Background<typeof approveMethods>
  readonly room: Vault<typeof vaultApproveMethods>
  /** A window that was opened for what sites ask shows nothing else, and goes when all of it is decided. */
  readonly scope: Scope
  readonly ahead: Ahead
}

export function start({ background, room, scope, ahead }: ReviewParts): void {
  const rooms = { background: background.call, room: room.call, ahead }
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
  const isOwnWindow = scope === 'sites'

  const place = document.getElementById('root')
  if (place === null) return
  createRoot(place).render(
    <TopicsContext value={background}>
      <Mishap>
        <Approval
          rooms={rooms}
          door={door}
          scope={scope}
          onTouch={onTouch}
          onLeave={isOwnWindow ? close : () => openWallet({ kind: 'home' })}
          onRejected={isOwnWindow ? close : leave}
        />
      </Mishap>
    </TopicsContext>,
  )
}
