/** Everything that can be set, and where the rest is. */
import { Globe, KeyRound, Lock, PanelsTopLeft, UsersRound } from 'lucide-react'
import { NETWORKS } from '#shared/domain/network.ts'
import { AUTO_LOCK_MINUTES, DEFAULT_SETTINGS, type Settings } from '#shared/domain/settings.ts'
import { useNavigation } from '../../navigation.ts'
import { OpenInTab } from '../../open-in-tab.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure.tsx'
import { counted } from '../../ui/list/counted.ts'
import { Glyph, Row } from '../../ui/row.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useTopic } from '../../use-topic.ts'
import { useWallet } from '../../wallet.ts'
import { WalletNav } from '../../wallet-nav.tsx'
import { useSetting } from './use-setting.ts'

const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
] as const satisfies readonly { value: Settings['theme']; label: string }[]

const MINUTES = AUTO_LOCK_MINUTES.map((minutes) => ({
  value: String(minutes),
  label: minutes === 60 ? '1 h' : `${minutes} min`,
}))

export function SettingsScreen() {
  const { go } = useNavigation()
  const { session } = useWallet()
  const settings = useTopic('settings') ?? DEFAULT_SETTINGS
  const accounts = useTopic('accounts')
  const { set, failure } = useSetting()
  return (
    <Screen title="Settings" aside={<OpenInTab brief />} nav={<WalletNav />}>
      <div className="card tight rows">
        <Row
          start={<Glyph icon={UsersRound} />}
          title="Accounts"
          sub={accounts === undefined ? 'Add, rename, order, hide' : counted(accounts.length, 'account')}
          onClick={() => go({ kind: 'accounts' })}
        />
        <Row
          start={<Glyph icon={Globe} />}
          title="Network"
          sub={NETWORKS[settings.network].name}
          onClick={() => go({ kind: 'network' })}
        />
        <Row
          start={<Glyph icon={PanelsTopLeft} />}
          title="Sites"
          sub="Who may see which accounts"
          onClick={() => go({ kind: 'sites' })}
        />
        <Row
          start={<Glyph icon={KeyRound} />}
          title="Password"
          sub="Change what opens this wallet"
          onClick={() => go({ kind: 'password' })}
        />
      </div>
      <div className="field">
        <span className="label">Theme</span>
        <Tabs label="Theme" options={THEMES} value={settings.theme} onChange={(theme) => set({ theme })} />
      </div>
      <div className="field">
        <span className="label">Lock by itself after the last click or key</span>
        <Tabs
          label="Lock by itself after"
          options={MINUTES}
          value={String(settings.autoLockMinutes)}
          onChange={(chosen) => {
            const autoLockMinutes = AUTO_LOCK_MINUTES.find((minutes) => String(minutes) === chosen)
            if (autoLockMinutes !== undefined) set({ autoLockMinutes })
          }}
        />
        <p className="hint">
          A new time holds from the next unlock. Locking the computer always locks Taokey.
        </p>
      </div>
      {failure !== undefined && <FailureNote failure={failure} />}
      <Button icon={Lock} onClick={() => void session.lock()} whole>
        Lock now
      </Button>
      <About />
    </Screen>
  )
}

function About() {
  return <p className="quiet">Taokey {version()}. It speaks to the nodes you choose and to nobody else.</p>
}

function version(): string {
  return chrome.runtime.getManifest().version
}
