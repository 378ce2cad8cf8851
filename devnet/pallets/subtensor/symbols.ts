// The letters a subnet's alpha may be called by (SubtensorModule, spec 424). Of the chain's table of over four hundred devnet
// knows where it begins: Greek for the first two dozen subnets, then Hebrew.

/** Without the sigma that stands at the end of words. */
const GREEK = [...'αβγδεζηθικλμνξοπρσυφχψω']
const HEBREW = Array.from({ length: 27 }, (_, at) => String.fromCodePoint(0x5d0 + at))
const SYMBOLS: ReadonlySet<string> = new Set([...GREEK, ...HEBREW])

export const isSymbol = (bytes: Uint8Array): boolean => SYMBOLS.has(new TextDecoder().decode(bytes))
