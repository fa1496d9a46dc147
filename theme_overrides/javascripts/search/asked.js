// Runs while the page is read: the field holds the query of the address before a reader can type, and what was
// typed first stays. `da-hoi` keeps the room of the results from the first paint on.
(() => {
  const field = document.getElementById("tim-gi")
  const status = document.getElementById("tim-dem")
  field.value ||= new URLSearchParams(location.search).get("q") ?? ""
  if (field.value.trim()) {
    document.documentElement.classList.add("da-hoi")
    status.textContent = "Đang tìm…"
  }

  // When a module cannot be loaded, none of them runs.
  addEventListener("error", ({ target }) => {
    if (target.type !== "module") return
    const again = document.createElement("a")
    again.href = location.href
    again.textContent = "Tải lại trang"
    status.replaceChildren("Chưa tải được công cụ tìm kiếm. ", again, ".")
    document.documentElement.classList.add("da-xong")
  }, true)
})()
