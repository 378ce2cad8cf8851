/** The room. */

export {}
