/** Where a page's requests will pass on their way to the worker; nothing passes yet, so it listens to nobody. */

export {}
