// What the points of a board say of each document.
import { ENDS, RIGHT, STARTS, THING, rarity } from "./board.js"

const WRONG_ACCENTS = 4

const bitsOf = mask => {
  const found = []
  for (let bit = 0; bit < 31; bit++) if (mask & (1 << bit)) found.push(bit)
  return found
}

const allWords = board => 2 ** board.length - 1
const coveredBy = (board, number) => board.covered[number] | board.common
const nearIn = (board, number) => (board.near[number] | board.commonPairs) & board.pairs

// The share of the query that some of its words make, the rare ones counting more.
const share = (board, words) => {
  let sum = 0
  let whole = 0
  for (let at = 0; at < board.length; at++) {
    const weight = board.weights[at] || rarity(board.documents, 0)
    whole += weight
    if (words & (1 << at)) sum += weight
  }
  return sum / whole
}

export const shareOf = (board, number) => share(board, coveredBy(board, number))

// Whether the document holds every word.
export const isComplete = (board, number) => (coveredBy(board, number) & allWords(board)) === allWords(board)

// Whether its accents are those that were typed.
export const isAsTyped = (board, number) => board.fits[number] / board.hits[number] >= RIGHT

// Whether it holds the words from one place to another, one behind the other.
export const holds = (board, number, [from, to]) => {
  if (to - from === 1) return Boolean(board.covered[number] & (1 << from))
  const chain = 2 ** (to - 1) - 2 ** from
  return ((board.near[number] | board.commonPairs) & chain) === chain
}

// Whether its title says all of it, in its order.
export const isTitled = (board, number) => (board.titled[number] & board.pairs) === board.pairs

// Whether its title is all of it, as far as can be told: the beginning may be that of another of its names.
export const isExact = (board, number) =>
  isTitled(board, number) && (board.edges[number] & (STARTS | ENDS)) === (STARTS | ENDS)

// Exact title; title of a thing; title; all words one behind the other; else what is said and what the title says of it.
const tier = (board, number) => {
  const edges = board.edges[number]
  const [starts, ends, thing] = [STARTS, ENDS, THING].map(bit => (edges & bit ? 1 : 0))
  if (isExact(board, number)) return 6 + 0.5 * thing
  if (isTitled(board, number)) {
    return thing ? 5 + 0.4 * starts + 0.2 * ends : 4 + 0.4 * starts
  }
  if (nearIn(board, number) === board.pairs) return 3
  const named = share(board, board.inTitle[number])
  const points = board.score[number] / board.most
  return 2 * shareOf(board, number) + 0.6 * named + (named > 0.99 ? 0.6 : 0) + 0.3 * thing * starts + points
}

// How well the document answers, from 0 to 9.
export const rank = (board, number) => {
  const wrong = Math.max(0, RIGHT - board.fits[number] / board.hits[number])
  return tier(board, number) + board.score[number] / board.most - WRONG_ACCENTS * wrong
}

// Places of the words that keep the document that says most of the query from saying all of it: those of one pair, or
// the one that two pairs share.
export const doubted = board => {
  let most = -1
  let missing = bitsOf(board.pairs)
  for (const number of board.touched) {
    const near = nearIn(board, number)
    const count = bitsOf(near).length
    if (count > most) [most, missing] = [count, bitsOf(board.pairs & ~near)]
  }
  if (board.length === 1) return missing
  if (missing.length === 1) return [missing[0], missing[0] + 1]
  return missing.length === 2 && missing[1] === missing[0] + 1 ? [missing[1]] : []
}

// Places of the words that no document holds.
export const unknown = board => bitsOf(board.unknown)

// Whether so many documents hold the word that it tells nothing.
export const isCommon = (board, at) => Boolean(board.common & (1 << at))
