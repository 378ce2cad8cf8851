/** What a person is told when something did not happen. */
export interface Words {
  /** One sentence. */
  readonly say: string
  /** What they can do about it. */
  readonly next?: string
}
