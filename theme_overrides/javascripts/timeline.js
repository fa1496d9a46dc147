// Filters the timeline by year, province and kind at once; the choice stands in the address.
// A page of one year, province or kind narrows its own rows. The overview, which holds only the latest, takes the rows
// from whichever of those pages is the smallest that has them all (docs/decisions/0013).
(() => {
  "use strict";

  const form = document.querySelector("form.loc");
  if (!form) return;
  const fields = [...form.querySelectorAll("select")];
  const status = document.querySelector(".so-muc [role=status]");
  const reset = document.querySelector(".bo-loc");
  const newest = document.getElementById("moi-nhat");
  const results = document.getElementById("ket-qua");
  const untouched = status.textContent;
  const overview = new URL(form.getAttribute("action"), location.href);
  const shelves = { nam: "", tinh: "tinh/", loai: "loai/" };
  const fetched = new Map();
  let latest = 0;

  const words = (text) => new Set((text ?? "").split(" "));

  /** A timeline's rows by year and month, with what they can be filtered by. */
  function read(list) {
    const years = [...list.querySelectorAll(".nam")].map((element) => ({
      element,
      year: element.dataset.nam,
      months: [...element.querySelectorAll(".thang")].map((month) => ({
        element: month,
        rows: [...month.querySelectorAll("li")].map((row) => {
          const { tinh, loai } = row.querySelector(".khi").dataset;
          return { element: row, tinh: words(tinh), loai: words(loai) };
        }),
      })),
    }));
    return { list, years };
  }

  /** Shows what fits the choice and hides the rest; gives how many rows are shown. */
  function narrow({ list, years }, chosen) {
    let count = 0;
    for (const { element, year, months } of years) {
      const before = count;
      const wanted = !chosen.nam || chosen.nam === year;
      for (const month of months) {
        const start = count;
        for (const row of month.rows) {
          const fits = wanted && (!chosen.tinh || row.tinh.has(chosen.tinh)) && (!chosen.loai || row.loai.has(chosen.loai));
          if (row.element.hidden === fits) row.element.hidden = !fits;
          if (fits) count += 1;
        }
        month.element.hidden = count === start;
      }
      element.hidden = count === before;
    }
    list.classList.toggle("da-loc", Object.values(chosen).some(Boolean));
    return count;
  }

  /** The page of one of the choices with the fewest rows. */
  function shelf(chosen) {
    const [field] = fields
      .filter((each) => chosen[each.name])
      .sort((a, b) => a.selectedOptions[0].dataset.so - b.selectedOptions[0].dataset.so);
    return new URL(`${shelves[field.name]}${field.value}/${query({ ...chosen, [field.name]: "" })}`, overview);
  }

  /** The timeline of another page, its links made whole. */
  async function load(path) {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    const list = new DOMParser().parseFromString(await response.text(), "text/html").querySelector(".lich");
    list.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
    list.querySelectorAll("a[href]").forEach((link) => {
      link.href = new URL(link.getAttribute("href"), response.url).href;
    });
    return read(document.adoptNode(list));
  }

  function fromShelf(url) {
    if (!fetched.has(url.pathname)) fetched.set(url.pathname, load(url.pathname));
    return fetched.get(url.pathname);
  }

  function choice() {
    return Object.fromEntries(fields.map((field) => [field.name, field.value]));
  }

  function query(chosen) {
    const parameters = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    return String(parameters) && `?${parameters}`;
  }

  function announce(count, chosen) {
    const told = fields.filter((field) => chosen[field.name]).map(({ name, selectedOptions: [{ text }] }) =>
      name === "loai" ? text.toLowerCase() : text,
    );
    const page = results ? [] : [untouched.slice(untouched.indexOf(",") + 2)];
    status.textContent = told.length ? [`${count.toLocaleString("vi")} mục`, ...page, ...told].join(", ") : untouched;
  }

  /** Brings the page in line with the fields. */
  async function show() {
    const turn = (latest += 1);
    const chosen = choice();
    const some = fields.some((field) => field.value);
    fields.forEach((field) => field.classList.toggle("dang-loc", field.value !== ""));
    reset.hidden = !some;
    document.querySelectorAll("a.giu-loc").forEach((link) => {
      link.search = query(chosen);
    });
    if (!results) {
      announce(narrow(here, chosen), chosen);
      return;
    }
    if (some) {
      const url = shelf(chosen);
      try {
        const taken = await fromShelf(url);
        if (turn !== latest) return;
        const count = narrow(taken, chosen);
        if (results.firstChild !== taken.list) results.replaceChildren(taken.list);
        announce(count, chosen);
      } catch {
        if (turn === latest) location.assign(url);
        return;
      }
    } else {
      announce(0, chosen);
    }
    newest.hidden = some;
    results.hidden = !some;
  }

  /** Carries out what the reader chose: first what is on the screen. */
  function change() {
    history.pushState(null, "", `${location.pathname}${query(choice())}`);
    form.parentElement.classList.add("dang-doi");
    requestAnimationFrame(() => setTimeout(() => form.parentElement.classList.remove("dang-doi")));
    show();
  }

  /** Sets the fields as the address says. */
  function follow() {
    const parameters = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = parameters.get(field.name) ?? "";
      if (field.selectedIndex < 0) field.value = "";
    }
    if (!here || (!location.search && !here.list.classList.contains("da-loc"))) return show();
    // Drawn anew instead of moved: nothing that a reader looks at jumps.
    here.list.hidden = true;
    here.list.getBoundingClientRect();
    here.list.hidden = false;
    return show();
  }

  const here = results ? null : read(document.querySelector(".lich"));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", change);
  reset.addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
    fields[0].focus();
    change();
  });
  addEventListener("popstate", follow);
  follow();
})();
