// Searches the pages in the browser: every word of the query, with or without diacritics.
(() => {
  const SHOWN = 30
  const WEIGHTS = { tinh: 3, "su-kien": 1.5, "bai-viet": 1.5, "van-ban": 1.5, "dong-thoi-gian": 0.3 }
  const form = document.querySelector(".tim-lon")
  const field = document.getElementById("tim-gi")
  const count = document.getElementById("tim-dem")
  const list = document.getElementById("tim-ket-qua")
  const base = new URL(JSON.parse(document.getElementById("__config").textContent).base + "/", location.href)
  let sections

  const fold = text =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase()
  const ENTITIES = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" }
  const plain = html =>
    html.replace(/<[^>]*>/g, " ").replace(/&(lt|gt|amp|quot|#39);/g, (_, name) => ENTITIES[name]).replace(/\s+/g, " ").trim()
  const load = () => {
    sections ??= fetch(new URL("search/search_index.json", base))
      .then(answer => answer.json())
      .then(index => index.docs.map(({ location, title, text }) => {
        const words = plain(text)
        return { location, title: plain(title), words, inTitle: fold(plain(title)), inText: fold(words) }
      }))
    sections.catch(() => { sections = undefined })
    return sections
  }

  const score = (section, words, phrase) => {
    let sum = section.location.includes("#") ? 0 : 2
    if (section.inTitle === phrase) sum += 30
    else if (section.inTitle.includes(phrase)) sum += 20
    else if (section.inText.includes(phrase)) sum += 8
    for (const word of words) {
      if (section.inTitle.includes(word)) sum += 4
      else if (section.inText.includes(word)) sum += 1
      else return 0
    }
    return sum * (WEIGHTS[section.location.split("/")[0]] ?? 1)
  }

  const excerpt = (section, phrase, words) => {
    const at = Math.max(0, [phrase, ...words].map(w => section.inText.indexOf(w)).find(i => i >= 0) ?? 0)
    const from = at > 60 ? section.words.indexOf(" ", at - 60) + 1 : 0
    const text = section.words.slice(from, from + 180).trim()
    return (from ? "… " : "") + text + (from + 180 < section.words.length ? " …" : "")
  }

  const row = (section, phrase, words) => {
    const item = document.createElement("li")
    const link = document.createElement("a")
    link.href = new URL(section.location, base)
    link.textContent = section.title
    const text = document.createElement("p")
    text.className = "phu"
    text.textContent = excerpt(section, phrase, words)
    item.append(link, text)
    return item
  }

  const search = async query => {
    const phrase = fold(query.trim().replace(/\s+/g, " "))
    if (!phrase) {
      list.replaceChildren()
      count.textContent = ""
      return
    }
    count.textContent = "Đang tìm…"
    let found
    try {
      const words = phrase.split(" ")
      found = (await load())
        .map(section => [score(section, words, phrase), section])
        .filter(([points]) => points)
        .sort(([a], [b]) => b - a)
      const pages = new Set()
      found = found.filter(([, { location }]) => {
        const [page] = location.split("#")
        return !pages.has(page) && pages.add(page)
      })
      list.replaceChildren(...found.slice(0, SHOWN).map(([, section]) => row(section, phrase, words)))
    } catch {
      count.textContent = "Chưa tải được dữ liệu tìm kiếm. Hãy thử lại sau."
      return
    }
    count.textContent = found.length
      ? `${found.length} kết quả cho “${query}”` + (found.length > SHOWN ? `, hiện ${SHOWN} kết quả đầu` : "")
      : `Không có kết quả cho “${query}”. Thử ít từ hơn, hoặc tên tỉnh, số văn bản.`
  }

  const asked = () => new URLSearchParams(location.search).get("q") ?? ""
  form.addEventListener("submit", event => {
    event.preventDefault()
    history.pushState(null, "", "?" + new URLSearchParams({ q: field.value }))
    search(field.value)
  })
  window.addEventListener("popstate", () => {
    field.value = asked()
    search(field.value)
  })
  field.value = asked()
  search(field.value)
})()
