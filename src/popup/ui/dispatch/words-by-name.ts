/** Errors of one pallet by their names. */
export type WordsByName = Readonly<Record<string, readonly [say: string, next: string]>>
