"use strict";
// Draws the timeline and the curves with uPlot, from the data in the page. Times on the timeline are
// seconds since its zero; how long something took is milliseconds.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { at, client, ms, why, reasons, left_out: leftOut } = data.points;
  if (at.length === 0) return;

  const FONT = "12px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
  const LANE = 18;
  const LANE_GAP = 10;
  const WINDOW = 23;
  const MOST_WINDOWS = 14;
  const MOST_LABEL_ROWS = 3;
  const isFar = (point) => data.sides[client[point]] === "far";
  const failed = (point) => why[point] >= 0;
  const all = at.map((_, point) => point);
  const dense = at.length > 2500;
  const fewClients = data.clients.length <= 8;

  const pen = document.createElement("canvas").getContext("2d");
  const widthOf = (text, bold = false) => {
    pen.font = (bold ? "600 " : "") + FONT;
    return pen.measureText(text).width;
  };
  const cut = (text, room, bold = false) => {
    if (widthOf(text, bold) <= room) return text;
    let end = text.length;
    while (end > 0 && widthOf(text.slice(0, end) + "…", bold) > room) end--;
    return end > 0 ? text.slice(0, end) + "…" : "";
  };

  /** The style sheet's colours, which follow the reader's light or dark. */
  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const of = (name) => style.getPropertyValue("--" + name).trim();
    return Object.fromEntries(
      ["page", "panel", "text", "muted", "rule", "near", "far", "held", "failed", "inconclusive",
        "held-tint", "failed-tint", "inconclusive-tint", "step", "active"].map((name) => [name, of(name)]));
  };
  let colour = colours();

  const time = (value) =>
    value >= 1000 ? +(value / 1000).toPrecision(3) + " s" : +value.toPrecision(3) + " ms";

  /** A logarithmic axis if the times differ much, else one that begins at zero. */
  const scaleOf = (times) => {
    let least = Infinity;
    let most = 0;
    for (const each of times) {
      least = Math.min(least, Math.max(each, 0.01));
      most = Math.max(most, each);
    }
    if (least > most) [least, most] = [1, 10];
    const logarithmic = most / least > 12;
    const nice = (value, up) => {
      const power = 10 ** Math.floor(Math.log10(value));
      const steps = [1, 2, 5, 10].map((step) => step * power);
      return up ? steps.find((step) => step >= value * 0.999) : steps.reverse().find((step) => step <= value * 1.001);
    };
    const low = logarithmic ? nice(least * 0.9, false) : 0;
    const high = logarithmic ? nice(most * 1.1, true) : most * 1.08;
    return {
      logarithmic,
      scale: logarithmic ? { distr: 3, log: 10, range: () => [low, high] } : { range: () => [low, high] },
      /** uPlot's own splits of a logarithmic axis begin anywhere; these are 1, 2, 5, or tens alone. */
      splits: logarithmic
        ? (plot, axis, from, to) => {
            const decades = Math.log10(to / from);
            const room = (plot.axes[axis].side % 2 ? plot.bbox.height : plot.bbox.width / 2) / devicePixelRatio;
            const steps = room / decades > 85 ? [1, 2, 5] : [1];
            const splits = [];
            for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to); power++) {
              for (const step of steps) {
                const split = +(step * 10 ** power).toPrecision(3);
                if (split >= from * 0.999 && split <= to * 1.001) splits.push(split);
              }
            }
            return splits;
          }
        : undefined,
    };
  };

  const axis = (more) => ({
    stroke: colour.muted,
    font: FONT,
    grid: { stroke: colour.rule, width: 1 },
    ticks: { stroke: colour.rule, width: 1, size: 5 },
    filter: (_, splits) => splits,
    ...more,
  });

  const at_ = (values) => (_, splits) => splits.map(values);

  /** A line of text in canvas pixels that reads left to right from x, or ends there. */
  const write = (ctx, text, x, y, colourOf, align = "left", bold = false) => {
    const ratio = devicePixelRatio;
    ctx.font = (bold ? "600 " : "") + FONT.replace("12px", 12 * ratio + "px");
    ctx.fillStyle = colourOf;
    ctx.textAlign = align;
    ctx.textBaseline = "middle";
    ctx.fillText(text, x, y);
  };

  // ---------------------------------------------------------------- the timeline
  const timeline = document.getElementById("timeline-chart");
  const pick = document.getElementById("pick");
  let picked = -1;
  let active = null;

  const lanes = reasons.map((reason, index) => ({ reason, index, count: why.filter((each) => each === index).length }));
  lanes.sort((one, other) => other.count - one.count);
  const laneOf = [];
  lanes.forEach((lane, row) => (laneOf[lane.index] = row));

  /** In which row each step's label stands, so that none lies upon another; numbers if names do not fit. */
  const labelRows = (room) => {
    const x = (seconds) => (seconds / data.length) * room;
    for (const label of [(mark) => mark.name, (_, index) => String(index + 1)]) {
      const ends = [];
      const labels = data.marks.map((mark, index) => {
        const text = cut(label(mark, index), room * 0.6, true);
        const width = widthOf(text, true) + 10;
        const flipped = x(mark.from) + width > room;
        const begin = flipped ? x(mark.from) - width : x(mark.from);
        let row = 0;
        while (row < ends.length && ends[row] > begin) row++;
        ends[row] = begin + width;
        return { text, flipped, row };
      });
      if (ends.length <= MOST_LABEL_ROWS) return { labels, rows: ends.length };
    }
    return { labels: data.marks.map(() => null), rows: 0 };
  };

  const drawTimeline = () => {
    const width = timeline.clientWidth;
    const longest = Math.max(0, ...reasons.map((reason) => widthOf(reason) + 14));
    // On a phone a reason's name has no place beside its lane; it stands in it.
    const inside = longest > width * 0.24;
    const axisWidth = inside ? 58 : Math.max(58, longest);
    const lane = inside ? 30 : LANE;
    const laneHeight = lanes.length * lane;
    const { labels, rows } = labelRows(width - axisWidth - 12);
    const windows = data.windows.slice(0, MOST_WINDOWS);
    const hidden = data.windows.length - windows.length;
    const above = rows * LANE + laneHeight + LANE_GAP + 4;
    const below = windows.length * WINDOW + (hidden > 0 ? LANE : 0) + (windows.length > 0 ? 10 : 0);
    const y = scaleOf(all.filter((point) => !failed(point)).map((point) => ms[point]));
    const spots = [];

    const clip = (plot, top, draw) => {
      const { ctx, bbox } = plot;
      ctx.save();
      ctx.beginPath();
      ctx.rect(bbox.left, top, bbox.width, bbox.top + bbox.height - top);
      ctx.clip();
      draw(ctx);
      ctx.restore();
    };

    const behind = (plot) => {
      const { ctx, bbox } = plot;
      const ratio = devicePixelRatio;
      const px = (seconds) => plot.valToPos(seconds, "x", true);
      const top = bbox.top - (laneHeight + LANE_GAP) * ratio;
      clip(plot, top, () => {
        for (const window of data.windows) {
          if (window === active || window.outcome === "failed") {
            ctx.fillStyle = window === active ? colour.active : colour["failed-tint"];
            ctx.fillRect(px(window.from), bbox.top, px(window.to) - px(window.from), bbox.height);
          }
        }
        ctx.fillStyle = colour.panel;
        for (let row = 0; row < lanes.length; row++) {
          ctx.fillRect(bbox.left, top + (row * lane + 1) * ratio, bbox.width, (lane - 2) * ratio);
        }
      });
    };

    const greetings = (ctx, plot) => {
      const ratio = devicePixelRatio;
      // The more there are for each pixel, the smaller.
      const crowd = at.length / width;
      const size = (crowd > 2 ? 1.6 : crowd > 0.7 ? 2.2 : 2.8) * ratio;
      for (const far of [false, true]) {
        for (const front of picked < 0 ? [true] : [false, true]) {
          const path = new Path2D();
          for (const point of all) {
            if (failed(point) || isFar(point) !== far || (picked >= 0 && (client[point] === picked) !== front)) continue;
            const x = plot.valToPos(at[point], "x", true);
            const y = plot.valToPos(Math.max(ms[point], 0.01), "y", true);
            if (far) {
              const half = size * 1.2;
              path.moveTo(x, y - half);
              path.lineTo(x + half, y);
              path.lineTo(x, y + half);
              path.lineTo(x - half, y);
              path.closePath();
            } else {
              path.moveTo(x + size, y);
              path.arc(x, y, size, 0, 7);
            }
            if (front) spots.push([x / ratio, y / ratio, point]);
          }
          ctx.globalAlpha = front ? (dense && picked < 0 ? 0.5 : 0.85) : 0.12;
          ctx.fillStyle = far ? colour.far : colour.near;
          ctx.fill(path);
        }
      }
      ctx.globalAlpha = 1;
    };

    /** A client's points are joined where they can still be told apart, and where it was greeted without a failure between. */
    const threads = (ctx, plot) => {
      if (picked < 0 && (!fewClients || dense)) return;
      ctx.lineWidth = devicePixelRatio;
      data.clients.forEach((_, index) => {
        if (picked >= 0 && index !== picked) return;
        const path = new Path2D();
        let drawn = false;
        for (const point of all) {
          if (client[point] !== index) continue;
          if (failed(point)) {
            drawn = false;
            continue;
          }
          const x = plot.valToPos(at[point], "x", true);
          const y = plot.valToPos(Math.max(ms[point], 0.01), "y", true);
          if (drawn) path.lineTo(x, y);
          else path.moveTo(x, y);
          drawn = true;
        }
        ctx.globalAlpha = dense ? 0.25 : 0.4;
        ctx.strokeStyle = data.sides[index] === "far" ? colour.far : colour.near;
        ctx.stroke(path);
      });
      ctx.globalAlpha = 1;
    };

    const failures = (plot) => {
      const { ctx, bbox } = plot;
      const ratio = devicePixelRatio;
      const top = bbox.top - (laneHeight + LANE_GAP) * ratio;
      lanes.forEach(({ reason }, row) => {
        const y = top + row * lane * ratio;
        if (inside) write(ctx, cut(reason, bbox.width / ratio - 8), bbox.left + 4 * ratio, y + 9 * ratio, colour.muted);
        else write(ctx, reason, bbox.left - 8 * ratio, y + (lane / 2) * ratio, colour.muted, "right");
      });
      const arm = 3.2 * ratio;
      clip(plot, top, () => {
        for (const point of all) {
          if (!failed(point)) continue;
          const x = plot.valToPos(at[point], "x", true);
          const y = top + ((laneOf[why[point]] + 1) * lane - LANE / 2) * ratio;
          const faded = picked >= 0 && client[point] !== picked;
          ctx.strokeStyle = isFar(point) ? colour.far : colour.near;
          ctx.globalAlpha = faded ? 0.12 : dense ? 0.6 : 0.95;
          ctx.lineWidth = 1.5 * ratio;
          ctx.beginPath();
          ctx.moveTo(x - arm, y - arm);
          ctx.lineTo(x + arm, y + arm);
          ctx.moveTo(x + arm, y - arm);
          ctx.lineTo(x - arm, y + arm);
          ctx.stroke();
          if (!faded) spots.push([x / ratio, y / ratio, point]);
          if (fewClients || client[point] === picked) {
            // How long the client was kept waiting until it gave up.
            ctx.globalAlpha *= 0.45;
            ctx.beginPath();
            ctx.moveTo(x + arm, y);
            ctx.lineTo(Math.max(x + arm, plot.valToPos(at[point] + ms[point] / 1000, "x", true)), y);
            ctx.stroke();
          }
        }
        ctx.globalAlpha = 1;
      });
    };

    const steps = (plot) => {
      const { ctx, bbox } = plot;
      const ratio = devicePixelRatio;
      const right = bbox.left + bbox.width;
      data.marks.forEach((mark, index) => {
        const from = plot.valToPos(mark.from, "x", true);
        const to = plot.valToPos(mark.to, "x", true);
        if (to < bbox.left || from > right) return;
        const label = labels[index];
        const begin = Math.max(from, bbox.left);
        const y = label ? (label.row + 0.5) * LANE * ratio : rows * LANE * ratio;
        ctx.globalAlpha = 0.11;
        ctx.fillStyle = colour.step;
        ctx.fillRect(begin, y, Math.min(to, right) - begin, bbox.top + bbox.height - y);
        ctx.globalAlpha = data.marks.length > 12 ? 0.4 : 0.85;
        ctx.fillRect(begin, y - 6 * ratio, ratio, bbox.top + bbox.height - y + 6 * ratio);
        ctx.globalAlpha = 1;
        if (label) {
          const x = label.flipped ? begin - 5 * ratio : begin + 5 * ratio;
          write(ctx, label.text, x, y, colour.text, label.flipped ? "right" : "left", true);
        }
      });
    };

    const bars = (plot) => {
      const { ctx, bbox } = plot;
      const ratio = devicePixelRatio;
      const right = bbox.left + bbox.width;
      const top = plot.height * ratio - below * ratio + 8 * ratio;
      windows.forEach((window, row) => {
        const from = Math.max(plot.valToPos(window.from, "x", true), bbox.left);
        const to = Math.min(plot.valToPos(window.to, "x", true), right);
        const y = top + row * WINDOW * ratio;
        const bold = window.outcome !== "held";
        const text = cut(window.sign + " " + window.name, bbox.width / ratio, bold);
        const room = widthOf(text, bold) * ratio;
        const begin = Math.max(bbox.left, Math.min(from, right - room));
        write(ctx, text, begin, y + 7 * ratio, bold ? colour[window.outcome] : colour.text, "left", bold);
        if (to > from) {
          ctx.fillStyle = colour[window.outcome];
          ctx.globalAlpha = bold ? 1 : 0.55;
          ctx.fillRect(from, y + 15 * ratio, to - from, 3 * ratio);
          ctx.globalAlpha = 1;
        }
      });
      if (hidden > 0) {
        write(ctx, `and ${hidden} more in the table`, bbox.left, top + (windows.length * WINDOW + 8) * ratio, colour.muted);
      }
    };

    const plot = new uPlot(
      {
        width,
        height: above + below + Math.min(Math.max(width * 0.42, 220), 340),
        padding: [above, 12, below, 0],
        legend: { show: false },
        cursor: { x: false, y: false, points: { show: false }, drag: { x: true, y: false } },
        scales: {
          x: { time: false, range: (_, from, to) => (from === to || from === at[0] ? [0, data.length] : [from, to]) },
          y: y.scale,
        },
        axes: [
          axis({ values: at_((value) => +value.toFixed(3) + " s"), space: 60, grid: { show: false }, size: 28, gap: 3 }),
          axis({ values: at_(time), splits: y.splits, size: axisWidth, gap: 4 }),
        ],
        series: [{}, { scale: "y", paths: () => null, points: { show: false } }],
        hooks: {
          drawClear: [() => (spots.length = 0), behind],
          draw: [
            (self) =>
              clip(self, self.bbox.top, (ctx) => {
                threads(ctx, self);
                greetings(ctx, self);
              }),
            failures,
            steps,
            bars,
          ],
        },
      },
      [at, ms],
      timeline,
    );
    return { plot, spots, logarithmic: y.logarithmic };
  };

  // ---------------------------------------------------------------- the curves
  const cdf = document.getElementById("cdf-chart");

  const medianOf = (side) => {
    const [times, shares] = data.curves[side];
    return times[shares.findIndex((share) => share >= 50)];
  };

  const drawCdf = () => {
    const width = cdf.clientWidth;
    // Near last, as its dashes let far show through where the two are alike.
    const sides = ["far", "near"].filter((side) => data.curves[side][0].length > 0);
    if (sides.length === 0) {
      cdf.textContent = "Nobody was greeted.";
      cdf.style.minHeight = "0";
      return null;
    }
    const x = scaleOf(sides.flatMap((side) => data.curves[side][0]));
    // Each curve rises from the axis at its fastest greeting.
    const tables = sides.map((side) => {
      const [times, shares] = data.curves[side];
      const points = new Map([[Math.max(times[0], 0.01), 0]]);
      times.forEach((each, index) => points.set(Math.max(each, 0.01) * (index === 0 ? 1.0001 : 1), shares[index]));
      return [[...points.keys()], [...points.values()]];
    });
    const medians = (plot) => {
      const { ctx, bbox } = plot;
      const ratio = devicePixelRatio;
      sides.forEach((side) => {
        const px = plot.valToPos(Math.max(medianOf(side), 0.01), "x", true);
        const py = plot.valToPos(50, "y", true);
        ctx.fillStyle = colour[side];
        ctx.beginPath();
        ctx.arc(px, py, 4 * ratio, 0, 7);
        ctx.fill();
      });
    };
    const plot = new uPlot(
      {
        width,
        height: Math.min(Math.max(width * 0.36, 220), 300),
        padding: [10, 26, 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales: { x: { time: false, ...x.scale }, y: { range: () => [0, 100] } },
        axes: [
          axis({ values: at_(time), splits: x.splits, space: 64, size: 28, gap: 3 }),
          axis({ values: at_((value) => value + " %"), splits: () => [0, 25, 50, 75, 100], size: 58, gap: 4 }),
        ],
        series: [
          {},
          ...sides.map((side) => ({
            scale: "y",
            stroke: colour[side],
            width: 2,
            dash: side === "far" ? [] : [6, 3],
            paths: uPlot.paths.stepped({ align: 1 }),
            points: { show: false },
            spanGaps: true,
          })),
        ],
        hooks: { draw: [medians] },
      },
      uPlot.join(tables),
      cdf,
    );
    return { plot };
  };

  // ---------------------------------------------------------------- drawn again when the page changes
  let drawn = [];
  const draw = () => {
    drawn.forEach((each) => each?.plot.destroy());
    colour = colours();
    drawn = [drawTimeline(), drawCdf()];
  };
  let asked = 0;
  const drawSoon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(draw);
  };

  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  const point = (event) => {
    const box = timeline.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    let nearest = null;
    let distance = 18 ** 2;
    for (const spot of drawn[0].spots) {
      const far = (spot[0] - x) ** 2 + (spot[1] - y) ** 2;
      if (far < distance) [nearest, distance] = [spot, far];
    }
    tip.hidden = nearest === null;
    if (nearest === null) return;
    const [spotX, spotY, which] = nearest;
    const took = time(ms[which]);
    tip.textContent =
      `${data.clients[client[which]]} at ${at[which].toFixed(2)} s: ` +
      (failed(which) ? `${reasons[why[which]]} after ${took}` : took);
    const left = Math.min(Math.max(spotX - tip.offsetWidth / 2, 0), timeline.clientWidth - tip.offsetWidth);
    tip.style.left = left + "px";
    tip.style.top = spotY - tip.offsetHeight - 10 + "px";
  };
  timeline.addEventListener("pointermove", point);
  timeline.addEventListener("pointerleave", () => (tip.hidden = true));

  document.querySelectorAll(".expectations tbody tr").forEach((row, index) => {
    const show = (window) => () => {
      active = window;
      drawn[0].plot.redraw(false);
    };
    row.addEventListener("pointerenter", show(data.windows[index]));
    row.addEventListener("pointerleave", show(null));
  });

  const shapes = {
    near: '<circle cx="7" cy="6" r="4" fill="var(--near)"/>',
    far: '<path d="M7 1l5 5-5 5-5-5z" fill="var(--far)"/>',
    failed: '<path d="M3 2l8 8M11 2l-8 8" stroke="currentColor" stroke-width="1.8"/>',
    step: '<path d="M7-1v14" stroke="var(--step)" stroke-width="1.5"/>',
    window: '<path d="M0 6h14" stroke="var(--held)" stroke-width="3"/>',
    nearCurve: '<path d="M0 6h6m3 0h5" stroke="var(--near)" stroke-width="2"/>',
    farCurve: '<path d="M0 6h14" stroke="var(--far)" stroke-width="2"/>',
  };
  const entry = (shape, text, legend = document.getElementById("legend")) => {
    const item = document.createElement("li");
    item.innerHTML = `<svg viewBox="0 0 14 12" aria-hidden="true">${shapes[shape]}</svg>`;
    item.append(text);
    legend.append(item);
  };
  for (const side of ["near", "far"]) {
    const count = data.sides.filter((each) => each === side).length;
    if (count > 0) entry(side, count === 1 ? side : `${side}, ${count} clients`);
  }
  for (const side of ["near", "far"]) {
    if (data.curves[side][0].length > 0) {
      entry(side + "Curve", `${side}: half within ${time(medianOf(side))}`, document.getElementById("cdf-legend"));
    }
  }
  if (lanes.length > 0) entry("failed", "not greeted");
  if (data.marks.length > 0) entry("step", "step");
  if (data.windows.length > 0) entry("window", "an expectation's window");

  pick.append(new Option("all", "-1"));
  data.clients.forEach((name, index) => pick.append(new Option(name, String(index))));
  pick.addEventListener("change", () => {
    picked = Number(pick.value);
    drawn[0].plot.redraw(false);
  });
  document.getElementById("pick-label").hidden = data.clients.length < 2;
  document.querySelectorAll(".bar").forEach((bar) => (bar.hidden = false));

  draw();
  timeline.append(tip);
  const note = document.getElementById("timeline-note");
  if (drawn[0].logarithmic) note.append(" The scale of times is logarithmic.");
  if (leftOut > 0) {
    note.append(
      ` ${leftOut} of ${leftOut + at.length} exchanges are not drawn: of each moment, each client's fastest and slowest` +
        " greeting are, and a failure of each reason.");
  }
  if (matchMedia("(hover: hover)").matches) {
    const hint = document.createElement("span");
    hint.className = "by-hand";
    hint.textContent = " Drag to look closer, double-click to go back.";
    note.append(hint);
  }

  let width = timeline.clientWidth;
  new ResizeObserver(() => {
    if (timeline.clientWidth === width) return;
    width = timeline.clientWidth;
    drawSoon();
  }).observe(timeline);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawSoon);
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.print = "";
    document.querySelectorAll("details").forEach((each) => (each.open = true));
    document.querySelectorAll(".chart").forEach((each) => (each.style.width = "680px"));
    draw();
  });
  addEventListener("afterprint", () => {
    delete document.documentElement.dataset.print;
    document.querySelectorAll(".chart").forEach((each) => (each.style.width = ""));
    draw();
  });
})();
