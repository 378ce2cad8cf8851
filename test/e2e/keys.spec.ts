/** Words, passwords and locks, as people meet them; and what of it lies on the disk afterwards. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mnemonicToMiniSecret, sr25519PairFromSeed } from '@polkadot/util-crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { type Extension, launch } from './extension.ts'
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
        for (let tries = 2; tries <= 10; tries += 1) {
          if ((await page.getByRole('button', { name: /^Try again in/ }).count()) > 0) break
          await unlock(page, `wrong-password-${tries}`)
          await button(page, 'Unlock')
            .or(page.getByRole('button', { name: /^Try again in/ }))
            .and(page.locator(':not([aria-busy="true"])'))
            .first()
            .waitFor()
          await page.waitForTimeout(100)
        }
        await page.getByRole('button', { name: /^Try again in/ }).waitFor()
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
      await rm(profile, { recursive: true, force: true })
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
  afterAll(() => Promise.all(profiles.map((each) => rm(each, { recursive: true, force: true }))))

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
    await agree(page)
    await untilFinal(page)
    await button(page, 'Done').click()
    await atHome(page)
    await button(page, 'Lock').click()
    await page.getByText('Taokey is locked').waitFor()
    await wallet.close()

    const seed = mnemonicToMiniSecret(words.join(' '))
    const { secretKey } = sr25519PairFromSeed(seed)
    const needles = [
      ...words
        .slice(2)
        .map((_, at) => words.slice(at, at + 3))
        .flatMap((run) => [run.join(' '), run.join(','), JSON.stringify(run).slice(1, -1)]),
      PASSWORD,
    ].flatMap((text) => encodings(new TextEncoder().encode(text)))
    const keys = [seed, secretKey, secretKey.slice(0, 32)].flatMap(encodings)
    const files = await filesBelow(profile)
    expect(files.length).toBeGreaterThan(20)
    const whole = await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))))
    // The search must be able to find something: the account's public name lies there.
    expect(whole.some((bytes) => bytes.includes('Main coldkey'))).toBe(true)
    const found = [...needles, ...keys].filter((needle) => whole.some((bytes) => bytes.includes(needle)))
    expect(found.length).toBe(0)
  })
})

/** Bytes as they may lie in a file: raw, UTF-16, hex and base64 at each of its three alignments. */
function encodings(bytes: Uint8Array): readonly Buffer[] {
  const raw = Buffer.from(bytes)
  const aligned = [0, 1, 2].map((shift) =>
    Buffer.from(raw.subarray(shift, shift + Math.floor((raw.length - shift) / 3) * 3).toString('base64')),
  )
  return [raw, Buffer.from(raw.toString('latin1'), 'utf16le'), Buffer.from(raw.toString('hex')), ...aligned]
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
