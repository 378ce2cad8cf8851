/** Runtimes this wallet was built with, by their RFC-78 digest: what such metadata says needs nobody to check it. */
import type { Hash } from '#shared/domain/bytes.ts'
import { NETWORKS } from '#shared/domain/network.ts'

/** By spec: the same declarations as version 15 of metadata, which a node is asked for first, and as version 16. */
const FINNEY: Readonly<Record<number, readonly string[]>> = {
  424: [
    '0x677397fb96f3f7589fdba80df19934dbbaa4c461b0119ef952298f033d36a43f',
    '0x80de37ca8c53ddbf9835d5123af60e0ef5015b3d039a6ffee0ccbb41966c864f',
  ],
}

export function isPinned({ genesis, spec }: { genesis: Hash; spec: number }, digest: Hash): boolean {
  return genesis === NETWORKS.finney.genesis && FINNEY[spec]?.includes(digest) === true
}
