/** Dark or light, as a person chose; for who follows the system the attribute is absent and the style sheet decides. */
import type { Memory } from './memory.ts'

export function setTheme(root: HTMLElement, theme: Memory['theme']): void {
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
}
