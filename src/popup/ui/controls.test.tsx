/**
 * Every control has a name, says its state, and is worked by keys.
 * @vitest-environment happy-dom
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { click, type Drawn, draw, send, type } from '../../../test/build/drawn.tsx'
import { AddressInput } from './address-input.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { PasswordField, TextField } from './field.tsx'
import { Search } from './list/search.tsx'
import { Menu } from './menu.tsx'
import { Screen } from './screen.tsx'
import { Tabs } from './tabs.tsx'
import { Toggle } from './toggle.tsx'

const open: Drawn[] = []
afterEach(async () => {
  for (const drawn of open.splice(0)) await drawn.end()
})
const drawn = async (node: Parameters<typeof draw>[0]) => {
  const all = await draw(node)
  open.push(all)
  return all
}
const press = (key: string) =>
  send(
    document.activeElement ?? document.body,
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  )

describe('a field', () => {
  it('is named by its label and described by its error', async () => {
    const { place } = await drawn(
      <TextField label="Name" value="" onChange={() => {}} error="Give it a name." />,
    )
    const input = place.querySelector('input')
    expect(place.querySelector('label')?.htmlFor).toBe(input?.id)
    expect(input?.getAttribute('aria-invalid')).toBe('true')
    const below = place.querySelector(`#${CSS.escape(input?.getAttribute('aria-describedby') ?? '')}`)
    expect(below?.textContent).toBe('Give it a name.')
  })
  it('hands over what is typed', async () => {
    const onChange = vi.fn()
    const { place } = await drawn(<TextField label="Name" value="" onChange={onChange} />)
    await type(place.querySelector('input'), 'Mining')
    expect(onChange).toHaveBeenCalledWith('Mining')
  })
  it('hides a password until it is asked to show it', async () => {
    const all = await drawn(<PasswordField label="Password" value="secret" onChange={() => {}} />)
    expect(all.place.querySelector('input')?.type).toBe('password')
    await click(all.button('Show password'))
    expect(all.place.querySelector('input')?.type).toBe('text')
  })
  it('for an address says what is wrong with one that was pasted', async () => {
    const { text } = await drawn(
      <AddressInput label="To" value="0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed" onChange={() => {}} />,
    )
    expect(text()).toContain('Ethereum')
  })
  it('for an address waits with it while one is typed', async () => {
    const { place } = await drawn(<AddressInput label="To" value="5Grw" onChange={() => {}} />)
    expect(place.querySelector('.error')).toBeNull()
  })
})

describe('a button that is busy', () => {
  it('says so and does not do it again', async () => {
    const onClick = vi.fn()
    const all = await drawn(
      <Button busy onClick={onClick}>
        Send
      </Button>,
    )
    expect(all.button('Send').getAttribute('aria-busy')).toBe('true')
    await click(all.button('Send'))
    expect(onClick).not.toHaveBeenCalled()
  })
  it('does not send its form again', async () => {
    const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault())
    const all = await drawn(
      <form onSubmit={onSubmit}>
        <Button type="submit" busy>
          Send
        </Button>
      </form>,
    )
    all.button('Send').click()
    expect(onSubmit).not.toHaveBeenCalled()
  })
})

describe('a menu', () => {
  const items = (onChoose: () => void) => [
    { label: 'First', onChoose: () => {} },
    { label: 'Last', onChoose },
  ]
  it('opens on its first item, moves by arrows and chooses', async () => {
    const onChoose = vi.fn()
    const all = await drawn(<Menu label="More" items={items(onChoose)} />)
    await click(all.button('More'))
    expect(document.activeElement?.textContent).toBe('First')
    await press('ArrowUp')
    expect(document.activeElement?.textContent).toBe('Last')
    await click(all.button('Last'))
    expect(onChoose).toHaveBeenCalledOnce()
    expect(all.hasButton('First')).toBe(false)
  })
  it('closes with Escape and gives the focus back', async () => {
    const all = await drawn(<Menu label="More" items={items(() => {})} />)
    await click(all.button('More'))
    await press('Escape')
    expect(all.hasButton('First')).toBe(false)
    expect(document.activeElement).toBe(all.button('More'))
  })
})

describe('a dialog', () => {
  it('gives the focus back to what opened it', async () => {
    const asking = (isOpen: boolean) => (
      <>
        <Button>Remove</Button>
        {isOpen && (
          <Dialog title="Sure?" onClose={() => {}}>
            <Button>Keep it</Button>
          </Dialog>
        )}
      </>
    )
    const all = await drawn(asking(false))
    all.button('Remove').focus()
    await all.redraw(asking(true))
    all.button('Keep it').focus()
    await all.redraw(asking(false))
    expect(document.activeElement).toBe(all.button('Remove'))
  })
  it('is closed by a click beside it, and by none within it', async () => {
    const onClose = vi.fn()
    const all = await drawn(
      <Dialog title="Sure?" onClose={onClose}>
        <Button>Keep it</Button>
      </Dialog>,
    )
    await click(all.button('Keep it'))
    await click(all.place.querySelector('h2') ?? document)
    expect(onClose).not.toHaveBeenCalled()
    await click(all.place.querySelector('dialog') ?? document)
    expect(onClose).toHaveBeenCalledOnce()
  })
  it('that is searched in has the focus in its search', async () => {
    const all = await drawn(
      <Dialog title="Choose" onClose={() => {}}>
        <Button>First</Button>
        <Search label="Name" value="" onChange={() => {}} found="2 names" autoFocus />
      </Dialog>,
    )
    expect(document.activeElement).toBe(all.place.querySelector('input'))
  })
})

describe('a screen', () => {
  it('takes the focus back to its beginning when what had it goes away', async () => {
    const asking = (isThere: boolean) => <Screen title="Network">{isThere && <Button>Use it</Button>}</Screen>
    const all = await drawn(asking(true))
    all.button('Use it').focus()
    await all.redraw(asking(false))
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Network'), 30_000)
  })
})

describe('tabs', () => {
  it('are radio buttons of one name: the browser moves among them by arrows', async () => {
    const onChange = vi.fn()
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ] as const
    const all = await drawn(<Tabs label="Which" options={options} value="a" onChange={onChange} />)
    const radios = [...all.place.querySelectorAll<HTMLInputElement>('[role=radiogroup] input[type=radio]')]
    expect(radios.map(({ checked }) => checked)).toEqual([true, false])
    expect(radios.map((each) => each.labels?.[0]?.textContent)).toEqual(['A', 'B'])
    expect(new Set(radios.map(({ name }) => name))).toEqual(new Set([expect.stringMatching(/./)]))
    await click(radios[1] ?? expect.fail('no radio'))
    expect(onChange.mock.calls).toEqual([['b']])
  })
})

describe('a switch', () => {
  it('is named by its words and says whether it is on', async () => {
    const onChange = vi.fn()
    const { place } = await drawn(
      <Toggle label="Show" hint="In the list" value={false} onChange={onChange} />,
    )
    const control = place.querySelector('[role=switch]')
    expect(control?.getAttribute('aria-checked')).toBe('false')
    await click(control ?? place)
    expect(onChange).toHaveBeenCalledWith(true)
  })
})
