// The state of the search page, as its address tells it.
export const FILTERS = ["tinh", "nam", "loai", "sap"]

export const asked = () => {
  const parameters = new URLSearchParams(location.search)
  return Object.fromEntries(["q", ...FILTERS].map(name => [name, (parameters.get(name) ?? "").trim()]))
}

const address = state => {
  const parameters = new URLSearchParams(Object.entries(state).filter(([, value]) => value))
  return location.pathname + (String(parameters) && `?${parameters}`)
}

const here = () => location.pathname + location.search
let settled = here()

// A browser may refuse changes that come too often; the page goes on without them.
const write = (method, url, state) => {
  try { history[method](state, "", url) } catch { /* the address follows with the next change */ }
}

// As the reader types: the same entry of the history, which says that the last word may be unfinished.
export const follow = state => write("replaceState", address(state), { typing: true })

// The reader's decision: an entry of its own, and the one before it as it was before the typing.
export const settle = state => {
  const url = address(state)
  if (url === settled) {
    write("replaceState", url, null)
    return
  }
  if (here() !== settled) write("replaceState", settled, null)
  write("pushState", url, null)
  settled = url
}

// What stands in the address becomes the reader's decision.
export const settleHere = () => { settled = here() }

// What brings the reader back to the same place: how many results are shown, and how far the page is scrolled.
export const keep = place => write("replaceState", here(), { ...history.state, ...place })
