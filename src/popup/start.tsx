/** Puts the screens into the window once it is known what they have to show. */
import { createRoot } from 'react-dom/client'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import type { walletMethods } from '#shared/protocol/popup-contract.ts'
import { vaultWalletMethods } from '#shared/protocol/vault-contract.ts'
import { App } from './app.tsx'
import type { Background } from './background.ts'
import { Mishap } from './mishap.tsx'
import { createSession } from './session.ts'
import { TopicsContext } from './use-topic.ts'
import { createVault } from './vault.ts'
import { WalletContext } from './wallet.ts'

/** The shell stands no longer than this, whatever the worker does. */
const PATIENCE_MS = 2_000

export async function start(background: Background<typeof walletMethods>): Promise<void> {
  const room = createVault(vaultWalletMethods)
  const session = createSession({
    background: background.call,
    room,
    autoLockMinutes: () => (background.get('settings') ?? DEFAULT_SETTINGS).autoLockMinutes,
  })
  await firstStatus(background)
  const place = document.getElementById('root')
  if (place === null) return
  createRoot(place).render(
    <TopicsContext value={background}>
      <WalletContext value={{ background: background.call, session }}>
        <Mishap>
          <App />
        </Mishap>
      </WalletContext>
    </TopicsContext>,
  )
}

function firstStatus(background: Background<typeof walletMethods>): Promise<void> {
  return new Promise((resolve) => {
    const isKnown = () => background.get('vault') !== undefined && background.get('settings') !== undefined
    if (isKnown()) return resolve()
    const stops = (['vault', 'settings'] as const).map((name) =>
      background.watch(name, () => isKnown() && done()),
    )
    const timer = setTimeout(done, PATIENCE_MS)
    function done() {
      clearTimeout(timer)
      for (const stop of stops) stop()
      resolve()
    }
  })
}
