/** Text a page wants signed, with nothing in it that cannot be seen. */
import { visible } from '../operations/visible.ts'

/** Letters that are drawn as nothing, or as a space, beyond those without a shape of their own. */
const BLANK = /\u034f|\u115f|\u1160|\u17b4|\u17b5|\u2800|\u3164|[\ufe00-\ufe0f]|\uffa0/gu

/** Every letter, those that hide as what they are; a new line is marked where it begins. */
export function legible(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      visible(line).replace(BLANK, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`),
    )
    .join('⏎\n')
}
