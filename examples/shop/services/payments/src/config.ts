// A made-up key: it opens nothing, but it has the shape that a scanner looks for.
export const statementApiKey = '0123456789abcdef0123456789abcdef'
