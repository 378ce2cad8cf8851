/** Copies a public text and says so for a moment. Never for secrets: whatever is on the clipboard, every program reads. */
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, IconButton } from './button.tsx'

const SAID_MS = 1600

export interface CopyButtonProps {
  readonly text: string
  /** What it is a copy of, as in "Copy address". */
  readonly label: string
  /** With words on it; otherwise an icon. */
  readonly kind?: 'primary' | 'secondary'
}

export function CopyButton({ text, label, kind }: CopyButtonProps) {
  const [said, setSaid] = useState<'copied' | 'failed'>()
  useEffect(() => {
    if (said === undefined) return undefined
    const timer = setTimeout(() => setSaid(undefined), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('failed'),
    )
  }
  const says = said === undefined ? label : said === 'copied' ? 'Copied' : 'Could not copy'
  return (
    <>
      {kind === undefined ? (
        <IconButton icon={said === 'copied' ? Check : Copy} label={says} onClick={copy} />
      ) : (
        <Button kind={kind} icon={said === 'copied' ? Check : Copy} onClick={copy}>
          {says}
        </Button>
      )}
      <span className="unseen" aria-live="polite">
        {said !== undefined && says}
      </span>
    </>
  )
}
