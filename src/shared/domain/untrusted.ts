/** Text that somebody wrote on the chain: shown as theirs, and never able to change what stands beside it. */

/** Longer than any honest name. */
const NAME_LIMIT = 48

/**
 * One line without controls, marks that turn round what follows, letters that cannot be seen or heaps of accents; cut to
 * `most` letters, never in the middle of one.
 */
export function cleanText(written: string, most: number = NAME_LIMIT): string {
  const plain = written
    .normalize('NFC')
    .replace(/[\ufe00-\ufe0f]/g, '')
    .replace(/\p{C}|\p{Zl}|\p{Zp}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u2800|\u3164|\uffa0/gu, ' ')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
  const letters = [...plain]
  if (letters.length <= most) return plain
  return `${letters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}

/** An https address that can be shown and copied; anything else is nothing. */
export function cleanLink(written: string): string {
  const plain = written.trim()
  const isLink = plain.length <= 200 && /^https:\/\/[A-Za-z0-9.-]+(:\d{1,5})?(\/[!-~]*)?$/.test(plain)
  return isLink ? plain : ''
}
