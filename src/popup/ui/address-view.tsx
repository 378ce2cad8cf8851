/** Shows an address: as somebody known, shortened, or whole in groups of four to compare. */
import type { ReactNode } from 'react'
import { type Address, shorten } from '#shared/domain/address.ts'
import { Avatar } from './avatar.tsx'

export interface AddressViewProps {
  readonly address: Address
  /** How this wallet calls it. */
  readonly name?: string | undefined
  readonly size?: number
  /** Behind the name. */
  readonly tag?: ReactNode
  /** Behind the short form. */
  readonly more?: ReactNode
}

/** Picture, name and short form. Without a name the short form stands for it. */
export function AddressView({ address, name, size, tag, more }: AddressViewProps) {
  return (
    <span className="address" title={address}>
      <Avatar address={address} {...(size !== undefined && { size })} />
      <span className="grow">
        <b className="cut">
          {name ?? shorten(address)} {tag}
        </b>
        {name !== undefined && (
          <small>
            {shorten(address)} {more}
          </small>
        )}
      </span>
    </span>
  )
}

/** Within a sentence: the name if there is one, else the short form. The whole is in its title. */
export function InlineAddress({ address, name }: Pick<AddressViewProps, 'address' | 'name'>) {
  return (
    <span className={name === undefined ? 'address-inline short' : 'address-inline'} title={address}>
      {name ?? shorten(address)}
    </span>
  )
}

interface WholeAddressProps {
  readonly address: Address
  /** Another, which it may be mistaken for: what differs is marked. */
  readonly unlike?: Address | undefined
}

/** All of it, in groups of four, ends bright: people compare the ends, and should compare the middle. */
export function WholeAddress({ address, unlike }: WholeAddressProps) {
  const groups = address.match(/.{1,4}/g) ?? []
  return (
    <span className="groups" role="img" aria-label={address}>
      {groups.map((group, at) => {
        const Part = at === 0 || at === groups.length - 1 ? 'b' : 'span'
        return (
          <Part key={at}>
            {unlike === undefined
              ? group
              : [...group].map((letter, i) => {
                  const Letter = letter === unlike[4 * at + i] ? 'span' : 'mark'
                  return <Letter key={i}>{letter}</Letter>
                })}
          </Part>
        )
      })}
    </span>
  )
}
