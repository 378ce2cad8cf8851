// Stands before the worker's locks, as no shipped code does: keeps the browser's own function, so that the first lock is
// already picked and the second has to hold alone.
globalThis.nativeListen = EventTarget.prototype.addEventListener
