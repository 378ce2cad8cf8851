/** The offscreen document. */

export {}
