// The filters of the search page: native fields with the counts of an answer, and the way to none.
import { FILTERS } from "./address.js"

const FACETS = ["tinh", "nam", "loai"]

export const filters = (box, changed) => {
  const fields = Object.fromEntries(FILTERS.map(name => [name, box.querySelector(`[name=${name}]`)]))
  const chosenWords = box.querySelector("summary span")
  const reset = box.querySelector("button")
  const names = new Map()
  let values = Object.fromEntries(FILTERS.map(name => [name, ""]))

  const nameOf = name => names.get(`${name} ${values[name]}`) ?? values[name]
  const words = () => FACETS.filter(name => values[name]).map(nameOf)

  const drawField = (name, counts) => {
    const field = fields[name]
    const options = counts.map(([key, text, count]) => {
      names.set(`${name} ${key}`, text)
      return new Option(`${text} (${count.toLocaleString("vi")})`, key)
    })
    if (values[name] && !counts.some(([key]) => key === values[name])) {
      options.push(new Option(`${nameOf(name)} (0)`, values[name]))
    }
    field.replaceChildren(field.options[0], ...options)
  }

  const draw = ({ total, facets }) => {
    for (const name of facets ? FACETS : []) drawField(name, facets[name])
    for (const name of FILTERS) {
      fields[name].value = values[name]
      fields[name].classList.toggle("dang-loc", values[name] !== "")
    }
    const told = words()
    chosenWords.textContent = told.length ? `: ${told.join(", ")}` : ""
    reset.parentElement.hidden = !told.length
    box.hidden = !total && !told.length
  }

  const set = next => {
    values = Object.fromEntries(FILTERS.map(name => [name, next[name] ?? ""]))
    if (values.sap !== "moi-nhat") values.sap = ""
  }

  const clear = () => set({ sap: values.sap })

  box.addEventListener("change", event => {
    set({ ...values, [event.target.name]: event.target.value })
    changed()
  })
  reset.addEventListener("click", () => {
    clear()
    fields.tinh.focus()
    changed()
  })

  // Folded on a phone, where the results need the room; open beside them elsewhere.
  const wide = matchMedia("(min-width: 45em)")
  const unfold = () => { box.open = wide.matches }
  wide.addEventListener("change", unfold)
  unfold()

  return {
    chosen: () => ({ ...values }),
    asked: () => ({ ...Object.fromEntries(FACETS.map(name => [name, values[name] || null])), sap: values.sap || "dung-nhat" }),
    set,
    clear,
    draw,
    isOn: () => FACETS.some(name => values[name]),
    hide: () => { box.hidden = true },
    words,
  }
}
