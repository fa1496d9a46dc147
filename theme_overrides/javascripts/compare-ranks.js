// Lets the reader choose up to four provinces on /chi-so/…/so-sanh/ and draws their ranks from the cells of the page's
// table of all provinces. Which ranks may be joined is decided there (data-noi); the frame is the one the page came with.
(() => {
  "use strict";

  const region = document.querySelector(".so-sanh");
  if (!region) return;
  const LABEL_HEIGHT = 14;
  const most = Number(region.dataset.toiDa);
  const form = region.querySelector("form");
  const select = form.querySelector("select");
  const status = region.querySelector("[role=status]");
  const chart = region.querySelector("figure > svg");
  const description = chart.querySelector("desc");
  const legend = region.querySelector(".chu-giai");
  const table = region.querySelector("table");
  const slots = [...table.tBodies[0].rows].map((row) => row.cells[0].textContent.trim().replace(/\s+/g, " "));
  const [left, top, right, bottom] = chart.dataset.khung.split(" ").map(Number);
  // A style each (form and dash), taken from the legend of a chart of four that the page holds ready.
  const keys = [...region.querySelector("template").content.querySelectorAll(".khoa")];
  const units = new Map([...document.querySelectorAll("[data-don-vi]")].map((mark) => [mark.dataset.donVi, unit(mark)]));
  const ready = [...units.values()]
    .filter(({ mark }) => mark.dataset.san)
    .sort((a, b) => a.mark.dataset.san - b.mark.dataset.san)
    .map(({ id }) => id);

  function unit(mark) {
    const [head, ...cells] = mark.closest("tr").cells;
    const points = cells.flatMap((cell, slot) =>
      [...cell.querySelectorAll("[data-hang]")].map((told) => ({
        slot,
        rank: Number(told.dataset.hang),
        hollow: Boolean(told.dataset.rong),
        joined: told.dataset.noi,
        words: told.textContent,
        source: sourceAfter(told),
      })),
    );
    return { id: mark.dataset.donVi, name: mark.dataset.ten, label: mark.textContent, mark, cells, points, head };
  }

  function sourceAfter(told) {
    let next = told.nextElementSibling;
    while (next && !next.matches("a.nguon")) next = next.nextElementSibling;
    return next;
  }

  /** The chosen units of the address: by their own id, or all that bear a name; null when it names none. */
  function asked() {
    const wanted = new URLSearchParams(location.search).getAll("tinh");
    if (!wanted.length) return null;
    const found = wanted.flatMap((id) =>
      units.has(id) ? [id] : [...units.values()].filter(({ name }) => name === id).map((other) => other.id),
    );
    return [...new Set(found)];
  }

  function make(name, attributes, ...children) {
    const element = document.createElementNS(chart.namespaceURI, name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  }

  const x = (slot) => left + ((slot + 0.5) * (right - left)) / slots.length;
  const y = (rank, worst) => top + ((rank - 1) / (worst - 1)) * (bottom - top);

  /** The last rank of the axis: rounded up, no further than the longest table. */
  function axisEnd(points) {
    const worst = Math.max(5, ...points.map(({ rank }) => rank));
    const rounded = worst <= 20 ? Math.ceil(worst / 5) * 5 : Math.ceil(worst / 10) * 10;
    return Math.max(worst, Math.min(rounded, Number(chart.dataset.cuoi) || rounded));
  }

  function axis(worst) {
    const step = worst <= 5 ? 1 : worst <= 20 ? 5 : worst <= 40 ? 10 : 20;
    const ranks = [1];
    for (let rank = Math.max(step, 2); rank <= worst; rank += step) ranks.push(rank);
    const title = make("text", { class: "chu phu", x: 0, y: top - 16 }, "Hạng");
    return [title].concat(ranks.flatMap((rank) => {
      const at = y(rank, worst);
      return [
        make("line", { class: "luoi", x1: left, x2: right, y1: at, y2: at }),
        make("text", { class: "chu phu", x: left - 8, y: at + 4, "text-anchor": "end" }, rank),
      ];
    }));
  }

  function line(unit, style, worst) {
    return unit.points
      .filter(({ joined }) => joined !== undefined)
      .map((point) => {
        const before = unit.points.find(({ slot }) => slot === Number(point.joined));
        const joining = keys[style].querySelector(".duong").cloneNode();
        const ends = { x1: x(before.slot), y1: y(before.rank, worst), x2: x(point.slot), y2: y(point.rank, worst) };
        Object.entries(ends).forEach(([key, value]) => joining.setAttribute(key, value));
        return joining;
      });
  }

  /** A point that leads to the paragraph that tells it. */
  function markers(unit, style, worst) {
    return unit.points.map(({ slot, rank, hollow, words, source }) => {
      const form = keys[style].querySelector(".diem").cloneNode();
      if (hollow) {
        form.classList.add("rong");
        form.removeAttribute("fill");
      }
      form.setAttribute("transform", `translate(${x(slot)} ${y(rank, worst)})`);
      const title = make("title", {}, `${unit.label}, ${slots[slot]}: hạng ${words}. Nguồn ${source.textContent}`);
      const reach = make("circle", { class: "cham", cx: x(slot), cy: y(rank, worst), r: 9 });
      return make("a", { href: source.href }, title, reach, form);
    });
  }

  function rankLabels(points, worst) {
    return slots.flatMap((_, slot) => {
      const ranks = new Set(points.filter((point) => point.slot === slot).map(({ rank }) => rank));
      let last = -Infinity;
      return [...ranks]
        .sort((a, b) => a - b)
        .map((rank) => {
          last = Math.max(y(rank, worst) + 4.5, last + LABEL_HEIGHT);
          return make("text", { class: "chu hang", x: x(slot) + 8, y: last, "text-anchor": "start" }, rank);
        });
    });
  }

  function drawChart(chosen) {
    const points = chosen.flatMap((unit) => unit.points);
    const worst = axisEnd(points);
    chart.querySelector(".truc").replaceChildren(...axis(worst));
    chart
      .querySelector(".ve")
      .replaceChildren(
        ...chosen.flatMap((unit, style) => line(unit, style, worst)),
        ...chosen.flatMap((unit, style) => markers(unit, style, worst)),
        ...rankLabels(points, worst),
      );
    description.textContent = chosen
      .map(({ label, points }) => `${label}: ${points.map((p) => `${slots[p.slot]} hạng ${p.words}`).join(", ")}.`)
      .join(" ");
  }

  function drawLegend(chosen) {
    legend.replaceChildren(
      ...chosen.map((unit, style) => {
        const item = document.createElement("li");
        const name = document.createElement("span");
        const remove = document.createElement("button");
        name.textContent = unit.label;
        remove.type = "button";
        remove.textContent = "Bỏ";
        remove.setAttribute("aria-label", `Bỏ ${unit.label}`);
        remove.addEventListener("click", () => {
          choose(shown.filter((id) => id !== unit.id), `Đã bỏ ${unit.label}.`);
          (legend.querySelectorAll("button")[style] ?? legend.querySelector("button:last-of-type") ?? select).focus();
        });
        item.append(keys[style].cloneNode(true), name, remove);
        return item;
      }),
    );
    if (chosen.some(({ points }) => points.some(({ hollow }) => hollow))) {
      const note = document.createElement("li");
      note.textContent = "○ hình rỗng: hạng tính ra hoặc suy ra";
      legend.append(note);
    }
  }

  /** The table beside the chart: the chosen units' own cells, source marks and all. */
  function drawTable(chosen) {
    const heads = chosen.map(({ label }) => {
      const head = document.createElement("th");
      head.textContent = label;
      return head;
    });
    [table.tHead.rows[0], ...table.tBodies[0].rows].forEach((row, number) => {
      const cells = number ? chosen.map(({ cells }) => cells[number - 1].cloneNode(true)) : heads;
      row.replaceChildren(row.cells[0], ...cells);
    });
  }

  let shown = [];

  function draw(ids) {
    shown = ids.slice(0, most);
    const chosen = shown.map((id) => units.get(id));
    drawChart(chosen);
    drawLegend(chosen);
    drawTable(chosen);
  }

  function say(words) {
    status.textContent = words;
  }

  const counted = () => (shown.length ? `Đang so sánh ${shown.length} nơi.` : "Chưa chọn nơi nào.");
  const TOO_MANY = `Chỉ so sánh được tới ${most} nơi. Hãy bỏ bớt một nơi trước khi thêm.`;

  function choose(ids, words) {
    const query = new URLSearchParams(ids.length ? ids.map((id) => ["tinh", id]) : [["tinh", ""]]);
    history.pushState(null, "", `?${query}`);
    draw(ids);
    say(`${words} ${counted()}`);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const added = units.get(select.value);
    if (!added) say("Hãy chọn một tỉnh, thành phố trong danh sách.");
    else if (shown.includes(added.id)) say(`${added.label} đã có trong biểu đồ.`);
    else if (shown.length >= most) say(TOO_MANY);
    else {
      choose([...shown, added.id], `Đã thêm ${added.label}.`);
      select.value = "";
    }
  });

  function follow() {
    const ids = asked();
    draw(ids ?? ready);
    if (ids) say(ids.length > most ? `${TOO_MANY} ${counted()}` : counted());
    else say(`Đang vẽ ${ready.length} nơi được nêu hạng nhiều kỳ nhất.`);
  }

  chart.setAttribute("role", "group");
  addEventListener("popstate", follow);
  follow();
})();
