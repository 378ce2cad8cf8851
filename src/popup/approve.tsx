/** The entry of this document. */

export {}
