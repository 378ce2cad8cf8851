/** Text from a chain or a site, made safe to look at. */

/** Without letters that hide, or turn round what stands beside them. */
export function visible(text: string): string {
  return text.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
