// Which documents answer a query, best first.
import { add, newBoard } from "./board.js"
import { parse, spelledOut } from "./query.js"
import { doubted, holds, isAsTyped, isCommon, isComplete, isExact, isTitled, rank, shareOf, unknown } from "./ranking.js"
import { isOneOf, nearness, says } from "./reading.js"

const MANY_WORDS = 8
const FEW_WORDS = 5
const ENOUGH = 10
const MOST_OF_IT = 0.6
const ADJACENT = 3
const NOT_EXACT = 1.3 // of beginning and end that stand in two of a page's names
const READ_BEYOND = 1
const BEST_OF_OTHER = 3

// Of many words every other pair, which holds all of them too; of phrases every one.
const pairsOf = ({ bare: { length }, phrases }) => {
  const step = length >= MANY_WORDS ? 2 : 1
  const wanted = at => at % step === 0 || at === length - 2 || phrases.some(([from, to]) => from <= at && at + 1 < to)
  return Array.from({ length: Math.max(0, length - 1) }, (_, at) => at).filter(wanted)
}

// What stands under a word or pair, and what was unfinished of it: the last word may go on.
const lookUp = async (index, query, typing, at, pair) => {
  const key = pair ? `${query.bare[at]} ${query.bare[at + 1]}` : query.bare[at]
  const table = pair ? "cap" : "tu"
  const last = (pair ? at + 1 : at) === query.bare.length - 1 && !query.ends
  if (!(last && typing)) {
    const found = await index.one(table, key)
    if (found || !last) return { found: found ? [found] : [], unfinished: "" }
  }
  return { found: await index.beginning(table, key), unfinished: key }
}

// Whether the pairs alone find what was meant: a title that says all of it, or of many words all of them.
const sayEnough = board =>
  board.touched.some(board.length > FEW_WORDS ? number => isComplete(board, number) : number => isTitled(board, number))

// A board with the points of every document: by pairs, and where these do not say enough, by words too.
const boardOf = async (index, query, typing) => {
  const length = query.bare.length
  const board = newBoard(index.directory, length)
  const addAll = async (places, pair) => {
    const looked = await Promise.all(places.map(at => lookUp(index, query, typing, at, pair)))
    looked.forEach(({ found, unfinished }, order) => {
      const at = places[order]
      add(board, found, query.words.slice(at, at + (pair ? 2 : 1)), at, unfinished)
    })
  }
  await addAll(pairsOf(query), true)
  if (length === 1) await addAll([0], false)
  else if (!sayEnough(board)) {
    await addAll(query.bare.map((_, at) => at).filter(at => !isCommon(board, at)), false)
  }
  return board
}

const excludedBy = async (index, excluded) => {
  const gone = new Set()
  for (const phrase of excluded) {
    const query = { ...parse(phrase.join(" ")), ends: true }
    const board = await boardOf(index, query, false)
    for (const number of board.touched) {
      if (holds(board, number, [0, query.bare.length]) && isAsTyped(board, number)) gone.add(number)
    }
  }
  return gone
}

// The best first, of equals the newest.
const inOrder = ranks => (a, b) => ranks.get(b) - ranks.get(a) || b - a

const greatest = values => {
  let most = 0
  for (const value of values) most = Math.max(most, value)
  return most
}

const best = ({ ranks }) => greatest(ranks.values())

// The documents that answer: those with every word, or with most of them where these are few.
const answersTo = async (index, query, typing) => {
  const [board, gone] = await Promise.all([boardOf(index, query, typing), excludedBy(index, query.excluded)])
  const kept = board.touched.filter(number => !gone.has(number) && query.phrases.every(range => holds(board, number, range)))
  const complete = kept.filter(number => isComplete(board, number))
  let numbers = complete
  if (complete.length < ENOUGH) {
    const shares = new Map(kept.map(number => [number, shareOf(board, number)]))
    const least = MOST_OF_IT * greatest(shares.values())
    numbers = kept.filter(number => isComplete(board, number) || shares.get(number) >= least)
  }
  const ranks = new Map(numbers.map(number => [number, rank(board, number)]))
  return {
    query: { ...query, unfinished: typing && !query.ends },
    ranks,
    exact: new Set(numbers.filter(number => isExact(board, number))),
    complete: complete.length,
    unknown: unknown(board),
    doubted: () => doubted(board),
    partial: board.common !== 0,
    corrected: "",
    shown: "query",
  }
}

// The best of the other readings of a query that no document says in its order, if it finds more.
const corrected = async (index, result, typing) => {
  const { query } = result
  const doubted = result.complete && query.bare.length > FEW_WORDS ? [] : result.doubted()
  if (!result.unknown.length && !doubted.length) return null
  const { respelt } = await import("./spelling.js")
  const readings = await respelt(index, query.bare, result.unknown, doubted)
  const found = await Promise.all(readings.map(async reading => {
    const words = reading.flatMap((of, at) => (of.length === 1 && of[0] === query.bare[at] ? [query.words[at]] : of))
    const other = await answersTo(index, { ...query, words, bare: reading.flat() }, typing)
    return { ...other, corrected: words.join(" "), shown: "corrected" }
  }))
  const least = Math.max(best(result), result.unknown.length ? 0 : ADJACENT)
  return found.filter(other => best(other) > least).sort((a, b) => best(b) - best(a))[0]
}

// The documents of two readings, each as high as it stands in one of them.
const either = (typed, other) => {
  const ranks = new Map(typed.ranks)
  for (const [number, value] of other.ranks) ranks.set(number, Math.max(value, ranks.get(number) ?? 0))
  const exact = new Set([...typed.exact, ...other.exact])
  return { ...(best(other) > best(typed) ? other : typed), complete: Math.max(typed.complete, other.complete), exact, ranks }
}

// The best of another reading among what was found.
const merged = (typed, other) => {
  const first = [...other.ranks.keys()].sort(inOrder(other.ranks)).slice(0, BEST_OF_OTHER)
  const ranks = new Map([...typed.ranks, ...first.map(number => [number, other.ranks.get(number)])])
  return { ...typed, ranks, corrected: other.corrected }
}

// The documents of what was typed, in order: with abbreviations spelled out, with misspelt words put right, and where
// nothing says a wanted phrase, as if no quotation marks were there.
export const answering = async (index, text, typing) => {
  const query = parse(text)
  if (!query.words.length) return null
  let result = await answersTo(index, query, typing)
  const inFull = result.complete < ENOUGH && spelledOut(query, index.directory.abbreviations)
  if (inFull) result = either(result, await answersTo(index, inFull, typing))
  if (!result.ranks.size && query.phrases.length) {
    const plain = text.replace(/["“”„]/g, " ").replace(/\s+/g, " ").trim()
    const other = await answering(index, plain, typing)
    return other && { ...other, corrected: other.corrected || plain, shown: "corrected" }
  }
  if (best(result) < ADJACENT) {
    const other = await corrected(index, result, typing)
    if (other) result = result.complete ? merged(result, other) : other
  }
  return { ...result, numbers: [...result.ranks.keys()].sort(inOrder(result.ranks)) }
}

// The first ones once more, with their whole texts; what does not say a wanted phrase goes.
export const readAnew = async (index, { query, ranks, exact }, numbers, limit) => {
  const first = numbers.slice(0, limit + READ_BEYOND)
  const documents = await Promise.all(first.map(index.document))
  const phrases = query.phrases.map(([from, to]) => query.words.slice(from, to))
  const kept = new Map()
  first.forEach((number, at) => {
    const [, title, , , , lead, facts, names, related] = documents[at]
    const titles = [title, ...names, ...related]
    const texts = [...titles, lead, facts]
    if (!phrases.every(phrase => says(texts, phrase)) || query.excluded.some(phrase => says(texts, phrase))) return
    const claimed = exact.has(number) && !isOneOf(titles, query) ? NOT_EXACT : 0
    kept.set(number, ranks.get(number) - claimed + nearness(title, [lead, facts, ...names], query))
  })
  return [...[...kept.keys()].sort(inOrder(kept)), ...numbers.slice(limit + READ_BEYOND)]
}
