// Search over the static index: open(address) gives an engine, engine.search(text, options) an answer.
import { answering, readAnew } from "./answering.js"
import { openIndex, Outdated } from "./blocks.js"
import { excerpt, holdsAll, markTitle, otherName } from "./reading.js"

const KEPT = 8

const itemOf = (directory, document, query) => {
  const [address, title, kind, date, provinces, lead, facts, others] = document
  const names = new Map(directory.provinces)
  const inTitle = lead && !query.phrases.length && holdsAll(title, query)
  return {
    address,
    title: markTitle(title, query),
    kind,
    kindName: new Map(directory.kinds).get(kind) ?? "",
    provinces: provinces.map(slug => [slug, names.get(slug) ?? slug]),
    date,
    excerpt: [...(otherName(title, others, query) ?? []), ...excerpt(inTitle ? [lead] : [lead, facts], query)],
  }
}

// What is chosen by province, year and kind; null where nothing is and nothing is to be counted.
const choiceOf = async (index, { tinh, nam, loai, facets }) => {
  if (!(facets || tinh || nam || loai)) return null
  const { choiceAmong } = await import("./facets.js")
  return choiceAmong(index.directory, { tinh, nam, loai }, facets || tinh || loai ? await index.facets() : null)
}

// An engine for the site at an address; rejects when the directory of its index cannot be read.
export const open = async base => {
  const address = new URL("tim-kiem/chi-muc/", base).href
  let index = await openIndex(address)
  let kept = new Map()

  const results = (text, typing) => {
    const key = `${typing}${text}`
    if (!kept.has(key)) {
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value)
      const finding = answering(index, text, typing)
      finding.catch(() => kept.delete(key))
      kept.set(key, finding)
    }
    return kept.get(key)
  }

  const answer = async (text, options) => {
    const { limit = 10, offset = 0, sap = "dung-nhat", typing = false } = options
    const result = await results(text, typing)
    if (!result) {
      return { query: text, total: 0, atLeast: false, items: [], facets: null, corrected: "", shown: "query" }
    }
    const choice = await choiceOf(index, options)
    const chosen = choice ? choice.filtered(result.numbers) : result.numbers
    const numbers = sap === "moi-nhat" ? [...chosen].sort((a, b) => b - a) : await readAnew(index, result, chosen, limit)
    const documents = await Promise.all(numbers.slice(offset, offset + limit).map(index.document))
    return {
      query: text,
      total: numbers.length,
      atLeast: result.partial,
      items: documents.map(document => itemOf(index.directory, document, result.query)),
      facets: options.facets ? choice.counted(result.numbers) : null,
      corrected: result.corrected,
      shown: result.shown,
    }
  }

  return {
    search: async (text, options = {}) => {
      try {
        return await answer(text, options)
      } catch (problem) {
        if (!(problem instanceof Outdated)) throw problem
        index = await openIndex(address, "reload")
        kept = new Map()
        return answer(text, options)
      }
    },
  }
}
