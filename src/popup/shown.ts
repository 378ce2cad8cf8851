/** The total that was shown, left for the next window: it paints it with its first frame, before anything has answered. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Settings } from '#shared/domain/settings.ts'
import { printParts } from '#shared/domain/units.ts'
import { remember } from './memory.ts'
import { totalDigits } from './screens/home/digits.ts'
import { printBlock } from './screens/home/standing.ts'

/** @param total rao; undefined while it is not known, or not shown */
export function useShown(total: bigint | undefined, block: number | undefined): void {
  useEffect(() => {
    const isShown = total !== undefined && block !== undefined
    remember({
      total: isShown ? { ...printParts(total, totalDigits(total)), block: printBlock(block) } : null,
    })
  }, [total, block])
}

/** What was shown of one account or network is left to no window of another. It goes before the new one comes. */
export function useShownOf(settings: Settings | undefined): void {
  const of = settings && `${settings.network} ${settings.account}`
  const last = useRef(of)
  useLayoutEffect(() => {
    if (last.current !== undefined && last.current !== of) remember({ total: null })
    last.current = of
  }, [of])
}
