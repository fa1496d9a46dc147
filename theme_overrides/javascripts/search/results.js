// Answers in words and as elements. Texts of the index become text nodes, whatever they hold.
const LONGEST = 60
const MOST_PROVINCES = 3

export const element = (name, className, ...children) => {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}

// [text, is a match] pairs, the matches in <mark>.
export const marked = pieces => pieces.map(([text, match]) => (match ? element("mark", "", text) : text))

const places = ({ provinces }) => {
  const names = provinces.map(([, name]) => name)
  if (names.length <= MOST_PROVINCES) return names.join(", ")
  return `${names.slice(0, MOST_PROVINCES).join(", ")} và ${names.length - MOST_PROVINCES} nơi khác`
}

// „Sự kiện · Bắc Kạn · 10/10/2022"; a province's own name is not said again.
export const about = item => {
  const place = item.kind === "tinh" ? "" : places(item)
  return [item.kindName, place, item.date].filter(Boolean).join(" · ")
}

export const row = (item, base) => {
  const link = element("a", "", ...marked(item.title))
  link.href = new URL(item.address, base)
  const excerpt = item.excerpt.length ? [element("p", "trich", ...marked(item.excerpt))] : []
  return element("li", "", link, element("p", "phu", about(item)), ...excerpt)
}

export const SEARCHING = "Đang tìm…"
export const FAILED = "Chưa tải được dữ liệu tìm kiếm."

export const quoted = text => `“${text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text}”`

export const counted = ({ total, atLeast }) => `${atLeast ? "hơn " : ""}${total.toLocaleString("vi")} kết quả`

// „12 kết quả cho “bắc kạn”, Bắc Kạn, 2022", and what was done when the query as typed had none.
export const summary = (text, answer, filters) => {
  const within = filters.length ? `, ${filters.join(", ")}` : ""
  if (!answer.total) return `Không có kết quả cho ${quoted(text)}${within}.`
  if (answer.shown === "corrected") {
    return `Không có kết quả cho ${quoted(text)}; đang hiện ${counted(answer)} cho ${quoted(answer.corrected)}${within}.`
  }
  const words = counted(answer)
  return `${words[0].toUpperCase()}${words.slice(1)} cho ${quoted(text)}${within}.`
}

export const shownOf = (shown, answer) => `Đang hiện ${shown.toLocaleString("vi")} trong ${counted(answer)}.`
