/** The same wallet in a tab, which does not close when one clicks elsewhere. Shown in the toolbar's popup alone. */
import { ExternalLink } from 'lucide-react'
import { WALLET_PAGE } from '#shared/protocol/places.ts'

export function OpenInTab() {
  if (!isToolbarPopup()) return null
  return (
    <a className="button plain whole" href={WALLET_PAGE} target="_blank" rel="noopener">
      <ExternalLink strokeWidth={1.75} aria-hidden />
      Open in a tab
    </a>
  )
}

/** Whether this window is the one that closes by itself. */
export function isToolbarPopup(): boolean {
  return chrome.extension.getViews({ type: 'popup' }).includes(window)
}
