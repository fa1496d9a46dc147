// Text size and contrast as the reader chose them. Loaded in the head and at once, so that no page changes after it shows.
(() => {
  const root = document.documentElement
  const names = ["co-chu", "tuong-phan"]
  const stored = name => {
    try { return localStorage.getItem(name) || "" } catch { return "" }
  }
  const apply = (name, value) => {
    if (value) root.setAttribute(`data-${name}`, value)
    else root.removeAttribute(`data-${name}`)
  }
  for (const name of names) apply(name, stored(name))

  // Material keeps the colours of the device from the first page on, and stops where a browser forbids storage.
  // Here only the colours that the reader chose are kept; all others follow the device.
  const { __md_get: read, __md_set: write } = window
  let chosen = false
  document.addEventListener("change", event => { chosen ||= event.target.name === "__palette" }, true)
  if (read && write) {
    window.__md_get = (...asked) => {
      try { return read(...asked) } catch { return null }
    }
    window.__md_set = (name, ...rest) => {
      try { if (chosen || name !== "__palette") write(name, ...rest) } catch { /* the choice lasts for this page */ }
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const menu = document.querySelector("[data-hien-thi]")
    if (!menu) return
    for (const name of names) {
      const chosen = menu.querySelector(`input[name="${name}"][value="${stored(name)}"]`)
      if (chosen) chosen.checked = true
    }
    menu.classList.add("san-sang")
    menu.addEventListener("change", event => {
      const { name, value } = event.target
      apply(name, value)
      try { localStorage.setItem(name, value) } catch { /* the choice lasts for this page */ }
    })
    for (const open of document.querySelectorAll(".dau__mo")) {
      const close = () => { open.open = false }
      document.addEventListener("click", event => { if (!open.contains(event.target)) close() })
      open.addEventListener("keydown", event => {
        if (event.key !== "Escape" || !open.open) return
        close()
        open.querySelector("summary").focus()
      })
    }
  })

  // Material fetches a sitemap beside whatever link[rel=alternate] leads to; a blank keeps the meaning and not the match.
  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll("link[rel=alternate]")) link.rel = "alternate "
  })
})()
