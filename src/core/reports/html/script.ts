/**
 * The one script of the HTML report: it finds, groups and sorts what stands there already, and asks nobody for anything.
 * All is readable without it, so what it needs is hidden until it runs. Texts of others it only compares and copies as text.
 */
export const SCRIPT = `
const byId = id => document.getElementById(id)
const search = byId('search'), group = byId('group'), sort = byId('sort'), all = byId('all'), told = byId('told')
const cards = [...document.querySelectorAll('article')]
const texts = new Map(cards.map(card => [card, card.textContent.toLowerCase()]))
const lists = [...new Set(cards.map(card => card.parentElement))]
const names = kind => new Map([...document.querySelectorAll('[data-kind="' + kind + '"] li[data-group]')]
  .map(item => [item.dataset.group, item.querySelector('code').textContent]))
const marks = (card, kind) => (card.dataset[kind] || '').split(' ')
let only = null
const isShown = (card, words) => words.every(word => texts.get(card).includes(word)) &&
  (only === null || marks(card, only.kind).includes(only.number))
function show() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(word => word !== '')
  const isNarrow = words.length > 0 || only !== null
  for (const card of cards) card.hidden = !isShown(card, words)
  for (const list of lists) {
    let title = null
    for (const each of list.children)
      if (each.matches('.group')) { title = each; title.hidden = true }
      else if (title !== null && !each.hidden) title.hidden = false
    const fold = list.closest('details.fold')
    if (fold !== null && isNarrow) fold.open = [...list.children].some(each => !each.hidden)
  }
  all.hidden = only === null
  const seen = cards.filter(card => !card.hidden).length
  told.textContent = isNarrow ? seen + ' of ' + cards.length + ' problems' + (only === null ? '' : ', ' + only.kind + ' ' + only.name) : ''
}
const keys = {
  given: () => 0,
  severity: card => -Number(card.dataset.severity),
  due: card => Number(card.dataset.due),
  place: card => card.querySelector('.where').textContent,
  title: card => card.querySelector('h3').textContent
}
const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0
function order() {
  const kind = group.value
  const known = kind === '' ? new Map() : names(kind)
  const number = card => kind === '' || marks(card, kind)[0] === '' ? Infinity : Number(marks(card, kind)[0])
  for (const list of lists) {
    for (const title of list.querySelectorAll('.group')) title.remove()
    const own = cards.filter(card => card.parentElement === list)
    own.sort((a, b) => compare(number(a), number(b)) || compare(keys[sort.value](a), keys[sort.value](b)))
    let last = null
    for (const card of own) {
      if (kind !== '' && number(card) !== last) {
        last = number(card)
        const title = document.createElement('p')
        title.className = 'group'
        title.textContent = known.get(String(last)) ?? 'others'
        list.append(title)
      }
      list.append(card)
    }
  }
  show()
}
for (const item of document.querySelectorAll('.groups li[data-group]')) {
  const button = document.createElement('button')
  const kind = item.closest('[data-kind]').dataset.kind
  const name = item.querySelector('code').textContent
  button.type = 'button'
  button.textContent = 'Only'
  button.setAttribute('aria-label', 'Only ' + kind + ' ' + name)
  button.addEventListener('click', () => { only = { kind, number: item.dataset.group, name }; show() })
  item.prepend(button, ' ')
}
all.addEventListener('click', () => { only = null; show() })
search.addEventListener('input', show)
group.addEventListener('change', order)
sort.addEventListener('change', order)
document.documentElement.classList.add('scripted')
`
