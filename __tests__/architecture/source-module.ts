import { childrenOf, type Node, nodeIn, nodesBelow, nodesIn, parse, type SyntaxTree, textIn } from './syntax-tree.js'

/** A file of `src` as the rules of the house see it. */
export interface SourceModule {
  /** Relative to `src`, with `/`. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly ModuleImport[]
  /** Names to which the file gives a meaning. One that it only passes on has its meaning elsewhere. */
  readonly exported: readonly string[]
  /** Types that the file keeps to itself. */
  readonly ownTypes: readonly string[]
  readonly functions: readonly { readonly line: number; readonly lines: number }[]
  readonly globals: readonly GlobalUse[]
  /** Members that are asked for by name, whatever of. */
  readonly members: readonly { readonly line: number; readonly name: string }[]
  /** What takes code out of the compiler's sight. */
  readonly escapes: readonly { readonly line: number; readonly what: string }[]
}

/** Any way of reaching another module: `import`, `export … from`, `import()`, `import('…')` as a type. */
export interface ModuleImport {
  readonly line: number
  /** Null where it is worked out while the program runs. */
  readonly specifier: string | null
  /** What is taken, by its name there; `*` for everything. */
  readonly names: readonly string[]
}

/** A name that the file gives no meaning to, used as a value, and how: `.member`, `new/1`, `call/0` (arguments), or `other`. */
export interface GlobalUse {
  readonly line: number
  readonly name: string
  readonly how: string
}

/** Reads a file. Of one that only declares (`.d.ts`) nothing but its size is known: it holds no code. */
export function readModule(path: string, text: string): SourceModule {
  const tree = parse(path, path.endsWith('.d.ts') ? '' : text)
  const nodes = nodesBelow(tree.body)
  const found = <T extends object>(read: (node: Node) => T | null) =>
    nodes.flatMap(node => {
      const value = read(node)
      return value === null ? [] : [{ line: tree.firstLine(node), ...value }]
    })
  return {
    path,
    lines: text.replace(/\n$/, '').split('\n').length,
    imports: found(importOf),
    exported: [...exportedBy(tree)],
    ownTypes: tree.body.flatMap(node => (TYPES.has(node.type) ? namesOf(node) : [])),
    functions: found(node =>
      FUNCTIONS.test(node.type) ? { lines: tree.lastLine(node) - tree.firstLine(node) + 1 } : null
    ),
    globals: tree.body.flatMap(node => [...globalsIn(node, null, tree)]),
    members: found(memberOf),
    escapes: [...found(escapeOf), ...commentEscapes(text)]
  }
}

const FUNCTIONS =
  /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ClassMethod|PrivateMethod|Constructor|(?:Method|Getter|Setter)Property)$/

const TYPES: ReadonlySet<string> = new Set([
  'TsInterfaceDeclaration',
  'TsTypeAliasDeclaration',
  'TsEnumDeclaration',
  'ClassDeclaration'
])

function importOf(node: Node): Omit<ModuleImport, 'line'> | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration': {
      const source = nodeIn(node, 'source')
      return source === null
        ? null
        : { specifier: textIn(source, 'value'), names: nodesIn(node, 'specifiers').map(taken) }
    }
    case 'ExportAllDeclaration':
      return { specifier: textIn(nodeIn(node, 'source'), 'value'), names: ['*'] }
    case 'TsImportType':
      return { specifier: textIn(nodeIn(node, 'argument'), 'value'), names: ['*'] }
    case 'TsExternalModuleReference':
      return { specifier: textIn(nodeIn(node, 'expression'), 'value'), names: ['*'] }
    case 'CallExpression': {
      if (nodeIn(node, 'callee')?.type !== 'Import') return null
      const [argument] = argumentsOf(node)
      return { specifier: argument?.type === 'StringLiteral' ? textIn(argument, 'value') : null, names: ['*'] }
    }
    default:
      return null
  }
}

/** What an import or export specifier takes, by its name there. */
function taken(specifier: Node): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default'
  const name = nodeIn(specifier, 'imported') ?? nodeIn(specifier, 'orig') ?? nodeIn(specifier, 'local')
  return /^(?:Import|Export)Specifier$/.test(specifier.type) ? (textIn(name, 'value') ?? '*') : '*'
}

/** Arguments of a call; one that is spread stands for none at all, since it may be. */
const argumentsOf = (call: Node): readonly Node[] =>
  (Array.isArray(call.arguments) ? call.arguments : []).flatMap((each: { spread: object | null; expression: Node }) =>
    each.spread === null ? [each.expression] : []
  )

/** The names that a declaration gives a meaning to. */
function namesOf(declaration: Node): readonly string[] {
  const own = nodeIn(declaration, 'identifier') ?? nodeIn(declaration, 'id')
  if (own !== null) return [textIn(own, 'value') ?? '']
  return nodesIn(declaration, 'declarations').flatMap(each => bound(nodeIn(each, 'id')))
}

/** The names that a pattern such as `{ a, b: [c] }` binds. */
function bound(pattern: Node | null): readonly string[] {
  if (pattern === null) return []
  switch (pattern.type) {
    case 'Identifier':
      return [textIn(pattern, 'value') ?? '']
    case 'KeyValuePatternProperty':
      return bound(nodeIn(pattern, 'value'))
    case 'AssignmentPatternProperty':
      return bound(nodeIn(pattern, 'key'))
    case 'AssignmentPattern':
      return bound(nodeIn(pattern, 'left'))
    default:
      return childrenOf(pattern).flatMap(bound)
  }
}

function exportedBy({ body }: SyntaxTree): ReadonlySet<string> {
  const names = new Set<string>()
  const passedOn = new Set(
    body
      .filter(({ type }) => type === 'ImportDeclaration')
      .flatMap(node => nodesIn(node, 'specifiers').map(each => textIn(nodeIn(each, 'local'), 'value')))
  )
  for (const node of body) {
    const declaration = node.type === 'ExportDeclaration' ? nodeIn(node, 'declaration') : null
    for (const name of declaration === null ? [] : namesOf(declaration)) names.add(name)
    if (node.type !== 'ExportNamedDeclaration' || nodeIn(node, 'source') !== null) continue
    for (const specifier of nodesIn(node, 'specifiers')) {
      const name = textIn(nodeIn(specifier, 'exported') ?? nodeIn(specifier, 'orig'), 'value')
      if (name !== null && !passedOn.has(textIn(nodeIn(specifier, 'orig'), 'value'))) names.add(name)
    }
  }
  return names
}

/** Expressions that carry a type beside a value. */
const TYPED = /^Ts(?:As|Satisfies|NonNull)Expression$|^Ts(?:TypeAssertion|ConstAssertion|Instantiation)$/

function* globalsIn(node: Node, parent: Node | null, tree: SyntaxTree): Generator<GlobalUse> {
  if (TYPED.test(node.type)) {
    const inner = nodeIn(node, 'expression')
    if (inner !== null) yield* globalsIn(inner, node, tree)
    return
  }
  if ((node.type.startsWith('Ts') && node.type !== 'TsEnumDeclaration') || node.type === 'ExportSpecifier') return
  if (node.type === 'Identifier' && tree.isFree(node)) {
    yield { line: tree.firstLine(node), name: textIn(node, 'value') ?? '', how: howUsed(node, parent) }
  }
  for (const child of childrenOf(node)) yield* globalsIn(child, node, tree)
}

function howUsed(node: Node, parent: Node | null): string {
  if (parent?.type === 'MemberExpression' && parent.object === node) return `.${memberOf(parent)?.name ?? '?'}`
  if (parent?.callee !== node) return 'other'
  return `${parent.type === 'NewExpression' ? 'new' : 'call'}/${argumentsOf(parent).length}`
}

function memberOf(node: Node): { readonly name: string } | null {
  if (node.type !== 'MemberExpression') return null
  const property = nodeIn(node, 'property')
  const key = property?.type === 'Computed' ? nodeIn(property, 'expression') : property
  const name = key?.type === 'Identifier' && property?.type === 'Computed' ? null : textIn(key ?? null, 'value')
  return name === null ? null : { name }
}

/** `declare const brand: unique symbol` names a type that nothing else can have; there is no such value. */
const isBrand = (node: Node): boolean =>
  node.type === 'VariableDeclaration' &&
  nodesBelow([node]).some(({ type, op }) => type === 'TsTypeOperator' && op === 'unique')

function escapeOf(node: Node): { readonly what: string } | null {
  if (node.declare === true && !isBrand(node)) return { what: 'declare' }
  if (node.type === 'TsModuleDeclaration') return { what: 'declare' }
  return node.type === 'MetaProperty' && node.kind === 'import.meta' ? { what: 'import.meta' } : null
}

function commentEscapes(text: string): SourceModule['escapes'] {
  return text.split('\n').flatMap((line, at) => {
    const what = /@ts-(?:ignore|expect-error|nocheck)|^\s*\/\/\/\s*<reference/.exec(line)?.[0]
    return what === undefined ? [] : [{ line: at + 1, what: what.trim() }]
  })
}
