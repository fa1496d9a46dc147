// Filters the timeline by year, province and kind at once; the choice stands in the address.
// A page that holds every row of what it is the page of narrows its own rows. One that does not (the overview; a long
// list, which is cut by year) takes the rows from a page of one of the values that does (docs/decisions/0013).
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
  const own = { ...form.dataset };
  const shelves = { tinh: "tinh/", loai: "loai/", nam: "" };
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

  /** The page of one value of a filter. */
  function pageOf(name, value) {
    return new URL(`${shelves[name]}${value}/`, overview);
  }

  /** The timeline of another page, its links made whole, and the ways to the pages below it. */
  async function load(path) {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const [list, below] = [".lich", ".phan-duoi"].map((part) => adopted(page.querySelector(part), response.url));
    const heading = below?.querySelector("h2");
    if (heading) heading.textContent = `${page.querySelector("h1").textContent}, ${heading.textContent.toLowerCase()}`;
    const whole = !page.getElementById("moi-nhat");
    return { ...read(list), below, whole, own: { ...page.querySelector("form.loc").dataset } };
  }

  function adopted(part, address) {
    if (!part) return null;
    part.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
    part.querySelectorAll("a[href]").forEach((link) => {
      link.href = new URL(link.getAttribute("href"), address).href;
    });
    return document.adoptNode(part);
  }

  function timeline(url) {
    if (!fetched.has(url.pathname)) fetched.set(url.pathname, load(url.pathname));
    return fetched.get(url.pathname);
  }

  /** A timeline that holds every row of what is wanted; where none does, the first that holds some of them. */
  async function holding(wanted) {
    let first;
    for (const name of Object.keys(shelves).filter((each) => wanted[each])) {
      const url = pageOf(name, wanted[name]);
      const every = await timeline(url);
      const year = wanted.nam && name !== "nam" ? new URL(`nam/${wanted.nam}/`, url) : null;
      const found = every.whole || !year ? every : await wayTo(every, year);
      if (found.whole) return found;
      first ??= found;
    }
    return first;
  }

  /** The timeline at one of the ways below another; nothing if there is none. */
  function wayTo(every, url) {
    const known = [...every.below.querySelectorAll("a")].some((way) => way.pathname === url.pathname);
    return known ? timeline(url) : { list: document.createElement("div"), years: [], whole: true };
  }

  function choice() {
    return Object.fromEntries(fields.map((field) => [field.name, field.value]));
  }

  function query(chosen) {
    const parameters = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    return String(parameters) && `?${parameters}`;
  }

  function announce(count, chosen, { whole, years } = { whole: true }) {
    const told = fields.filter((field) => chosen[field.name]).map(({ name, selectedOptions: [{ text }] }) =>
      name === "loai" ? text.toLowerCase() : text,
    );
    const page = Object.keys(own).length ? [untouched.slice(untouched.indexOf(",") + 2)] : [];
    const some = years?.length ? `${count} mục trong phần mới nhất` : "Nhiều mục, xem từng tháng";
    const amount = whole ? `${count.toLocaleString("vi")} mục` : some;
    status.textContent = told.length ? [amount, ...page, ...told].join(", ") : untouched;
  }

  /** Shows the rows of another page, and below them, if it does not hold all, its ways to the rest. */
  function put({ list, below, whole, own: held }, wanted) {
    const rest = Object.entries(wanted).filter(([name]) => !held || !(name in held));
    below?.querySelectorAll("a").forEach((link) => {
      link.search = query(Object.fromEntries(rest));
    });
    if (results.firstChild !== list) results.replaceChildren(...[list, whole ? null : below].filter(Boolean));
  }

  /** Brings the page in line with the fields. */
  async function show() {
    const turn = (latest += 1);
    const chosen = choice();
    const some = fields.some((field) => field.value);
    fields.forEach((field) => field.classList.toggle("dang-loc", field.value !== ""));
    reset.hidden = !some;
    document.querySelectorAll("a.giu-loc, .phan-duoi a").forEach((link) => {
      link.search = query(chosen);
    });
    if (!results) {
      announce(narrow(here, chosen), chosen);
      return;
    }
    if (some) {
      const wanted = { ...own, ...chosen };
      try {
        const taken = await holding(wanted);
        if (turn !== latest) return;
        const count = narrow(taken, wanted);
        put(taken, wanted);
        announce(count, chosen, taken);
      } catch {
        const name = fields.find((field) => field.value).name;
        if (turn === latest) location.assign(pageOf(name, wanted[name]).href + query({ ...wanted, [name]: "" }));
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
