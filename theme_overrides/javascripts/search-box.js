// The search field in the head of every page. Until it has the focus nothing of search is loaded; without this script,
// or when anything fails, it is a plain form that leads to the search page.
(() => {
  const ENGINE = ["engine", "answering", "blocks", "board", "query", "ranking", "reading", "words"]
  const MODULES = ["box", "ask", "results", ...ENGINE]
  const scripts = document.currentScript.src
  const field = document.getElementById("tim-o-dau")
  let loading

  // The page that searches has its own.
  const addLink = (path, attributes) => {
    const { href } = new URL(path, scripts)
    if (!document.getElementById("tim-dem")) document.head.append(Object.assign(document.createElement("link"), { href, ...attributes }))
  }

  // All files at once, so that none waits until another has named it; the style beside the first blocks of the index.
  const load = () => {
    if (loading) return
    addLink("../tim-kiem/chi-muc/muc.json", { rel: "preload", as: "fetch", crossOrigin: "anonymous" })
    const modules = MODULES.map(name => import(new URL(`search/${name}.js`, scripts)))
    loading = Promise.all(modules).then(([box]) => {
      addLink("../stylesheets/search.css", { rel: "stylesheet" })
      box.start(field)
    })
    loading.catch(() => { loading = undefined })
  }
  field.addEventListener("focus", load)
  if (document.activeElement === field) load()

  // „/" leads to the field of the page that searches, to that in the head, or, where it has no room, to that page.
  const WRITTEN_IN = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])"
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.isComposing || event.target.closest?.(WRITTEN_IN) || document.querySelector("dialog[open]")) return
    event.preventDefault()
    const wanted = [document.getElementById("tim-gi"), field].find(each => each?.getClientRects().length)
    if (!wanted) return document.querySelector(".dau__tim-nut").click()
    wanted.focus()
    wanted.select()
  })
})()
