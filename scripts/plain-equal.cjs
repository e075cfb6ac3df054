// Whether two values of a document are the same. Stands for `fast-deep-equal` in the generated validators: that one calls a
// `valueOf` or `toString` which is a key of the document, and ends with an error of its own.
module.exports = function equal(a, b) {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  const keys = Object.keys(a)
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length) return false
  return keys.every(key => Object.hasOwn(b, key) && equal(a[key], b[key]))
}
