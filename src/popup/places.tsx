/** Which screen stands at which place, and the trail a person has walked. It is remembered for when the window opens again. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { lazyScreen } from './lazy-screen.tsx'
import { recall, remember } from './memory.ts'
import { backFrom, goFrom, NavigationContext, rootOf } from './navigation.ts'
import type { Place } from './place.ts'
import { Home } from './screens/home/home.tsx'
import { Progress } from './ui/waiting.tsx'
import { useBrowserBack } from './use-browser-back.ts'
import { useIsConnected } from './use-topic.ts'
import { WalletNav } from './wallet-nav.tsx'

const Receive = lazyScreen(
  () => import('./screens/receive.tsx'),
  (module) => module.Receive,
)
const Activity = lazyScreen(
  () => import('./screens/activity/activity.tsx'),
  (module) => module.Activity,
)
const Transaction = lazyScreen(
  () => import('./screens/activity/transaction.tsx'),
  (module) => module.Transaction,
)
const Operation = lazyScreen(
  () => import('./screens/operation/operation.tsx'),
  (module) => module.OperationScreen,
)
const Possible = lazyScreen(
  () => import('./screens/possible/possible.tsx'),
  (module) => module.Possible,
)
const Value = lazyScreen(
  () => import('./screens/positions/value.tsx'),
  (module) => module.Value,
)
const Position = lazyScreen(
  () => import('./screens/positions/position.tsx'),
  (module) => module.Position,
)
const Plan = lazyScreen(
  () => import('./screens/plan/plan.tsx'),
  (module) => module.Plan,
)
const Subnets = lazyScreen(
  () => import('./screens/subnets/subnets.tsx'),
  (module) => module.Subnets,
)
const SubnetScreen = lazyScreen(
  () => import('./screens/subnets/subnet.tsx'),
  (module) => module.SubnetScreen,
)
const Validators = lazyScreen(
  () => import('./screens/subnets/validators.tsx'),
  (module) => module.Validators,
)
const ValidatorScreen = lazyScreen(
  () => import('./screens/subnets/validator.tsx'),
  (module) => module.ValidatorScreen,
)
const ChainScreen = lazyScreen(
  () => import('./screens/chain/chain.tsx'),
  (module) => module.ChainScreen,
)
const Powers = lazyScreen(
  () => import('./screens/powers/powers.tsx'),
  (module) => module.PowersScreen,
)
const KeySwap = lazyScreen(
  () => import('./screens/key-swap/key-swap.tsx'),
  (module) => module.KeySwap,
)
const Crowdloans = lazyScreen(
  () => import('./screens/crowdloans/crowdloans.tsx'),
  (module) => module.Crowdloans,
)
const Contacts = lazyScreen(
  () => import('./screens/contacts/contacts.tsx'),
  (module) => module.Contacts,
)
const ContactForm = lazyScreen(
  () => import('./screens/contacts/contact-form.tsx'),
  (module) => module.ContactForm,
)
const Settings = lazyScreen(
  () => import('./screens/settings/settings.tsx'),
  (module) => module.SettingsScreen,
)
const Accounts = lazyScreen(
  () => import('./screens/settings/accounts.tsx'),
  (module) => module.AccountsScreen,
)
const AddAccount = lazyScreen(
  () => import('./screens/settings/add-account.tsx'),
  (module) => module.AddAccount,
)
const AccountScreen = lazyScreen(
  () => import('./screens/settings/account.tsx'),
  (module) => module.AccountScreen,
)
const Secret = lazyScreen(
  () => import('./screens/settings/secret.tsx'),
  (module) => module.SecretScreen,
)
const Network = lazyScreen(
  () => import('./screens/settings/network.tsx'),
  (module) => module.NetworkScreen,
)
const Password = lazyScreen(
  () => import('./screens/settings/password.tsx'),
  (module) => module.PasswordScreen,
)
const Sites = lazyScreen(
  () => import('./screens/sites/sites.tsx'),
  (module) => module.Sites,
)
const SiteScreen = lazyScreen(
  () => import('./screens/sites/site.tsx'),
  (module) => module.SiteScreen,
)

const START: readonly Place[] = [{ kind: 'home' }]

export function Places() {
  const [trail, setTrail] = useState<readonly Place[]>(() => {
    const { trail: remembered } = recall()
    return remembered.length > 0 ? remembered : START
  })
  useEffect(() => remember({ trail }), [trail])
  const isConnected = useIsConnected()
  const here = trail.at(-1) ?? { kind: 'home' }
  const stepBack = useCallback(() => setTrail(backFrom), [])
  const browser = useBrowserBack(stepBack)
  const navigation = useMemo(
    () => ({
      here,
      go: (place: Place) => {
        if (place.kind === 'home') browser.follow(Number.POSITIVE_INFINITY)
        else browser.onward()
        setTrail((now) => goFrom(now, place))
      },
      back: () => {
        browser.follow(1)
        stepBack()
      },
    }),
    [here, browser, stepBack],
  )
  return (
    <NavigationContext value={navigation}>
      {!isConnected && (
        <div className="aloft">
          <Progress label="Reconnecting" />
        </div>
      )}
      <div className="rail">
        <WalletNav root={rootOf(trail)} />
      </div>
      <Here key={JSON.stringify(here)} place={here} />
    </NavigationContext>
  )
}

function Here({ place }: { readonly place: Place }) {
  switch (place.kind) {
    case 'home':
      return <Home />
    case 'receive':
      return <Receive />
    case 'activity':
      return <Activity />
    case 'transaction':
      return <Transaction id={place.id} />
    case 'operation':
      return <Operation id={place.operation} filled={place.filled} typed={place.typed} />
    case 'possible':
      return <Possible />
    case 'value':
      return <Value />
    case 'position':
      return <Position {...place} />
    case 'plan':
      return <Plan {...place} />
    case 'subnets':
      return <Subnets />
    case 'subnet':
      return <SubnetScreen netuid={place.netuid} />
    case 'validators':
      return <Validators netuid={place.netuid} />
    case 'validator':
      return <ValidatorScreen netuid={place.netuid} hotkey={place.hotkey} />
    case 'chain':
      return <ChainScreen />
    case 'powers':
      return <Powers />
    case 'key-swap':
      return <KeySwap />
    case 'crowdloans':
      return <Crowdloans />
    case 'contacts':
      return <Contacts />
    case 'contact':
      return <ContactForm address={place.address} />
    case 'settings':
      return <Settings />
    case 'accounts':
      return <Accounts />
    case 'add-account':
      return <AddAccount />
    case 'account':
      return <AccountScreen address={place.address} />
    case 'reveal':
      return <Secret address={place.address} />
    case 'network':
      return <Network />
    case 'password':
      return <Password />
    case 'sites':
      return <Sites />
    case 'site':
      return <SiteScreen origin={place.origin} />
    default:
      // What an older version remembered may name a place that is gone.
      return <Home />
  }
}
