/** The same wallet in a tab, which does not close when one clicks elsewhere. Shown in the toolbar's popup alone. */
import { ExternalLink } from 'lucide-react'
import { WALLET_PAGE } from '#shared/protocol/places.ts'

/** `brief`: its picture alone, with its name for who cannot see it. */
export function OpenInTab({ brief = false }: { readonly brief?: boolean }) {
  if (!isToolbarPopup()) return null
  return (
    <a
      className={brief ? 'icon-button' : 'button plain whole'}
      href={WALLET_PAGE}
      target="_blank"
      rel="noopener"
      {...(brief && { 'aria-label': NAME, title: NAME })}
    >
      <ExternalLink strokeWidth={1.75} aria-hidden />
      {!brief && NAME}
    </a>
  )
}

const NAME = 'Open in a tab'

/** Whether this window is the one that closes by itself. */
export function isToolbarPopup(): boolean {
  return chrome.extension.getViews({ type: 'popup' }).includes(window)
}
