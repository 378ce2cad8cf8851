/** The first bytes of the built worker. */

export {}
