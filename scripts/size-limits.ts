/** What may ship, in kB (1,000 bytes) of gzip. Where each comes from: docs/speed.md. */
export const SIZE_LIMITS = { popup: 120, approve: 120, worker: 110, relay: 4, page: 3 } as const
