// Below articles, events and provinces: copy the address, keep the page in this browser, print it.
// On „Trang đã lưu": the list of what was kept. Nothing leaves the browser.
(() => {
  "use strict";

  const KEPT = "trang-da-luu";

  const isPage = (kept) => /^\/(?!\/)/.test(kept?.path) && typeof kept.title === "string";

  /** The pages kept, newest first; what is no such list counts as none. */
  function kept() {
    try {
      const pages = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
      return Array.isArray(pages) ? pages.filter(isPage) : [];
    } catch {
      return [];
    }
  }

  /** Whether the browser took it: storage may be full or forbidden. */
  function keep(pages) {
    try {
      localStorage.setItem(KEPT, JSON.stringify(pages));
      return true;
    } catch {
      return false;
    }
  }

  const here = location.pathname;
  const isKept = () => kept().some((page) => page.path === here);

  async function copy() {
    const address = document.querySelector("link[rel=canonical]")?.href ?? location.href;
    try {
      await navigator.clipboard.writeText(address);
      return "Đã chép liên kết.";
    } catch {
      return `Trình duyệt không cho chép. Liên kết: ${address}`;
    }
  }

  function toggle() {
    const others = kept().filter((page) => page.path !== here);
    if (isKept()) return keep(others) ? "Đã bỏ lưu trang này." : "Trình duyệt không cho sửa danh sách.";
    const title = document.querySelector("h1")?.textContent.trim() ?? document.title;
    return keep([{ path: here, title }, ...others]) ? "Đã lưu trang này vào trình duyệt." : "Trình duyệt không cho lưu.";
  }

  const bar = document.querySelector(".chia-se");
  if (bar) {
    const told = bar.querySelector("[role=status]");
    const buttons = Object.fromEntries([...bar.querySelectorAll("button")].map((b) => [b.dataset.viec, b]));
    const show = () => buttons.luu.setAttribute("aria-pressed", String(isKept()));
    buttons.chep.addEventListener("click", async () => (told.textContent = await copy()));
    buttons.luu.addEventListener("click", () => {
      told.textContent = toggle();
      show();
    });
    buttons.in.addEventListener("click", () => print());
    addEventListener("pageshow", show);
    addEventListener("storage", show);
    show();
    bar.classList.add("san-sang");
  }

  const list = document.getElementById("da-luu");
  if (list) {
    const none = document.createElement("p");
    none.tabIndex = -1;
    none.textContent = "Bạn chưa lưu trang nào. Cuối mỗi bài viết, sự kiện, tỉnh, thành có nút “Lưu trang”.";

    function item({ path, title }) {
      const row = document.createElement("li");
      const link = document.createElement("a");
      const drop = document.createElement("button");
      link.href = new URL(path, location.origin).href;
      link.textContent = title;
      drop.type = "button";
      drop.textContent = "Bỏ lưu";
      drop.setAttribute("aria-label", `Bỏ lưu: ${title}`);
      drop.addEventListener("click", () => {
        const after = row.nextElementSibling ?? row.previousElementSibling;
        keep(kept().filter((page) => page.path !== path));
        row.remove();
        if (after) after.querySelector("button").focus();
        else {
          fill();
          none.focus();
        }
      });
      row.append(link, " ", drop);
      return row;
    }

    function fill() {
      const rows = document.createElement("ul");
      rows.append(...kept().map(item));
      list.replaceChildren(rows.children.length ? rows : none);
    }
    fill();
  }
})();
