/** Which approval is in front. */
import type { Approval, ApprovalId } from '#shared/domain/approval.ts'

/** What a window shows: everything, or what sites ask alone, in the window that opened for them. */
export type Scope = 'all' | 'sites'

/**
 * The one on screen stays until it is left, whatever else arrives. Otherwise the newest of the wallet's own that
 * waits: it is what a person has just asked for. Then what sites ask, oldest first.
 */
export function chooseApproval(
  approvals: readonly Approval[],
  onScreen: ApprovalId | undefined,
  scope: Scope = 'all',
): Approval | undefined {
  const shown = approvals.find(({ id }) => id === onScreen)
  if (shown !== undefined) return shown
  const waiting = approvals.filter(({ state }) => state.kind === 'pending')
  const own = waiting.filter(({ request }) => request.kind === 'proposal')
  const byAge = (list: readonly Approval[]): readonly Approval[] =>
    list.toSorted((a, b) => a.askedAt - b.askedAt)
  return (
    (scope === 'all' ? byAge(own).at(-1) : undefined) ??
    byAge(waiting.filter((each) => !own.includes(each)))[0]
  )
}

/** How many wait. */
export function countWaiting(approvals: readonly Approval[], scope: Scope = 'all'): number {
  return approvals.filter(
    ({ state, request }) => state.kind === 'pending' && (scope === 'all' || request.kind !== 'proposal'),
  ).length
}
