/*! Drawn by Apache ECharts (Apache-2.0) with ZRender (BSD-3-Clause) and tslib (0BSD). */
// Charts: each draws the numbers of the JSON beside it, in the colours of the page. The table below it says the same, so that
// nothing is lost without a script, on paper, or to whoever does not see pictures.
import { init, use, type EChartsType } from "echarts/core";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { optionOf, type Told } from "./option";

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

const PAPER = 680; // pixels: the width of a page of A4 within its margins
const ROW = 34; // pixels of one bar that lies
const AROUND = 84; // of the legend and the axis; on a narrow screen the legend takes two lines
const NARROW = 560;

interface Drawn {
  place: HTMLElement;
  told: Told;
  chart: EChartsType;
}

function read(place: HTMLElement): Told | null {
  const kept = place.parentElement?.querySelector('script[type="application/json"]')?.textContent;
  return kept ? (JSON.parse(kept) as Told) : null;
}

function draw(place: HTMLElement): Drawn | null {
  const told = read(place);
  if (!told || !told.labels.length) return null;
  const height = told.kind === "rows" ? AROUND + (place.parentElement!.clientWidth < NARROW ? 24 + told.labels.length * 8 : 0) + told.labels.length * ROW : 300;
  place.hidden = false;
  place.style.height = `${height}px`;
  const chart = init(place, null, { renderer: "svg" });
  const drawn = { place, told, chart };
  paint(drawn);
  chart.on("click", (event) => {
    const address = told.addresses[event.dataIndex];
    if (address) window.location.assign(address);
  });
  return drawn;
}

function paint({ place, told, chart }: Drawn, width = place.clientWidth): void {
  const isStill = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  chart.setOption(optionOf(told, getComputedStyle(document.documentElement), width, isStill), true);
}

const all = [...document.querySelectorAll<HTMLElement>("[data-chart]")].map(draw).filter((one) => one !== null);
const repaint = () => all.forEach((one) => paint(one));

let waiting = 0;
new ResizeObserver(() => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    for (const one of all) {
      one.chart.resize();
      paint(one);
    }
  });
}).observe(document.querySelector("main") ?? document.body);

// Another theme by the reader's choice, or by the system's.
const dark = document.querySelector<HTMLLinkElement>("#dark");
if (dark) new MutationObserver(repaint).observe(dark, { attributes: true, attributeFilter: ["media"] });
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);

const opened: HTMLDetailsElement[] = [];

// On paper: with the tables that are folded on the screen, as wide as the paper, and dark on light whatever the screen is.
window.addEventListener("beforeprint", () => {
  if (dark) dark.disabled = true;
  for (const table of document.querySelectorAll<HTMLDetailsElement>(".chart-table:not([open])")) {
    table.open = true;
    opened.push(table);
  }
  for (const one of all) {
    one.chart.resize({ width: PAPER, silent: true });
    chartStill(one);
  }
});
window.addEventListener("afterprint", () => {
  if (dark) dark.disabled = false;
  for (const table of opened.splice(0)) table.open = false;
  for (const one of all) {
    one.chart.resize({ width: "auto" });
    paint(one);
  }
});

function chartStill({ told, chart }: Drawn): void {
  chart.setOption(optionOf(told, getComputedStyle(document.documentElement), PAPER, true), true);
}
