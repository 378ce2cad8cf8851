/** Every finding the sources of an operation can give: its own, and those of the rules it reaches. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'

const folder = resolve(import.meta.dirname, '../../src/shared/operations')
/** The makers of findings, and what stands for one of them. */
const MAKERS = new Set(['note', 'caution', 'danger', 'grave', 'blocked', 'say'])

/** One declaration at the top of a file: what it finds itself, and the names it uses. */
interface Piece {
  readonly ids: readonly string[]
  readonly uses: readonly string[]
}
interface Source {
  readonly pieces: ReadonlyMap<string, Piece>
  /** Where a name was imported from, among the operations. */
  readonly imports: ReadonlyMap<string, string>
}

/** The ids the file of an operation reaches, in alphabetical order. What is put together, like `stays-3`, ends with a star. */
export function findingIdsOf(id: string): readonly string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (file: string, name: string): void => {
    const source = sources.get(file)
    const home = source?.imports.get(name)
    if (home !== undefined) {
      visit(home, name)
      return
    }
    const piece = source?.pieces.get(name)
    if (piece === undefined || seen.has(`${file} ${name}`)) return
    seen.add(`${file} ${name}`)
    for (const each of piece.ids) found.add(each)
    for (const used of piece.uses) visit(file, used)
  }
  for (const name of sources.get(`${id}.ts`)?.pieces.keys() ?? []) visit(`${id}.ts`, name)
  return [...found].toSorted((a, b) => a.localeCompare(b))
}

const sources: ReadonlyMap<string, Source> = new Map(
  readdirSync(folder)
    .filter((name) => name !== 'findings.ts' && !name.endsWith('.test.ts'))
    .map((name) => [name, readSource(name)]),
)

function readSource(name: string): Source {
  const file = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest)
  const pieces = new Map<string, Piece>()
  const imports = new Map<string, string>()
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const from = /^\.\/(.+)$/.exec(statement.moduleSpecifier.text)?.[1]
      const named = statement.importClause?.namedBindings
      if (from !== undefined && named !== undefined && ts.isNamedImports(named))
        for (const each of named.elements) imports.set(each.name.text, from)
    }
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
      pieces.set(statement.name.text, pieceOf(statement))
    if (ts.isVariableStatement(statement))
      for (const { name: bound, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(bound) && initializer !== undefined) pieces.set(bound.text, pieceOf(initializer))
  }
  return { pieces, imports }
}

function pieceOf(root: ts.Node): Piece {
  const ids: string[] = []
  const uses: string[] = []
  const walk = (node: ts.Node): void => {
    const made = madeBy(node)
    if (made !== undefined) ids.push(made)
    if (ts.isIdentifier(node)) uses.push(node.text)
    ts.forEachChild(node, walk)
  }
  walk(root)
  return { ids, uses }
}

/** The id of a finding that is made just here, by a maker or as it stands. */
function madeBy(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && MAKERS.has(node.expression.text))
    return idIn(node.arguments[0])
  if (!ts.isObjectLiteralExpression(node)) return undefined
  const part = (name: string): ts.Expression | undefined =>
    node.properties
      .filter(ts.isPropertyAssignment)
      .find((property) => ts.isIdentifier(property.name) && property.name.text === name)?.initializer
  return part('level') === undefined ? undefined : idIn(part('id'))
}

function idIn(node: ts.Expression | undefined): string {
  if (node !== undefined && ts.isStringLiteral(node)) return node.text
  if (node !== undefined && ts.isTemplateExpression(node)) return `${node.head.text}*`
  throw new Error('a finding is named where it is made')
}
