// Likelier spellings of a query: words that are not in the index, and words that keep a document from saying all of it.

// Whether two words differ by one letter too many, too few or other, or by two neighbours that changed places.
export const isOneEdit = (a, b) => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
  }
  const left = endA - start
  const right = endB - start
  if (left <= 1 && right <= 1) return true
  return left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
}

const MOST = 3
const BOTH_SIDES = 5
const RARELY = 0.2

const points = (counts, word) => Math.log(1 + (counts?.get(word) ?? 0))

// The best words that a word may be meant for, given those that stand behind its left and before its right neighbour.
const better = (word, behind, before, vocabulary) => {
  const found = new Map()
  const consider = other => {
    if (!isOneEdit(word, other)) return
    const both = behind?.has(other) && before?.has(other) ? BOTH_SIDES : 0
    found.set(other, both + points(behind, other) + points(before, other) + RARELY * points(vocabulary, other))
  }
  behind?.forEach((_, other) => consider(other))
  before?.forEach((_, other) => consider(other))
  if (!found.size && !vocabulary.has(word)) vocabulary.forEach((_, other) => consider(other))
  return [...found].sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([other]) => [other])
}

// Two words that were written as one.
const parted = (word, vocabulary) => {
  let best = null
  let most = 0
  for (let at = 2; at <= word.length - 2; at++) {
    const parts = [word.slice(0, at), word.slice(at)]
    const worth = Math.min(...parts.map(part => points(vocabulary, part)))
    if (worth > most) [best, most] = [parts, worth]
  }
  return best ? [best] : []
}

const isNumber = word => /^\d/.test(word)

// Up to three other readings of the words, each a list of words for every word, the likeliest first.
// `unknown`: places of words that the index does not hold; `doubted`: of known ones that may be wrong. Numbers are never.
export const respelt = async (index, words, unknown, doubted) => {
  const vocabulary = await index.vocabulary()
  const around = async (reading, at) => {
    const [left, right] = await Promise.all([
      at > 0 ? index.neighbours(reading[at - 1][reading[at - 1].length - 1]) : null,
      at + 1 < words.length ? index.neighbours(words[at + 1]) : null,
    ])
    return better(words[at], left?.behind, right?.before, vocabulary)
  }
  const typed = words.map(word => [word])
  const instead = (reading, at, others) => others.map(other => reading.map((word, place) => (place === at ? other : word)))
  let readings = [typed]
  for (const at of unknown.filter(at => !isNumber(words[at]))) {
    const found = await around(readings[0], at)
    const changed = instead(readings[0], at, found.length ? found : parted(words[at], vocabulary))
    if (changed.length) readings = unknown.length === 1 ? changed : [changed[0]]
  }
  if (!unknown.length) {
    const places = doubted.filter(at => !isNumber(words[at]))
    const found = await Promise.all(places.map(async at => instead(typed, at, await around(typed, at))))
    readings = found.flatMap(of => of.slice(0, found.length > 1 ? 2 : MOST))
  }
  return readings.filter(reading => reading !== typed)
}
