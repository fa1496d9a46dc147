// The five best answers below the search field in the head of every page (ARIA 1.2 combobox with a list).
import { PAUSE, QUIET, base, questions, typed, warm } from "./ask.js"
import { FAILED, SEARCHING, about, counted, element, marked, quoted } from "./results.js"

const SHOWN = 5
const SLOW = 400 // ms before it is said that an answer takes its time

export const start = field => {
  const ask = questions()
  const list = element("ul", "tim-nhanh__ds")
  const note = element("p", "tim-nhanh__tin")
  const panel = element("div", "tim-nhanh", note, list)
  const status = element("span", "an")
  let active = -1
  let waiting, saying, slow

  const options = () => [...list.children]
  const isOpen = () => !panel.hidden

  const say = (words, delay) => {
    clearTimeout(saying)
    saying = setTimeout(() => { status.textContent = words }, delay)
  }

  const point = place => {
    active = place
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === place)))
    const option = options()[place]
    if (!option) field.removeAttribute("aria-activedescendant")
    else {
      field.setAttribute("aria-activedescendant", option.id)
      option.scrollIntoView({ block: "nearest" })
    }
  }

  const close = () => {
    panel.hidden = true
    field.setAttribute("aria-expanded", "false")
    point(-1)
  }

  const open = () => {
    panel.hidden = false
    field.setAttribute("aria-expanded", String(list.children.length > 0))
  }

  // What the reader has pointed at stays so, as long as it is among the answers.
  const show = (words, rows) => {
    const pointedAt = options()[active]?.dataset.href
    note.textContent = words
    note.hidden = !words
    list.replaceChildren(...rows)
    list.hidden = !rows.length
    point(rows.findIndex(row => row.dataset.href === pointedAt))
    open()
  }

  const option = (href, ...children) => {
    const made = element("li", "", ...children)
    made.setAttribute("role", "option")
    made.setAttribute("aria-selected", "false")
    made.dataset.href = href
    return made
  }

  const rows = (text, answer) => {
    const found = answer.items.map(item =>
      option(new URL(item.address, base).href, element("span", "", ...marked(item.title)), element("span", "phu", about(item))))
    const all = new URL(field.form.action)
    all.search = new URLSearchParams({ q: text })
    const made = [...found, option(all.href, `Xem tất cả kết quả cho ${quoted(text)}`)]
    made.forEach((row, place) => { row.id = `tim-nhanh-${place}` })
    return made
  }

  const draw = (text, answer, delay) => {
    if (!answer.total) {
      const words = `Không có kết quả cho ${quoted(text)}.`
      show(words, [])
      say(words, delay)
      return
    }
    const other = answer.shown === "corrected" ? `Không có ${quoted(text)}; đây là kết quả cho ${quoted(answer.corrected)}.` : ""
    show(other, rows(text, answer))
    say(`${other} ${counted(answer)}, ${answer.items.length} kết quả đầu trong danh sách; chọn bằng phím mũi tên.`.trim(), delay)
  }

  const search = async delay => {
    const text = field.value.trim()
    clearTimeout(slow)
    if (!text) {
      ask("")
      close()
      say("", 0)
      return
    }
    slow = setTimeout(() => { if (document.activeElement === field) show(SEARCHING, []) }, SLOW)
    let answer
    try {
      answer = await ask(field.value, { limit: SHOWN, offset: 0, tinh: null, nam: null, loai: null, sap: "dung-nhat", facets: false, typing: true })
    } catch {
      clearTimeout(slow)
      show(`${FAILED} Nhấn Enter để thử ở trang tìm kiếm.`, [])
      say(FAILED, 0)
      return
    }
    if (!answer) return
    clearTimeout(slow)
    if (document.activeElement === field) draw(text, answer, delay)
  }

  const input = event => {
    clearTimeout(waiting)
    if (typed(event) && field.value.trim()) waiting = setTimeout(search, PAUSE, QUIET)
    else search(0)
  }

  const move = step => {
    const count = options().length
    if (!count) return
    if (!isOpen()) open()
    point(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count)
  }

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => location.assign(options()[active].dataset.href),
    Escape: close,
  }

  field.addEventListener("keydown", event => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const idle = { ArrowDown: !options().length, ArrowUp: !options().length, Enter: active < 0, Escape: !isOpen() }
    if (idle[event.key] !== false) return
    event.preventDefault()
    keys[event.key]()
  })
  field.addEventListener("input", input)
  field.addEventListener("focus", () => { if (field.value.trim()) search(0) })
  field.addEventListener("blur", () => {
    clearTimeout(waiting)
    clearTimeout(slow)
    close()
  })

  // The focus stays in the field while the pointer is on the list.
  panel.addEventListener("mousedown", event => event.preventDefault())
  list.addEventListener("click", event => {
    const href = event.target.closest("[role=option]")?.dataset.href
    if (!href) return
    if (event.ctrlKey || event.metaKey || event.shiftKey) window.open(href)
    else location.assign(href)
  })

  panel.hidden = true
  list.id = "tim-nhanh"
  list.setAttribute("role", "listbox")
  list.setAttribute("aria-label", "Kết quả nhanh")
  status.setAttribute("role", "status")
  field.form.append(panel, status)
  field.setAttribute("role", "combobox")
  field.setAttribute("aria-autocomplete", "list")
  field.setAttribute("aria-expanded", "false")
  field.setAttribute("aria-controls", list.id)
  warm()
  if (field.value.trim() && document.activeElement === field) search(0)
}
