/** How a return is estimated, in words; the formula and its limits are in docs/returns.md. */
import type { Netuid } from '#shared/domain/units.ts'

export function ReturnWords({ netuid }: { readonly netuid: Netuid }) {
  if (netuid === 0)
    return (
      <p className="quiet">
        Root earns from every subnet, so no single epoch tells what it returns. Your own positions show what
        they have earned.
      </p>
    )
  return (
    <details className="more">
      <summary>How the return is estimated</summary>
      <p className="quiet">
        What the validator gave its stakers in its last epoch, after its take, over all that is staked with it
        here; times the epochs of a day, times 365, without interest on interest. It is counted in alpha,
        whose price moves. One epoch is little to go by: it is what was, not a promise.
      </p>
    </details>
  )
}
