// Tables inside .sap-xep are sorted in place by the links in their heads (.xep): first as the page that the link
// leads to has them, then the other way round, then as this page came. Without JavaScript the links lead there.
(() => {
  "use strict";

  const collator = new Intl.Collator("vi", { numeric: true });
  const EMPTY = /^(?:[-–—]|(?:chưa|không) rõ)?$/i;
  const NUMBER = /^(?:hạng|thứ|tốp)?\s*([-−+]?\d[\d.]*(?:,\d+)?)(?![\d/])/i;

  /** What a cell says, without source marks and remarks; data-gia-tri holds the number where the text misleads. */
  function textOf(cell) {
    if (!cell) return "";
    const told = cell.querySelector("[data-gia-tri]");
    if (told) return told.dataset.giaTri.replace(".", ",");
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".nguon, .can-cu, .phu").forEach((remark) => remark.remove());
    return copy.textContent.trim().replace(/\s+/g, " ");
  }

  /** „1.131" → 1131, „0,8002" → 0.8002, „hạng 5/63" → 5; null for what is no number. */
  function numberOf(text) {
    const match = NUMBER.exec(text) ?? /^(?:hạng |tốp )?(\d+)(?=\/\d+$)/.exec(text);
    return match && Number(match[1].replaceAll(".", "").replace(",", ".").replace("−", "-"));
  }

  /** The rows by one column, and by name where it is alike; those without a value come last both ways. */
  function sorted(rows, column, direction) {
    const entries = rows.map((row) => ({ row, name: textOf(row.cells[0]), text: textOf(row.cells[column]) }));
    const byName = (a, b) => collator.compare(a.name, b.name);
    const told = entries.filter(({ text }) => !EMPTY.test(text));
    const numbers = told.every(({ text }) => numberOf(text) !== null);
    const byValue = (a, b) => (numbers ? numberOf(a.text) - numberOf(b.text) : collator.compare(a.text, b.text));
    told.sort((a, b) => direction * byValue(a, b) || byName(a, b));
    const empty = entries.filter(({ text }) => EMPTY.test(text)).sort(byName);
    return [...told, ...empty].map(({ row }) => row);
  }

  function makeSortable(table, say) {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    const body = table.tBodies[0];
    if (!body) return;
    const came = { rows: [...body.rows], marks: heads.map((head) => head.getAttribute("aria-sort")) };

    /** Puts rows in their places and marks the heads; the words tell a screen reader. */
    function show(rows, marks, words) {
      body.append(...rows);
      heads.forEach((head, column) => {
        if (marks[column]) head.setAttribute("aria-sort", marks[column]);
        else head.removeAttribute("aria-sort");
      });
      say(words);
    }

    heads.forEach((head, column) => {
      const link = head.querySelector("a.xep");
      link?.addEventListener("click", (event) => {
        if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        const first = link.dataset.giam ? "descending" : "ascending";
        const second = link.dataset.giam ? "ascending" : "descending";
        const next = { [first]: second, [second]: null }[head.getAttribute("aria-sort")];
        if (next === null) {
          show(came.rows, came.marks, "Đã xếp lại như ban đầu.");
          return;
        }
        const mark = next ?? first;
        const rows = sorted(came.rows, column, mark === "ascending" ? 1 : -1);
        const ways = column ? ["từ thấp lên cao", "từ cao xuống thấp"] : ["từ A đến Y", "từ Y đến A"];
        const words = ways[mark === "ascending" ? 0 : 1];
        show(rows, heads.map((other) => (other === head ? mark : null)), `Đã xếp theo ${link.dataset.theo}, ${words}.`);
      });
    });
  }

  document.querySelectorAll(".sap-xep").forEach((region) => {
    const status = document.createElement("p");
    status.className = "an";
    status.setAttribute("role", "status");
    region.after(status);
    region.querySelectorAll("table").forEach((table) => makeSortable(table, (words) => (status.textContent = words)));
  });
})();
