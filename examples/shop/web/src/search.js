import template from 'lodash/template.js'

const cache = {}

export function search(products, term) {
  const pattern = new RegExp(term, 'i')
  const hits = products.filter(product => pattern.test(product.name))
  cache[term] = hits
  return hits
}

export function render(product, layout) {
  document.querySelector('#result').innerHTML = template(layout)({ product })
}
