/**
 * Lists of thousands as one text: a line for each row, its cells apart by tabs. A row of JSON costs the boundary twenty
 * times as much as a line.
 */
import { type Codec, written } from '../codec.ts'

/** One cell; both ways throw for what it cannot hold. */
export interface Column<T> {
  read(cell: string): T
  write(value: T): string
}
type Columns = Readonly<Record<string, Column<unknown>>>
export type RowOf<C> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never }

/** The rows of a table whose cells stand in the order of `columns`. */
export function rows<const C extends Columns>(columns: C): Codec<readonly RowOf<C>[]> {
  const named = Object.entries(columns)
  const readRow = (line: string): RowOf<C> => {
    const cells = line.split(BETWEEN)
    if (cells.length !== named.length) refuse()
    const row: Record<string, unknown> = {}
    let at = 0
    for (const [name, column] of named) row[name] = column.read(cells[at++] ?? '')
    return row as RowOf<C>
  }
  const writeRow = (row: Readonly<Record<string, unknown>>): string => {
    if (Object.keys(row).length !== named.length) refuse()
    return named.map(([name, column]) => column.write(row[name])).join(BETWEEN)
  }
  return written<readonly RowOf<C>[]>(Array.isArray, {
    read: (text) => (text === '' ? [] : text.split(END).map(readRow)),
    write: (list) => list.map(writeRow).join(END),
  })
}

const BETWEEN = '\t'
const END = '\n'

function refuse(): never {
  throw new RangeError('not a row of this table')
}

/** Text of one shape, branded. */
export function shapedCell<T extends string>(shape: RegExp): Column<T> {
  const check = (value: string): T => (shape.test(value) ? (value as T) : refuse())
  return { read: check, write: check }
}

/** Hex of so many bytes, without its 0x. */
export function hexCell<T extends string>(bytes: number): Column<T> {
  const shape = new RegExp(`^[0-9a-f]{${bytes * 2}}$`)
  return {
    read: (cell) => (shape.test(cell) ? (`0x${cell}` as T) : refuse()),
    write: (value) => (shape.test(value.slice(2)) ? value.slice(2) : refuse()),
  }
}

/** A whole number up to `most`, branded. */
export function uintCell<T extends number>(most = Number.MAX_SAFE_INTEGER): Column<T> {
  const check = (value: number): T =>
    Number.isInteger(value) && value >= 0 && value <= most ? (value as T) : refuse()
  return {
    read: (cell) => (DIGITS.test(cell) ? check(Number(cell)) : refuse()),
    write: (value) => String(check(value)),
  }
}

/** An unsigned amount of 64 bits, branded. */
export function amountCell<T extends bigint>(): Column<T> {
  const check = (value: bigint): T => (value >= 0n && value < 1n << 64n ? (value as T) : refuse())
  return {
    read: (cell) => (DIGITS.test(cell) ? check(BigInt(cell)) : refuse()),
    write: (value) => check(value).toString(),
  }
}

const DIGITS = /^(0|[1-9][0-9]{0,19})$/

export const flagCell: Column<boolean> = {
  read: (cell) => (cell === '1' || cell === '0' ? cell === '1' : refuse()),
  write: (value) => (value ? '1' : '0'),
}

/** One of a few words. */
export function wordCell<const W extends string>(words: readonly W[]): Column<W> {
  const check = (value: string): W => words.find((word) => word === value) ?? refuse()
  return { read: check, write: check }
}

/** Text of one line. */
export const textCell: Column<string> = (() => {
  const check = (value: string): string => (/[\t\n\r]/.test(value) ? refuse() : value)
  return { read: check, write: check }
})()

/** A cell that may hold nothing. */
export function maybe<T>(column: Column<T>): Column<T | undefined> {
  return {
    read: (cell) => (cell === '' ? undefined : column.read(cell)),
    write: (value) => (value === undefined ? '' : column.write(value)),
  }
}
