// Texts of found documents: how well they answer in full, and the parts to show with the matches marked.
import { bare, words } from "./words.js"
import { fit } from "./query.js"

const TOKEN = /[\p{L}\p{M}\p{N}]+/gu
const SHOWN = 180
const RIGHT = 0.8

const tokensOf = text => [...text.matchAll(TOKEN)].map(token => ({
  from: token.index,
  to: token.index + token[0].length,
  words: words(token[0]).map(word => [bare(word), word]),
}))

// Which of the query's words a token of a text is, or -1.
const matcher = (query, strict) => token => {
  for (const [plain, word] of token.words) {
    const at = query.bare.findIndex((wanted, place) => {
      const last = place === query.bare.length - 1 && query.unfinished
      return (last ? plain.startsWith(wanted) : plain === wanted) && (!strict || fit(query.words[place], word) >= RIGHT)
    })
    if (at >= 0) return at
  }
  return -1
}

// Tokens that match, only those beside others where there are such.
const matches = (tokens, match, length) => {
  const found = tokens.map(match)
  const beside = found.map((at, place) => at >= 0 && ((found[place - 1] ?? -1) >= 0 || (found[place + 1] ?? -1) >= 0))
  const runs = length > 1 && beside.some(Boolean)
  return found.map((at, place) => (at >= 0 && (!runs || beside[place]) ? at : -1))
}

const marked = (text, tokens, found, from, to) => {
  const parts = []
  let at = from
  tokens.forEach((token, place) => {
    if (found[place] < 0 || token.from < from || token.to > to) return
    const last = parts[parts.length - 1]
    const between = text.slice(at, token.from)
    if (last && last[1] && /^\s*$/.test(between)) {
      last[0] += between + text.slice(token.from, token.to)
    } else {
      if (between) parts.push([between, false])
      parts.push([text.slice(token.from, token.to), true])
    }
    at = token.to
  })
  if (at < to) parts.push([text.slice(at, to), false])
  return parts
}

// The window with most of the query's words, in the order of the query rather than in another.
const bestWindow = (tokens, found) => {
  let best = { worth: 0, from: 0 }
  tokens.forEach((start, place) => {
    if (found[place] < 0) return
    const kinds = new Set()
    const ordered = new Set()
    for (let at = place; at < tokens.length && tokens[at].to - start.from <= SHOWN * 0.8; at++) {
      if (found[at] < 0) continue
      kinds.add(found[at])
      if (at > place && found[at - 1] === found[at] - 1) ordered.add(found[at])
    }
    const worth = kinds.size + 0.5 * ordered.size
    if (worth > best.worth) best = { worth, from: start.from }
  })
  return best
}

// [text, is a match] pairs of a title.
export const markTitle = (title, query) => {
  const tokens = tokensOf(title)
  return marked(title, tokens, matches(tokens, matcher(query, true), query.bare.length), 0, title.length)
}

// [text, is a match] pairs of the part of the texts that holds most of the query; the first text where none does.
export const excerpt = (texts, query) => {
  let best = null
  for (const text of texts.filter(Boolean)) {
    const tokens = tokensOf(text)
    let found = matches(tokens, matcher(query, true), query.bare.length)
    if (!found.some(at => at >= 0)) found = matches(tokens, matcher(query, false), query.bare.length)
    const { worth, from } = bestWindow(tokens, found)
    if (!best || worth > best.worth) best = { worth, from, text, tokens, found }
  }
  if (!best) return []
  const { text, tokens, found } = best
  const fits = text.length <= SHOWN
  const start = fits ? 0 : tokens.find(token => token.from >= Math.min(best.from - 50, text.length - SHOWN))?.from ?? 0
  const from = start > 3 ? start : 0
  const beyond = tokens.findIndex(token => token.to > from + SHOWN)
  const to = fits || beyond < 0 ? text.length : tokens[Math.max(0, beyond - 1)].to
  const parts = marked(text, tokens, found, from, to)
  if (from > 0) parts.unshift(["… ", false])
  if (to < text.length) parts.push([" …", false])
  return parts
}

const spanOf = (text, wanted) => {
  const last = new Map()
  let span = Infinity
  text.forEach((word, at) => {
    if (!wanted.has(word)) return
    last.set(word, at)
    if (last.size === wanted.size) span = Math.min(span, at - Math.min(...last.values()) + 1)
  })
  return span
}

// The first of a page's other names that holds the whole query, with the matches marked; none if its title does.
export const otherName = (title, names, query) => {
  const name = holdsAll(title, query) ? undefined : names.find(other => holdsAll(other, query))
  return name && [["Còn gọi: ", false], ...markTitle(name, query), [". ", false]]
}

// What the whole texts add to a document's rank: words near each other, and a title that says little else.
export const nearness = (title, texts, query) => {
  const wanted = new Set(query.bare)
  const inTitle = words(title).map(bare)
  const span = spanOf(inTitle, wanted)
  if (span < Infinity) return (0.3 * wanted.size) / inTitle.length + (0.6 * wanted.size) / span
  const best = Math.min(...texts.map(text => spanOf(words(text).map(bare), wanted)))
  return (0.2 * wanted.size) / Math.max(best, wanted.size)
}

// Whether the query is one of these names, or begins it while it is typed.
export const isOneOf = (names, query) => {
  const wanted = query.bare.join(" ")
  return names.some(name => {
    const given = words(name).map(bare).join(" ")
    return given === wanted || (query.unfinished && given.startsWith(wanted))
  })
}

// Whether a text holds every word of the query.
export const holdsAll = (text, query) => {
  const held = words(text).map(bare)
  return query.bare.every((wanted, at) =>
    held.some(word => (query.unfinished && at === query.bare.length - 1 ? word.startsWith(wanted) : word === wanted)))
}

// Whether one of the texts holds these words one behind the other; accents count as far as they are typed.
export const says = (texts, wanted) => {
  const plain = wanted.map(bare)
  const standsAt = (held, at) => wanted.every((word, place) => bare(held[at + place] ?? "") === plain[place] && fit(word, held[at + place]) >= RIGHT)
  return texts.some(text => {
    const held = words(text)
    return held.some((_, at) => standsAt(held, at))
  })
}
