/** A browser with the build that ships, a devnet, and a wallet that is set to it: where most journeys begin. */
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { type Address, publicKeyOf } from '#shared/domain/address.ts'
import { toHex } from '#shared/domain/bytes.ts'
import { type Devnet, type DevnetOptions, startDevnet } from '../../devnet/start.ts'
import { type Extension, launch } from './extension.ts'
import { createWallet, PASSWORD, readAddress, useLocalNode } from './pages/wallet.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** What `vite build` made, and nothing else. */
export const SHIPPED = resolve(ROOT, process.env['TAOKEY_OUT'] ?? 'dist')
const PICTURES = resolve(ROOT, 'test-out')

export const TAO = 1_000_000_000n
export const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty' as Address

export interface WalletOnDevnet {
  readonly node: Devnet
  readonly extension: Extension
  readonly page: Page
  readonly words: readonly string[]
  readonly address: Address
  /** A picture of the page, for people to look at: `test-out/<name>.png`. */
  picture(name: string, page?: Page): Promise<void>
  close(): Promise<void>
}

export interface Start extends DevnetOptions {
  /** What the new account gets, in rao. */
  readonly fund?: bigint
  readonly profile?: string
  /** Switches of the driver that the browser is started without. */
  readonly without?: readonly string[]
}

/** Creates a wallet as a person does, on a devnet of its own, and funds it. */
export async function startWallet({
  fund = 100n * TAO,
  profile,
  without,
  ...options
}: Start = {}): Promise<WalletOnDevnet> {
  const node = await startDevnet({ port: 0, blockMs: 500, ...options })
  const extension = await launch(SHIPPED, profile, { without })
  try {
    const page = await openPopup(extension)
    const words = await createWallet(page, { name: 'Main coldkey', password: PASSWORD })
    await useLocalNode(page, node.url)
    const address = (await readAddress(page)) as Address
    if (fund > 0n) {
      node.faucet(keyOf(address), fund)
      await page.getByText(/^Free/).waitFor({ timeout: 30_000 })
    }
    return {
      node,
      extension,
      page,
      words,
      address,
      picture: (name, shown = page) => picture(name, shown),
      close: async () => {
        await extension.close()
        await node.close()
      },
    }
  } catch (cause) {
    await extension.close()
    await node.close()
    throw cause
  }
}

/** The popup in a tab of its size. */
export async function openPopup(extension: Extension): Promise<Page> {
  const page = await extension.open('/popup/index.html')
  page.setDefaultTimeout(30_000)
  await page.setViewportSize({ width: 360, height: 600 })
  return page
}

export async function picture(name: string, page: Page): Promise<void> {
  await mkdir(PICTURES, { recursive: true })
  await page.screenshot({ path: resolve(PICTURES, `${name}.png`) })
}

export function keyOf(address: Address): `0x${string}` {
  return toHex(publicKeyOf(address))
}
