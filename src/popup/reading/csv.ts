/** Tables for a spreadsheet (RFC 4180), in which no text that somebody else wrote is ever a formula. */

/** Numbers as text that is known to be one; anything else is text. */
export type Cell = string | { readonly number: string }

/** Lines end as a spreadsheet expects, and the mark before them says that this is UTF-8. */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[head, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('')}`
}

function written(cell: Cell): string {
  if (typeof cell !== 'string') return /^-?\d+(\.\d+)?$/.test(cell.number) ? cell.number : quoted(cell.number)
  return quoted(cell)
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe, behind which it is text. */
function quoted(text: string): string {
  const plain = text.replace(/[\r\n\t]+/g, ' ')
  const safe = /^\s*[=+\-@＝＋－＠|%]/u.test(plain) ? `'${plain}` : plain
  return `"${safe.replaceAll('"', '""')}"`
}
