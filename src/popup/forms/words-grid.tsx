/** Secret words, numbered, in the order they are written down. */

/** They can be read and not selected: a clipboard is no place for them. */
export function WordsGrid({ words }: { readonly words: readonly string[] }) {
  return (
    <ol className={words.length > 12 ? 'words many' : 'words'}>
      {words.map((word, at) => (
        <li key={at}>
          <i aria-hidden>{at + 1}</i>
          {word}
        </li>
      ))}
    </ol>
  )
}
