// Turns the headers of tables inside .sap-xep into buttons that sort by their column:
// upwards, downwards, then the order the page came with. Without JavaScript the tables stay as they are.
(() => {
  "use strict";

  const collator = new Intl.Collator("vi", { numeric: true });
  const EMPTY = /^(?:[-–—]|(?:chưa|không) rõ)?$/i;
  const NUMBER = /^(?:hạng|thứ|tốp)?\s*([-−+]?\d[\d.]*(?:,\d+)?)(?![\d/])/i;
  const DATE = /^(?:ngày\s+|tháng\s+|năm\s+)?(?:(?:(\d{1,2})\/)?(\d{1,2})\/)?(\d{4})$/i;

  /** What a cell says, without source marks and remarks; data-gia-tri holds the size where scales differ. */
  function textOf(cell) {
    if (!cell) return "";
    const size = cell.querySelector("[data-gia-tri]");
    if (size) return size.dataset.giaTri.replace(".", ",");
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".nguon, .can-cu, .phu").forEach((remark) => remark.remove());
    return copy.textContent.trim().replace(/\s+/g, " ");
  }

  /** „1.131" → 1131, „0,8002" → 0.8002, „hạng 5/63" → 5; null for what is no number. */
  function numberOf(text) {
    const match = NUMBER.exec(text) ?? /^(?:hạng |tốp )?(\d+)(?=\/\d+$)/.exec(text);
    return match && Number(match[1].replaceAll(".", "").replace(",", ".").replace("−", "-"));
  }

  /** „10/10/2022" → 20221010, „4/2022" → 20220400; null for what is no date. */
  function dateOf(text) {
    const match = DATE.exec(text);
    return match && Number(match[3]) * 10000 + Number(match[2] ?? 0) * 100 + Number(match[1] ?? 0);
  }

  /** The rows by one column; those without a value come last both ways. */
  function sorted(rows, column, direction) {
    const told = [];
    const empty = [];
    for (const row of rows) {
      const text = textOf(row.cells[column]);
      if (EMPTY.test(text)) empty.push(row);
      else told.push({ row, text });
    }
    const key = [dateOf, numberOf].find((read) => told.every(({ text }) => read(text) !== null));
    const compare = key ? (a, b) => key(a.text) - key(b.text) : (a, b) => collator.compare(a.text, b.text);
    told.sort((a, b) => direction * compare(a, b));
    return [...told.map(({ row }) => row), ...empty];
  }

  function makeSortable(table) {
    const headers = [...(table.tHead?.rows[0]?.cells ?? [])];
    const body = table.tBodies[0];
    if (!body || body.rows.length < 2) return;
    const original = [...body.rows];

    headers.forEach((header, column) => {
      const told = original.some((row) => !EMPTY.test(textOf(row.cells[column])));
      if (!told || !header.textContent.trim() || header.querySelector("a, button")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener("click", () => {
        const next = { null: "ascending", ascending: "descending", descending: null }[header.getAttribute("aria-sort")];
        headers.forEach((other) => other.removeAttribute("aria-sort"));
        if (next) header.setAttribute("aria-sort", next);
        body.append(...(next ? sorted(original, column, next === "ascending" ? 1 : -1) : original));
      });
    });
  }

  document.querySelectorAll(".sap-xep table").forEach(makeSortable);
})();
