// The files of the search index: fetched once, looked up by key. generator/output/search/blocks.py writes them.
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
const VALUES = new Uint8Array(128)
for (let at = 0; at < DIGITS.length; at++) VALUES[DIGITS.charCodeAt(at)] = at
const NAME = 7
const CHUNK_NAME = 4
const MOST_BLOCKS = 3
const SEGMENTS = ["", "-moi"] // the ends of tables' names: what stands there for long, and what is new
const MOST_NEIGHBOURS = 400
export const PLACE_BITS = 3 // below each number of a list of titles
const MOST_WAIT = 20_000 // ms

// A file named by its content is gone: the site was published anew, and its directory must be read again.
export class Outdated extends Error {}

// Numbers one behind the other: base 32, low digits first, a digit of 32 or more says that more follows.
const numbers = (text, found) => {
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

// The numbers of a list, given as steps from one to the next, each with what stands below it in so many bits.
const ascending = (steps, bits) => {
  const found = []
  let number = 0
  numbers(steps, value => {
    number += value >> bits
    found.push((number << bits) | (value & ((1 << bits) - 1)))
  })
  return found
}

const LISTS = [["titles", PLACE_BITS], ["leads", 0], ["facts", 0]]

// A line's key, how many kinds of lists it has, and its accented forms.
const read = line => {
  const [key, told, ...parts] = line.split("\t")
  const counts = told.replace(/\++$/, "")
  const forms = counts.split(",").map((count, form) => {
    const [name, ...steps] = parts.slice(4 * form, 4 * form + 4)
    const lists = LISTS.map(([list, bits], at) => [list, ascending(steps[at], bits)])
    return { form: name || key, count: Number(count), ...Object.fromEntries(lists) }
  })
  return { key, listed: LISTS.length - (told.length - counts.length), forms }
}

const inOne = (a, b) => (a.length && b.length ? [...a, ...b].sort((x, y) => x - y) : a.length ? a : b)

const sumOf = (all, value) => all.reduce((sum, one) => sum + value(one), 0)

// The lines of a key in all segments as if they were one: the most frequent form first, its documents in order, and of
// a key that stands in more than `most` documents no facts, or neither leads nor facts.
const entry = (lines, most) => {
  const parts = lines.map(read)
  const byName = new Map()
  for (const one of parts.flatMap(({ forms }) => forms)) {
    const other = byName.get(one.form)
    const lists = other ? LISTS.map(([list]) => [list, inOne(other[list], one[list])]) : []
    byName.set(one.form, { ...one, count: one.count + (other?.count ?? 0), ...Object.fromEntries(lists) })
  }
  const forms = [...byName.values()].sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1))
  const count = sumOf(forms, form => form.count)
  const wanted = count <= most ? 3 : sumOf(forms, ({ titles, leads }) => titles.length + leads.length) <= most ? 2 : 1
  const listed = Math.min(wanted, ...parts.map(part => part.listed))
  for (const form of forms) LISTS.slice(listed).forEach(([list]) => { form[list] = [] })
  return { key: parts[0].key, count, partial: listed < LISTS.length, forms }
}

// The index below an address: rejects when the directory cannot be read.
export const openIndex = async (base, cache = "no-cache") => {
  const directory = await fetched(base + "muc.json", cache)
  const tables = {}
  for (const table of ["tu", "cap", "lan-can"].flatMap(name => SEGMENTS.map(end => name + end))) {
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

  // The blocks from one key to another in a segment, and the key that they end before when these are not all.
  const blocksOf = async (table, first, last) => {
    const { keys, names } = tables[table]
    const reading = []
    const end = Math.min(placeOf(keys, last), placeOf(keys, first) + MOST_BLOCKS - 1)
    if (!names) return { blocks: [] }
    for (let at = placeOf(keys, first); at <= end; at++) reading.push(file(`${table}/${named(names, at, NAME)}.txt`))
    return { blocks: await Promise.all(reading), until: end < placeOf(keys, last) ? keys[end + 1] : undefined }
  }

  const ofSegments = (table, first, last) => Promise.all(SEGMENTS.map(end => blocksOf(table + end, first, last)))

  // The lines of a key.
  const linesOf = async (table, key) => {
    const lines = []
    for (const { blocks: [block = ""] } of await ofSegments(table, key, key)) {
      const at = block.indexOf(`\n${key}\t`)
      if (at >= 0) lines.push(block.slice(at + 1, block.indexOf("\n", at + 1)))
    }
    return lines
  }

  return {
    directory,
    // What stands under a key („tu": words, „cap": pairs), or null.
    one: async (table, key) => {
      const lines = await linesOf(table, key)
      return lines.length ? entry(lines, directory.most) : null
    },
    // What stands under the keys that begin so, as far as all segments are read.
    beginning: async (table, start) => {
      const found = new Map()
      const segments = await ofSegments(table, start, start + "\uffff")
      for (const block of segments.flatMap(({ blocks }) => blocks)) {
        let at = block.indexOf("\n" + start)
        while (at >= 0 && block.startsWith(start, at + 1)) {
          const end = block.indexOf("\n", at + 1)
          const line = block.slice(at + 1, end)
          const key = line.slice(0, line.indexOf("\t"))
          found.set(key, [...(found.get(key) ?? []), line])
          at = end
        }
      }
      const isRead = key => segments.every(({ until }) => until === undefined || key < until)
      return [...found.keys()].filter(isRead).sort().map(key => entry(found.get(key), directory.most))
    },
    // The words behind a word and those before it, each with its count.
    neighbours: async word => {
      const lines = (await linesOf("lan-can", word)).map(line => line.split("\t"))
      return { behind: added(lines.map(([, behind]) => behind)), before: added(lines.map(([, , before]) => before)) }
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
      const parts = await Promise.all(directory.facets.map(name => file(`loc/${name}.json`)))
      parts.forEach((part, at) => {
        const found = []
        let number = at * directory.perFacets - 1
        numbers(part.kinds, value => {
          number += 1 + Math.floor(value / directory.kinds.length)
          kinds[number] = value % directory.kinds.length
          found.push(number)
        })
        let place = 0
        numbers(part.provinces, value => { provinces[found[place++]] = part.sets[value] })
      })
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

// Counts of several segments in one, the greatest first.
const added = texts => {
  const sums = new Map()
  for (const [word, count] of texts.flatMap(text => [...counts(text)])) sums.set(word, (sums.get(word) ?? 0) + count)
  const inOrder = texts.length > 1 ? [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)) : [...sums]
  return new Map(inOrder.slice(0, MOST_NEIGHBOURS))
}
