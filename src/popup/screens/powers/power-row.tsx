/** One key that may act for the account, in words: who it is, what it may do, and how long beforehand it must say so. */
import { shorten } from '#shared/domain/address.ts'
import { printTime } from '#shared/domain/blocks.ts'
import type { Power } from '#shared/domain/standing.ts'
import { proxyWords } from '#shared/operations/proxy-types.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/row.tsx'
import { powerTitle } from './titles.ts'

export interface PowerRowProps {
  readonly power: Power
  /** How this wallet calls the key. */
  readonly name: string | undefined
  /** Absent where this account can sign nothing here. */
  readonly onTakeBack: (() => void) | undefined
}

export function PowerRow({ power, name, onTakeBack }: PowerRowProps) {
  const { delegate, type, delay } = power
  return (
    <li className="card stack tight">
      <div className="line">
        <Avatar address={delegate} size={32} />
        <span className="grow">
          <b className="cut">{name ?? shorten(delegate)}</b>
          <small className="mono muted">{name !== undefined && shorten(delegate)}</small>
        </span>
      </div>
      <div className="line">
        <b className="grow">{powerTitle(type)}</b>
        <Tag>{type}</Tag>
      </div>
      <PowerWords type={type} />
      <div className="line">
        <small className="muted grow">
          {delay === 0
            ? 'At once, without saying so before.'
            : `Has to announce each call ${delay} blocks before, about ${printTime(delay)}.`}
        </small>
        {onTakeBack !== undefined && (
          <Button small onClick={onTakeBack}>
            Take back
          </Button>
        )}
      </div>
    </li>
  )
}

/** What a kind of power reaches. One the wallet has no words for may be anything. */
export function PowerWords({ type }: { readonly type: string }) {
  const words = proxyWords(type)
  if (words === undefined)
    return (
      <p className="tone-doubt power-words">The wallet does not know this power: it may reach anything.</p>
    )
  const tone = { takes: 'bad', risks: 'tone-doubt', little: '', nothing: 'muted' }[words.reach]
  return (
    <p className={`power-words ${tone}`}>
      It may {words.may}. {words.not}
    </p>
  )
}
