// The points of every document for one query, gathered from the lists of its words and pairs of words.
import { PLACE_BITS } from "./blocks.js"
import { fit } from "./query.js"

export const STARTS = 1
export const ENDS = 2
export const THING = 4
export const RIGHT = 0.8 // accents that fit at least so well are those that were typed

const GAINS = { titles: 3, ofThing: 4, leads: 1.5, facts: 1 }
const WORD_GAIN = 0.5
const UNFINISHED = 0.95
const AGAIN = 0.1
const GREATER = 1.2

// Bits are the query's words (`covered`, `inTitle`) or its pairs by their first word (`near`, `titled`).
export const newBoard = ({ documents, numbers }, length) => ({
  documents,
  length,
  touched: [],
  score: new Float32Array(numbers),
  covered: new Uint32Array(numbers),
  near: new Uint32Array(numbers),
  titled: new Uint32Array(numbers),
  inTitle: new Uint32Array(numbers),
  edges: new Uint8Array(numbers),
  fits: new Float32Array(numbers),
  hits: new Uint16Array(numbers),
  weights: new Array(length).fill(0),
  pairs: 0, // that were looked up
  common: 0, // words, and
  commonPairs: 0, // pairs that so many documents hold that not all are listed
  unknown: 0, // words that no document holds
  most: 0, // points that a document can have
})

// The inverse document frequency of BM25; a little greater, as the points of ranks were weighed with it.
export const rarity = (documents, count) => Math.log(1 + (Math.max(0, GREATER * documents - count) + 0.5) / (count + 0.5))

const fitOf = (typed, form) => {
  const parts = form.split(" ")
  return typed.reduce((sum, word, place) => sum + fit(word, parts[place] ?? ""), 0) / typed.length
}

const note = (board, { words, chain, first, last, gain, once }, number, { points, fits, weak, place, inTitle }) => {
  if (!board.hits[number]) board.touched.push(number)
  board.score[number] += gain * points * fits * (once?.has(number) ? AGAIN : 1)
  once?.add(number)
  board.covered[number] |= words
  board.fits[number] += fits
  board.hits[number] += 1
  if (weak) return
  board.near[number] |= chain
  if (!inTitle) return
  board.titled[number] |= chain
  board.inTitle[number] |= words
  board.edges[number] |= place & (THING | (first ? STARTS : 0) | (last ? ENDS : 0))
}

const noteForm = (board, term, { titles, leads, facts }, fits, weak) => {
  for (const value of titles) {
    const place = value & ((1 << PLACE_BITS) - 1)
    const points = place & THING ? GAINS.ofThing : GAINS.titles
    note(board, term, value >> PLACE_BITS, { points, fits, weak, place, inTitle: true })
  }
  for (const [list, points] of [[leads, GAINS.leads], [facts, GAINS.facts]]) {
    for (const number of list) note(board, term, number, { points, fits, weak, place: 0, inTitle: false })
  }
}

const weigh = (board, { words, chain, gain }, count, partial) => {
  for (let word = 0; word < board.length; word++) {
    if (!(words & (1 << word)) || !count) continue
    const known = board.weights[word]
    board.weights[word] = chain && known ? Math.min(known, gain) : Math.max(gain, 0.01)
  }
  board.pairs |= chain
  board.most += gain * GAINS.ofThing
  if (!count && !chain) board.unknown |= words
  if (partial) {
    board.common |= words
    board.commonPairs |= chain
  }
}

// Add what stands under the keys of one term: the words `typed`, one or two, the first of them at `at`.
// `unfinished`: what is typed of a key that may go on, or "".
export const add = (board, entries, typed, at, unfinished) => {
  const alone = typed.length === 1
  const single = alone && board.length === 1
  const count = entries.reduce((sum, entry) => sum + entry.count, 0)
  const several = entries.length > 1 || entries.some(({ forms }) => forms.length > 1)
  const chains = !alone || single
  const term = {
    words: alone ? 1 << at : 3 << at,
    chain: chains ? 1 << at : 0,
    first: at === 0,
    last: chains && at + typed.length === board.length,
    gain: rarity(board.documents, count) * (chains ? 1 : WORD_GAIN),
    once: several ? new Set() : null,
  }
  weigh(board, term, count, entries.some(({ partial }) => partial))
  if (single && !count) board.unknown |= 1
  const asTyped = entries.some(({ forms }) => forms.some(({ form }) => fitOf(typed, form) >= RIGHT))
  for (const { key, forms } of entries) {
    for (const of of forms) {
      const fits = fitOf(typed, of.form) * (!unfinished || key === unfinished ? 1 : UNFINISHED)
      noteForm(board, term, of, fits, asTyped && fits < RIGHT * UNFINISHED)
    }
  }
}
