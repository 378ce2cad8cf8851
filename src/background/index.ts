/** The worker's composition root: every listener in the first turn. */

export {}
