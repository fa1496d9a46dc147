// The search page: what is typed, its address and its answers go together (DOM contract in templates/search.md.jinja).
import { asked, follow, keep, settle, settleHere } from "./address.js"
import { PAUSE, QUIET, base, questions, typed, warm } from "./ask.js"
import { filters } from "./filters.js"
import { FAILED, SEARCHING, element, quoted, row, shownOf, summary } from "./results.js"

const STEP = 10

const root = document.documentElement
const field = document.getElementById("tim-gi")
const status = document.getElementById("tim-dem")
const note = document.getElementById("tim-tin")
const list = document.getElementById("tim-ket-qua")
const more = document.getElementById("tim-them")
const browse = document.querySelector(".tim-duyet")
const ask = questions()
const filter = filters(document.getElementById("tim-loc"), () => decide())
let waiting, saying

const state = () => ({ q: field.value.trim(), ...filter.chosen() })

const say = (words, delay = 0) => {
  clearTimeout(saying)
  if (delay) saying = setTimeout(say, delay, words)
  else if (status.textContent !== words) status.textContent = words
}

// Drawn anew instead of moved: nothing that a reader looks at jumps.
const redraw = part => {
  part.hidden = true
  part.getBoundingClientRect()
  part.hidden = false
}

const link = text => {
  const made = element("a", "", text)
  made.href = `?${new URLSearchParams({ q: text })}`
  made.addEventListener("click", event => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    field.value = text
    field.focus()
    decide()
  })
  return made
}

const button = (words, act) => {
  const made = element("button", "", words)
  made.type = "button"
  made.addEventListener("click", act)
  return made
}

const waysOn = text => {
  const ways = element("ul")
  if (filter.words().length) {
    const drop = button("Bỏ lọc", () => { filter.clear(); field.focus(); decide() })
    ways.append(element("li", "", drop, " để tìm trong mọi trang."))
  }
  const fewer = text.split(/\s+/).slice(0, -1).join(" ")
  if (fewer) ways.append(element("li", "", "Thử ít từ hơn: ", link(fewer), "."))
  ways.append(element("li", "", "Thử tên tỉnh, số văn bản hay tên chương trình; có dấu hay không dấu đều được."))
  ways.append(element("li", "", "Hoặc duyệt theo các danh sách dưới đây."))
  return ways
}

const draw = (text, answer) => {
  const back = note.contains(document.activeElement)
  root.classList.add("da-xong")
  filter.draw(answer)
  note.replaceChildren()
  if (!answer.total) note.append(waysOn(text))
  else if (answer.corrected && answer.shown === "query") {
    note.append(element("p", "", "Bạn muốn tìm “", link(answer.corrected), "”?"))
  }
  list.replaceChildren(...answer.items.map(item => row(item, base)))
  more.hidden = answer.items.length >= answer.total
  redraw(browse)
  if (back) (list.querySelector("a") ?? field).focus()
}

const fail = again => {
  const back = note.contains(document.activeElement)
  root.classList.add("da-xong")
  filter.hide()
  list.replaceChildren()
  more.hidden = true
  note.replaceChildren(element("p", "", "Có thể mạng đang chậm hay bị ngắt. ", button("Thử lại", again)))
  if (back) note.querySelector("button").focus()
  say(FAILED)
}

// As many as were shown, ten at a time as they came; counted for the filters only where one is chosen, whose name is
// needed: on a slow net the results come first.
const answerFor = async (text, typing, shown) => {
  const options = { limit: STEP, ...filter.asked(), typing }
  const answer = await ask(text, { ...options, offset: 0, facets: filter.isOn() })
  while (answer && answer.items.length < Math.min(shown, answer.total)) {
    const next = await ask(text, { ...options, offset: answer.items.length, facets: false })
    if (!next?.items.length) return next && answer
    answer.items.push(...next.items)
  }
  return answer
}

const count = async typing => {
  const answer = await ask(field.value, { limit: STEP, offset: 0, ...filter.asked(), facets: true, typing }).catch(() => null)
  if (answer) filter.draw(answer)
}

const show = async ({ typing = false, shown = STEP, top = 0, delay = 0 } = {}) => {
  clearTimeout(waiting)
  const text = field.value.trim()
  root.classList.toggle("da-hoi", text !== "")
  say(text && SEARCHING)
  let answer
  try {
    answer = await answerFor(field.value, typing, shown)
  } catch {
    fail(() => show({ typing, shown }))
    return
  }
  if (!answer) {
    if (!text) list.replaceChildren()
    return
  }
  draw(text, answer)
  say(summary(text, answer, filter.words()), delay)
  if (top) scrollTo(0, top)
  if (answer.total && !answer.facets) count(typing)
}

// What the reader has decided: Enter, a filter, a suggestion.
const decide = () => {
  settle(state())
  show()
}

// Ever the text of the field and nothing but it, so that an input method may compose as long as it likes.
const typing = event => {
  clearTimeout(waiting)
  const byKey = typed(event)
  const act = () => {
    follow(state())
    show({ typing: true, delay: byKey ? QUIET : 0 })
  }
  root.classList.toggle("da-hoi", field.value.trim() !== "")
  say(field.value.trim() && SEARCHING)
  if (byKey) waiting = setTimeout(act, PAUSE)
  else act()
}

const showMore = async () => {
  const shown = list.children.length
  const options = { limit: STEP, offset: shown, ...filter.asked(), facets: false, typing: Boolean(history.state?.typing) }
  let answer
  try {
    answer = await ask(field.value, options)
  } catch {
    say(FAILED)
    return
  }
  if (!answer) return
  list.append(...answer.items.map(item => row(item, base)))
  const now = list.children.length
  more.hidden = now >= answer.total || !answer.items.length
  keep({ shown: now })
  redraw(browse)
  say(shownOf(now, answer))
  list.children[shown]?.querySelector("a").focus({ preventScroll: true })
}

const restore = () => {
  const { typing, shown, top } = history.state ?? {}
  settleHere()
  show({ typing, shown, top })
}

field.form.addEventListener("submit", event => {
  event.preventDefault()
  decide()
})
field.addEventListener("input", typing)
list.addEventListener("click", () => keep({ top: scrollY }))
more.querySelector("button").addEventListener("click", showMore)
document.querySelector(".dau__tim-nut")?.addEventListener("click", event => {
  event.preventDefault()
  field.focus()
  field.select()
})
addEventListener("popstate", () => {
  const wanted = asked()
  const now = state()
  if (Object.keys(now).every(name => now[name] === wanted[name])) return // only the fragment changed
  field.value = wanted.q
  filter.set(wanted)
  restore()
})

filter.set(asked())
if (field.value.trim() === asked().q) restore()
else typing(new Event("input")) // typed before this script was here
warm()
