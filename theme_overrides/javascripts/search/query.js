// What a reader typed: words in their order, phrases in quotation marks, what a minus excludes.
import { BEFORE_NAM, bare, words } from "./words.js"

const PIECE = /-?["“”„]([^"“”„]*)["“”„]|[^\s"“”„]+/g
const MOST_WORDS = 30

// „năm" goes where a year follows it: also where only its first digits are typed, or none.
const withoutHalfYear = found => {
  const last = found.length - 1
  const at = /^\d{1,3}$/.test(found[last]) ? last - 1 : last
  const isYear = at > 0 && (found[at] === "năm" || (found[at] === "nam" && !BEFORE_NAM.includes(bare(found[at - 1]))))
  return isYear ? found.filter((_, place) => place !== at) : found
}

// {words, bare, phrases: [[from, to]], excluded: [words], ends: the last word is typed to its end}
export const parse = text => {
  const query = { words: [], bare: [], phrases: [], excluded: [], ends: /[\s"“”„]$/.test(text) }
  let plain = []
  const take = found => {
    const from = query.words.length
    query.words.push(...found.slice(0, MOST_WORDS - from))
    return [from, query.words.length]
  }
  const takePlain = () => {
    take(words(plain.join(" ")))
    plain = []
  }
  for (const piece of text.normalize("NFC").matchAll(PIECE)) {
    const quoted = piece[1] !== undefined
    const alone = piece.index === 0 || /\s/.test(text.normalize("NFC")[piece.index - 1])
    const minus = alone && piece[0].startsWith("-")
    const said = quoted ? piece[1] : piece[0]
    if (minus && words(said).length) {
      query.excluded.push(words(said))
    } else if (quoted) {
      takePlain()
      const range = take(words(said))
      if (range[0] < range[1]) query.phrases.push(range)
    } else {
      plain.push(said)
    }
  }
  takePlain()
  if (!query.phrases.length && !query.ends) query.words = withoutHalfYear(query.words)
  query.bare = query.words.map(bare)
  return query
}

const marks = new Map()
const lettersOf = word => {
  if (!marks.has(word)) {
    const letters = []
    for (const char of word.normalize("NFD")) {
      if (/\p{M}/u.test(char)) letters[letters.length - 1]?.push(char)
      else letters.push(char === "đ" ? ["d", "đ"] : [char])
    }
    marks.set(word, letters)
  }
  return marks.get(word)
}

// How well a typed word fits an accented one of the same letters: 1 as typed, less where accents are left out or wrong.
export const fit = (typed, form) => {
  if (form.startsWith(typed)) return 1
  const wanted = lettersOf(typed)
  const given = lettersOf(form)
  const bareTyped = wanted.every(letter => letter.length === 1)
  if (bareTyped) return 0.9
  const left = wanted.every((letter, at) => letter.every(part => given[at]?.includes(part)))
  return left ? 0.85 : 0.4
}

// The query with its abbreviations spelled out; null if it has none. `abbreviations`: [words, words in full] pairs.
export const spelledOut = (query, abbreviations) => {
  if (query.phrases.length) return null
  const full = []
  let changed = false
  for (let at = 0; at < query.words.length; ) {
    const match = abbreviations.find(([short]) => words(short).every((word, place) => bare(word) === query.bare[at + place]))
    full.push(...(match ? words(match[1]) : [query.words[at]]))
    at += match ? words(match[0]).length : 1
    changed ||= Boolean(match)
  }
  return changed ? { ...query, words: full.slice(0, MOST_WORDS), bare: full.slice(0, MOST_WORDS).map(bare) } : null
}
