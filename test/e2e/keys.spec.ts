/** Words, passwords and locks, as people meet them; and what of it lies on the disk afterwards. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mnemonicToEntropy, mnemonicToMiniSecret, sr25519PairFromSeed } from '@polkadot/util-crypto'
import { base64 } from '@scure/base'
import { argon2id } from 'hash-wasm'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { decode } from '#shared/codec.ts'
import { SealedVault } from '#shared/domain/vault.ts'
import { openVault, withItem } from '../../src/vault/envelope.ts'
import { withPasswordKey } from '../../src/vault/kdf.ts'
import { type Extension, launch, removeProfile } from './extension.ts'
import {
  agree,
  atHome,
  button,
  createWallet,
  fillSend,
  importWords,
  PASSWORD,
  toReview,
  unlock,
  untilFinal,
} from './pages/wallet.ts'
import { BOB, openPopup, picture, SHIPPED, startWallet } from './wallet-on-devnet.ts'

const DEV_WORDS = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'
/** The address of the development words with //Alice: known to every Substrate tool. */
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'

async function withExtension(work: (extension: Extension) => Promise<void>, profile?: string): Promise<void> {
  const extension = await launch(SHIPPED, profile)
  try {
    await work(extension)
  } finally {
    await extension.close()
  }
}

describe('words that everybody knows', () => {
  it('give the account that everybody knows', () =>
    withExtension(async (extension) => {
      const page = await openPopup(extension)
      await importWords(page, { words: DEV_WORDS, path: '//Alice', name: 'Alice', password: PASSWORD })
      await button(page, 'Receive').click()
      const shown = await page.locator('main').innerText()
      expect(shown.replace(/\s/g, '')).toContain(ALICE)
      await picture('receive', page)
    }))

  it('with one word wrong are refused, and the word is named', () =>
    withExtension(async (extension) => {
      const page = await openPopup(extension)
      await button(page, 'I already have keys').click()
      const field = page.getByLabel('Secret words')
      await field.fill(DEV_WORDS.replace('curtain', 'curtian'))
      await page.getByText(/word 5/i).waitFor()
      expect(await button(page, 'Use this account').isEnabled()).toBe(false)
      await picture('wrong-word', page)
      await field.fill(DEV_WORDS.replace('walk', 'walnut'))
      await page
        .getByText(/check|order/i)
        .first()
        .waitFor()
      expect(await field.inputValue()).toContain('walnut')
    }))
})

describe('a locked wallet', () => {
  it('refuses a wrong password, then makes people wait, also after worker and browser start anew', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'taokey-wait-'))
    try {
      await withExtension(async (extension) => {
        const page = await openPopup(extension)
        await createWallet(page, { name: 'Main coldkey', password: PASSWORD })
        await button(page, 'Lock').click()
        await page.getByText('Taokey is locked').waitFor()
        await picture('locked', page)
        await unlock(page, 'wrong-password-1')
        await page
          .getByText(/wrong|not the password/i)
          .first()
          .waitFor()
        await picture('wrong-password', page)
        let mustWait = false
        for (let tries = 2; tries <= 10; tries += 1) {
          mustWait = (await page.getByRole('button', { name: /^Try again in/ }).count()) > 0
          if (mustWait) break
          await unlock(page, `wrong-password-${tries}`)
          await button(page, 'Unlock')
            .or(page.getByRole('button', { name: /^Try again in/ }))
            .and(page.locator(':not([aria-busy="true"])'))
            .first()
            .waitFor()
        }
        expect(mustWait).toBe(true)
        // The first wait is two seconds long: a later one outlives what is stopped and opened here.
        await page.evaluate(() =>
          chrome.storage.local.set({ 'vault.attempts': { fails: 9, nextAt: Date.now() + 16_000 } }),
        )
        await extension.stopWorker()
        await page.reload()
        await page.getByRole('button', { name: /^Try again in/ }).waitFor()
        await picture('must-wait', page)
      }, profile)
      await withExtension(async (extension) => {
        const page = await openPopup(extension)
        await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
        await button(page, 'Unlock').and(page.locator(':enabled')).waitFor({ timeout: 70_000 })
        await button(page, 'Unlock').click()
        await atHome(page)
      }, profile)
    } finally {
      await removeProfile(profile)
    }
  })

  it('opens again after the worker was stopped while it was open, without a password', () =>
    withExtension(async (extension) => {
      const page = await openPopup(extension)
      await createWallet(page, { name: 'Main coldkey', password: PASSWORD })
      await extension.stopWorker()
      const again = await openPopup(extension)
      await atHome(again)
    }))
})

describe('the profile on disk', () => {
  const profiles: string[] = []
  afterAll(() => Promise.all(profiles.map(removeProfile)))

  it('holds no words, seed, password or key after creating, unlocking, sending and locking', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'taokey-disk-'))
    profiles.push(profile)
    const wallet = await startWallet({ profile })
    const { page, words } = wallet
    await button(page, 'Lock').click()
    await unlock(page, PASSWORD)
    await atHome(page)
    await fillSend(page, { to: BOB, amount: '1' })
    await toReview(page)
    const needles = [...textNeedles(words), ...(await keyNeedles(page, words))]
    // While it is open and something waits for a decision, nothing secret is where the worker could read it either.
    const stored = await everythingStored(page)
    expect(stored).toContain('"approvals"')
    expect(stored).toContain('Main coldkey')
    expect(needles.filter((needle) => Buffer.from(stored).includes(needle)).length).toBe(0)
    await agree(page)
    await untilFinal(page)
    await button(page, 'Done').click()
    await atHome(page)
    await button(page, 'Lock').click()
    await page.getByText('Taokey is locked').waitFor()
    await wallet.close()

    // The search must be able to find something, in each of its encodings.
    const planted = encodings(new TextEncoder().encode('found wherever it lies'))
    await writeFile(join(profile, 'planted'), Buffer.concat(planted))
    const files = await filesBelow(profile)
    expect(files.length).toBeGreaterThan(20)
    const whole = await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))))
    const lies = (needle: Buffer): boolean => whole.some((bytes) => bytes.includes(needle))
    expect(lies(Buffer.from('Main coldkey'))).toBe(true)
    expect(planted.filter(lies)).toHaveLength(planted.length)
    expect(needles.filter(lies).length).toBe(0)
  })
})

/** Every run of three words, as they may be joined, and the password. */
function textNeedles(words: readonly string[]): readonly Buffer[] {
  const runs = words.slice(2).map((_, at) => words.slice(at, at + 3))
  return [
    ...runs.flatMap((run) => [' ', ',', '","', '\n', ''].map((between) => run.join(between))),
    PASSWORD,
  ].flatMap((text) => encodings(new TextEncoder().encode(text)))
}

/** What the words stand for, what is made of them, and the keys under which they lie, derived as the record says. */
async function keyNeedles(page: Page, words: readonly string[]): Promise<readonly Buffer[]> {
  const phrase = words.join(' ')
  const seed = mnemonicToMiniSecret(phrase)
  const { secretKey } = sr25519PairFromSeed(seed)
  const { 'vault.sealed': record } = await page.evaluate(() => chrome.storage.local.get('vault.sealed'))
  const sealed = decode(SealedVault, record)
  const { m, t, p, salt } = sealed.kdf
  const passwordKey = await argon2id({
    password: PASSWORD,
    salt: base64.decode(salt),
    memorySize: m,
    iterations: t,
    parallelism: p,
    hashLength: 32,
    outputType: 'binary',
  })
  const opened = await openVault(sealed, PASSWORD, { random: randomBytes, passwordKey: withPasswordKey })
  if (opened === undefined) throw new Error('the stored vault does not open')
  const [item] = sealed.items
  if (item === undefined) throw new Error('the stored vault holds nothing')
  // The search looks for the right thing: this is what the room keeps of the words.
  const kept = withItem(opened, item.id, (secret) => secret.slice())
  const entropy = mnemonicToEntropy(phrase)
  expect(Buffer.from(kept).includes(Buffer.from(entropy))).toBe(true)
  const keys = [entropy, seed, secretKey, secretKey.slice(0, 32), passwordKey, opened.masterKey]
  return keys.flatMap(encodings)
}

/** Both areas of the extension's storage, and what its documents keep. */
function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () =>
    JSON.stringify([
      await chrome.storage.session.get(null),
      await chrome.storage.local.get(null),
      { ...localStorage },
      { ...sessionStorage },
    ]),
  )
}

/** Bytes as they may lie in a file: raw, UTF-16, hex, base64 at each of its three alignments, and as a list of numbers. */
function encodings(bytes: Uint8Array): readonly Buffer[] {
  const raw = Buffer.from(bytes)
  const hex = raw.toString('hex')
  const aligned = [0, 1, 2].map((shift) =>
    Buffer.from(raw.subarray(shift, shift + Math.floor((raw.length - shift) / 3) * 3).toString('base64')),
  )
  return [
    raw,
    Buffer.from(raw.toString('latin1'), 'utf16le'),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    Buffer.from(raw.join(',')),
    ...aligned,
  ]
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
