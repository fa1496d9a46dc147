// A source mark opens the paragraph it leads to in place. Without this script, or when anything fails, it is a plain link.
(() => {
  const pages = new Map()
  let dialog, opener

  const paragraphOf = async link => {
    const url = new URL(link.href)
    const anchor = url.hash.slice(1)
    url.hash = ""
    if (url.href === location.href.split("#")[0]) return null
    if (!pages.has(url.href)) {
      const page = fetch(url).then(async answer => {
        if (!answer.ok) throw new Error(answer.statusText)
        return new DOMParser().parseFromString(await answer.text(), "text/html")
      })
      page.catch(() => pages.delete(url.href))
      pages.set(url.href, page)
    }
    const page = await pages.get(url.href)
    const paragraph = page.getElementById(anchor)
    if (!paragraph) return null
    for (const inner of paragraph.querySelectorAll("a[href]")) {
      inner.setAttribute("href", new URL(inner.getAttribute("href"), url).href)
    }
    return { title: page.querySelector("h1").textContent.trim(), paragraph, number: anchor.replace("doan-", "") }
  }

  const make = () => {
    dialog = document.createElement("dialog")
    dialog.className = "doan-nguon md-typeset"
    dialog.setAttribute("aria-labelledby", "doan-nguon-ten")
    dialog.innerHTML =
      '<p class="nhan" id="doan-nguon-ten"></p><p class="doan-nguon__chu"></p>' +
      '<p class="doan-nguon__loi"><a>Đọc trong bài tóm tắt</a> <button type="button">Đóng</button></p>'
    dialog.querySelector("button").addEventListener("click", () => dialog.close())
    dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close() })
    dialog.addEventListener("close", () => opener?.focus())
    document.body.append(dialog)
  }

  const show = async link => {
    const found = await paragraphOf(link)
    if (!found) return false
    if (!dialog) make()
    dialog.querySelector(".nhan").textContent = `${found.title}, đoạn ${found.number}`
    dialog.querySelector(".doan-nguon__chu").replaceChildren(...[...found.paragraph.childNodes].map(n => n.cloneNode(true)))
    dialog.querySelector(".doan-nguon__loi a").href = link.href
    opener = link
    dialog.showModal()
    return true
  }

  document.addEventListener("click", event => {
    const link = event.target.closest?.("a.nguon")
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (!link || !plain || typeof HTMLDialogElement !== "function") return
    const url = new URL(link.href)
    if (!url.hash.startsWith("#doan-") || url.pathname === location.pathname) return
    event.preventDefault()
    show(link).then(shown => { if (!shown) location.href = link.href }, () => { location.href = link.href })
  })
})()
