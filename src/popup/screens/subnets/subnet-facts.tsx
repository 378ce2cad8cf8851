/** What the chain says of a subnet, and what its owner wrote about it. */
import { addressOfKey, shorten } from '#shared/domain/address.ts'
import { printBlocks, printTime } from '#shared/domain/blocks.ts'
import { BLOCKS_PER_DAY, marketCap, type Subnet } from '#shared/domain/directory.ts'
import { Amount } from '../../ui/amount.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Fact, Facts } from '../../ui/row.tsx'
import { ShortAmount } from '../../ui/stake/short-amount.tsx'
import { printBlock } from '../home/standing.ts'

export interface SubnetFactsProps {
  readonly subnet: Subnet
  readonly block: number
}

export function SubnetFacts({ subnet, block }: SubnetFactsProps) {
  const { pool, averagePrice, alphaOut, volume, emission, owner, registeredAt, tempo } = subnet
  const perDay = BigInt(BLOCKS_PER_DAY)
  return (
    <>
      <div className="card">
        <Facts>
          <Fact label="Market cap">
            <ShortAmount value={marketCap(subnet)} />
          </Fact>
          <Fact label="In the pool">
            <ShortAmount value={pool.tao} /> · <ShortAmount value={pool.alpha} unit="α" />
          </Fact>
          <Fact label="Staked or held">
            <ShortAmount value={alphaOut} unit="α" />
          </Fact>
          <Fact label="Traded since it began">
            <ShortAmount value={volume} />
          </Fact>
          <Fact label="Average price">
            <Amount value={averagePrice} />
          </Fact>
          <Fact label="Emission a day">
            <ShortAmount value={emission.tao * perDay} /> ·{' '}
            <ShortAmount value={(emission.toPool + emission.toStakers) * perDay} unit="α" />
          </Fact>
          <Fact label="Began">
            {block > registeredAt
              ? `${printTime(block - registeredAt)} ago, block ${printBlock(registeredAt)}`
              : `block ${printBlock(registeredAt)}`}
          </Fact>
          <Fact label="Rewards are paid">every {printBlocks(tempo)}</Fact>
          <Fact label="Owner">
            <span className="hash" title={addressOfKey(owner)}>
              {shorten(addressOfKey(owner))}
              <CopyButton text={addressOfKey(owner)} label="Copy the owner’s address" />
            </span>
          </Fact>
        </Facts>
      </div>
      <About subnet={subnet} />
    </>
  )
}

/** Links are shown and copied, never followed: the wallet opens no page. */
function About({ subnet: { about } }: { readonly subnet: Subnet }) {
  const links = [
    ['Site', about.url],
    ['Source', about.repository],
    ['Discord', about.discord],
    ['Contact', about.contact],
  ].filter(([, text]) => text !== '')
  if (about.description === '' && links.length === 0) return null
  return (
    <section className="card stack tight" aria-label="In its owner’s words">
      <span className="label">In its owner’s words</span>
      {about.description !== '' && (
        <p className="wrap">
          <bdi>{about.description}</bdi>
        </p>
      )}
      {links.length > 0 && (
        <Facts>
          {links.map(([label, text = '']) => (
            <Fact key={label} label={label}>
              <span className="hash">
                <bdi className="wrap">{text}</bdi>
                <CopyButton text={text} label={`Copy: ${label}`} />
              </span>
            </Fact>
          ))}
        </Facts>
      )}
    </section>
  )
}
