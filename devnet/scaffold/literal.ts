// Writes names and decoded values as TypeScript.

export const text = (value: string): string => `'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`

export const property = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name))

/** A decoded value; byte lists call `hex`. */
export function literal(value: unknown, use: (identifier: string) => string): string {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'string') return text(value)
  if (value instanceof Uint8Array) return `${use('hex')}('${Buffer.from(value).toString('hex')}')`
  if (Array.isArray(value)) return `[${value.map((part) => literal(part, use)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).filter(([, part]) => part !== undefined)
    return `{ ${parts.map(([name, part]) => `${property(name)}: ${literal(part, use)}`).join(', ')} }`
  }
  return String(value)
}

export const kebab = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
