/** `SubtensorModule.add_stake` as the chain calls it: where there is no room it breaks behind the pallet, not within a word. */
export function CallName({ name }: { readonly name: string }) {
  const end = name.indexOf('.') + 1
  return (
    <code>
      {name.slice(0, end)}
      <wbr />
      {name.slice(end)}
    </code>
  )
}
