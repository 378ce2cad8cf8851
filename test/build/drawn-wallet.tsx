/** A screen of the wallet where it stands: with a background that answers what a test has it answer, and topics. */
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { type Navigation, NavigationContext } from '../../src/popup/navigation.ts'
import type { Place } from '../../src/popup/place.ts'
import type { TopicName, TopicValue } from '../../src/popup/use-topic.ts'
import { type Wallet, WalletContext } from '../../src/popup/wallet.ts'
import { type Drawn, draw, someTopics, type TestTopics } from './drawn.tsx'

interface Around {
  /** Methods of the background by their names. */
  readonly background: object
  readonly session?: object
  readonly topics: { readonly [K in TopicName]?: TopicValue<K> }
  readonly here?: Place
}
export interface DrawnScreen extends Drawn {
  readonly navigation: Navigation
  readonly put: TestTopics['put']
}

/** Draws it among those of `open`, which are taken away after the test. */
export async function drawScreen(
  open: Drawn[],
  screen: ReactNode,
  { background, session = {}, topics, here = { kind: 'home' } }: Around,
): Promise<DrawnScreen> {
  const navigation: Navigation = { here, go: vi.fn(), back: () => {} }
  const { around, put } = someTopics(topics)
  const drawn = await draw(
    around(
      <WalletContext value={{ background, session } as unknown as Wallet}>
        <NavigationContext value={navigation}>{screen}</NavigationContext>
      </WalletContext>,
    ),
  )
  open.push(drawn)
  return { ...drawn, navigation, put }
}
