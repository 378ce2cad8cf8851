/** Where a call stands inside another, for who reads it: `Call 37` for `batch[36]`, `Call 2 › proxy` for `batch[1] › proxy`. */
export function placeWords(path: string): string {
  return path.replace(/\w+\[(\d+)\]/g, (_, at: string) => `call ${Number(at) + 1}`).replace(/^call/, 'Call')
}
