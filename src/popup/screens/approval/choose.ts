/** Which approval is in front. */
import type { Approval, ApprovalId } from '#shared/domain/approval.ts'

/**
 * The one on screen stays until it is left, whatever else arrives. Otherwise the newest of the wallet's own that
 * waits: it is what a person has just asked for. Then what sites ask, oldest first.
 */
export function chooseApproval(
  approvals: readonly Approval[],
  onScreen: ApprovalId | undefined,
): Approval | undefined {
  const shown = approvals.find(({ id }) => id === onScreen)
  if (shown !== undefined) return shown
  const waiting = approvals.filter(({ state }) => state.kind === 'pending')
  const own = waiting.filter(({ request }) => request.kind === 'proposal')
  const byAge = (list: readonly Approval[]): readonly Approval[] =>
    list.toSorted((a, b) => a.askedAt - b.askedAt)
  return byAge(own).at(-1) ?? byAge(waiting)[0]
}

/** How many wait. */
export function countWaiting(approvals: readonly Approval[]): number {
  return approvals.filter(({ state }) => state.kind === 'pending').length
}
