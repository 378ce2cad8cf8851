/** The page itself: four things to ask the wallet, and what came of each. */
import type { Account, Client, Progress } from './client.ts'
import './style.css'

const BOB = '5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty'
const RAO = 1_000_000_000

export function showPage(client: Client): void {
  const forms = document.querySelectorAll('form')
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
    // Which node it is for goes along to the other tab.
    link.hash = location.hash
    if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page')
  }
  field('to').value = BOB

  onSubmit('connect', async (told) => {
    told('Waiting for you in the wallet’s own window…')
    const accounts = await client.connect()
    showAccounts(accounts)
    for (const form of forms) for (const part of form.elements) part.removeAttribute('disabled')
    told(
      `${accounts.length === 1 ? 'One account' : `${accounts.length} accounts`}, by ${client.library}.`,
      'good',
    )
  })
  onSubmit('transfer', (told) =>
    client.transfer(from(), field('to').value, rao('amount'), (progress) => tell(told, progress)),
  )
  onSubmit('stake', (told) =>
    client.stake(from(), Number(field('netuid').value), rao('staked'), (progress) => tell(told, progress)),
  )
  onSubmit('sign', async (told) => {
    const signature = await client.sign(from(), field('text').value)
    told(`Signed: ${signature}`, 'good')
  })
}

type Told = (says: string, how?: 'good' | 'bad') => void

/** What a form does, and under it what came of it. */
function onSubmit(id: string, work: (told: Told) => Promise<void>): void {
  const form = one<HTMLFormElement>(`#${id}`)
  const output = form.querySelector('output')
  const button = form.querySelector('button')
  if (output === null || button === null) throw new Error(`no form ${id}`)
  const told: Told = (says, how) => {
    output.textContent = says
    output.dataset['how'] = how ?? ''
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    button.disabled = true
    told('Waiting for you in the wallet’s own window…')
    work(told)
      .catch((cause: unknown) => told(cause instanceof Error ? cause.message : String(cause), 'bad'))
      .finally(() => {
        button.disabled = false
      })
  })
}

function tell(told: Told, progress: Progress): void {
  switch (progress.kind) {
    case 'sent':
      told('Signed and sent. Waiting for a block…')
      break
    case 'in-block':
      told(`In block ${progress.block}. Waiting until it is final…`)
      break
    case 'final':
      told(`Final in block ${progress.block}.`, 'good')
      break
    case 'failed':
      told(`The chain refused it: ${progress.why}`, 'bad')
  }
}

function showAccounts(accounts: readonly Account[]): void {
  const options = accounts.map(({ address, name }) => new Option(`${name} · ${address}`, address))
  one<HTMLSelectElement>('#from').replaceChildren(...options)
}

function from(): string {
  return one<HTMLSelectElement>('#from').value
}

function rao(name: string): bigint {
  return BigInt(Math.round(field(name).valueAsNumber * RAO))
}

function field(name: string): HTMLInputElement {
  return one<HTMLInputElement>(`[name=${name}]`)
}

function one<E extends Element>(selector: string): E {
  const found = document.querySelector<E>(selector)
  if (found === null) throw new Error(`no ${selector}`)
  return found
}
