// The files of the search index: fetched once, looked up by key. generator/output/search/blocks.py writes them.
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
const VALUES = new Uint8Array(128)
for (let at = 0; at < DIGITS.length; at++) VALUES[DIGITS.charCodeAt(at)] = at
const NAME = 7
const CHUNK_NAME = 4
const MOST_BLOCKS = 3
const MOST_WAIT = 20_000 // ms

// A file named by its content is gone: the site was published anew, and its directory must be read again.
export class Outdated extends Error {}

// Numbers one behind the other: base 32, low digits first, a digit of 32 or more says that more follows.
export const numbers = (text, found) => {
  let value = 0
  let shift = 0
  for (let at = 0; at < text.length; at++) {
    const digit = VALUES[text.charCodeAt(at)]
    value |= (digit & 31) << shift
    if (digit & 32) {
      shift += 5
    } else {
      found(value)
      value = shift = 0
    }
  }
}

// A net that hangs is one that fails: the reader can then try again.
const fetched = async (address, cache) => {
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(), MOST_WAIT)
  try {
    const answer = await fetch(address, { cache, signal: waiting.signal })
    if (answer.status === 404) throw new Outdated(address)
    if (!answer.ok) throw new Error(`${answer.status} ${address}`)
    return await answer[address.endsWith(".json") ? "json" : "text"]()
  } finally {
    clearTimeout(timer)
  }
}

// The last place whose key is not after the wanted one.
const placeOf = (keys, wanted) => {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[middle] <= wanted) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

const named = (names, at, length) => names.slice(at * length, (at + 1) * length)

const entry = line => {
  const [key, count, ...parts] = line.split("\t")
  const forms = []
  for (let at = 0; at < parts.length; at += 4) {
    forms.push({ form: parts[at] || key, titles: parts[at + 1], leads: parts[at + 2], facts: parts[at + 3] })
  }
  return { key, count: parseInt(count), partial: count.endsWith("+"), forms }
}

// The index below an address: rejects when the directory cannot be read.
export const openIndex = async (base, cache = "no-cache") => {
  const directory = await fetched(base + "muc.json", cache)
  const tables = {}
  for (const table of ["tu", "cap", "lan-can"]) {
    const [keys, names] = directory[table]
    tables[table] = { keys: keys.split("\n"), names }
  }
  const held = new Map()

  const file = path => {
    if (!held.has(path)) {
      const reading = fetched(base + path, "default")
      reading.catch(() => held.delete(path))
      held.set(path, reading)
    }
    return held.get(path)
  }

  const blocksOf = (table, first, last) => {
    const { keys, names } = tables[table]
    const reading = []
    const end = Math.min(placeOf(keys, last), placeOf(keys, first) + MOST_BLOCKS - 1)
    if (!names) return Promise.resolve([])
    for (let at = placeOf(keys, first); at <= end; at++) reading.push(file(`${table}/${named(names, at, NAME)}.txt`))
    return Promise.all(reading)
  }

  const lineOf = async (table, key) => {
    const [block] = await blocksOf(table, key, key)
    const at = block ? block.indexOf(`\n${key}\t`) : -1
    return at < 0 ? null : block.slice(at + 1, block.indexOf("\n", at + 1))
  }

  return {
    directory,
    // What stands under a key („tu": words, „cap": pairs), or null.
    one: async (table, key) => {
      const line = await lineOf(table, key)
      return line && entry(line)
    },
    // What stands under the keys that begin so.
    beginning: async (table, start) => {
      const found = []
      for (const block of await blocksOf(table, start, start + "\uffff")) {
        let at = block.indexOf("\n" + start)
        while (at >= 0 && block.startsWith(start, at + 1)) {
          const end = block.indexOf("\n", at + 1)
          found.push(entry(block.slice(at + 1, end)))
          at = end
        }
      }
      return found
    },
    // The words behind a word and those before it, each with its count.
    neighbours: async word => {
      const [, behind, before] = (await lineOf("lan-can", word))?.split("\t") ?? []
      return { behind: counts(behind), before: counts(before) }
    },
    // Every word, with its count.
    vocabulary: async () => counts(await file(`tu-vung/${directory.vocabulary}.txt`)),
    document: async number => {
      const chunk = Math.floor(number / directory.perChunk)
      const name = named(directory.chunks, chunk, CHUNK_NAME)
      return (await file(`trang/${chunk}-${name}.json`))[number % directory.perChunk]
    },
    // Kind and provinces of every document, as places in the directory's lists.
    facets: async () => {
      const kinds = []
      const provinces = []
      const parts = directory.facets.map(name => file(`loc/${name}.json`))
      for (const { sets, values } of await Promise.all(parts)) {
        let kind = -1
        numbers(values, value => {
          if (kind < 0) {
            kind = value
          } else {
            kinds.push(kind)
            provinces.push(sets[value])
            kind = -1
          }
        })
      }
      return { kinds, provinces }
    },
  }
}

const counts = (text = "") => {
  const found = new Map()
  const parts = text ? text.split(" ") : []
  for (let at = 0; at < parts.length; at += 2) found.set(parts[at], Number(parts[at + 1]))
  return found
}
