// The input that fails, made small: a person has to read it.

const MOST_TRIES = 400

/** The text without whatever it fails without. `fails` tells whether a text still fails in the same way. */
export async function smaller(text, fails) {
  let tries = 0
  const holds = async each => ++tries <= MOST_TRIES && (await fails(each))
  let current = text
  for (const separator of ['\n', '']) {
    for (let size = current.length; size >= 1 && tries < MOST_TRIES; size = Math.floor(size / 2)) {
      const parts = separator === '' ? [...current] : current.split(separator)
      if (size > parts.length) continue
      for (let at = 0; at < parts.length && tries < MOST_TRIES; ) {
        const rest = [...parts.slice(0, at), ...parts.slice(at + size)]
        if (await holds(rest.join(separator))) parts.splice(at, size)
        else at += size
      }
      current = parts.join(separator)
    }
  }
  return current
}
