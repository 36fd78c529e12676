// What a chart looks like: colours and patterns by what a line means, so that it can be read without colour.
import type { EChartsCoreOption } from "echarts/core";

export interface Told {
  kind: "rows" | "columns" | "lines"; // bars that lie, bars that stand, lines over days
  labels: string[];
  addresses: string[]; // where each label leads; may be empty
  lines: { name: string; tone: string; values: (number | null)[] }[];
  target: number | null; // a level that is to be reached
  target_name: string;
}

interface Seen {
  min: number;
  max: number;
}

const FONT = 13;
const HEIGHT = 200; // pixels of bars that stand
const DIGITS = 24; // pixels that a number on a bar takes
const LEGEND = 24; // pixels of a line of the legend
const MARK = 22; // pixels of a mark in it
const GAP = 10;
const NARROW = 560; // pixels
const BOLD_PATTERN = { symbol: "rect", dashArrayX: [1, 0] };
const PATTERNS: Record<string, object> = {
  late: { ...BOLD_PATTERN, dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  missed: { ...BOLD_PATTERN, dashArrayY: [1, 3], rotation: Math.PI / 4 },
  due_soon: { symbol: "circle", dashArrayX: [[4, 4], [0, 4, 4, 0]], dashArrayY: [4, 0], symbolSize: 0.7 },
  not_due: { symbol: "circle", dashArrayX: [[2, 8], [0, 5, 2, 3]], dashArrayY: [5, 0], symbolSize: 0.5 },
  exempt: { ...BOLD_PATTERN, dashArrayY: [1, 6], rotation: -Math.PI / 4 },
  disputed: { ...BOLD_PATTERN, dashArrayY: [3, 3], rotation: 0 },
};
const TOKENS: Record<string, string> = {
  met: "--met", late: "--late", missed: "--missed", due_soon: "--due", open: "--open", disputed: "--accent", main: "--accent", other: "--late",
};
const BORDERS: Record<string, string> = { not_due: "dashed", exempt: "dotted" };
const HOLLOW = new Set(["open", "not_due", "exempt"]);

export function optionOf(told: Told, style: CSSStyleDeclaration, width: number, isStill: boolean): EChartsCoreOption {
  const token = (name: string) => style.getPropertyValue(name).trim();
  const text = { color: token("--ink"), fontFamily: token("--sans"), fontSize: FONT };
  const isLying = told.kind === "rows";
  const isNarrow = width < NARROW;
  const beside = isLying ? Math.min(260, width * (isNarrow ? 0.36 : 0.3)) : 0; // pixels of the names beside bars
  const room = isLying ? width - beside - 40 : HEIGHT; // pixels that the longest bar has
  const longest = Math.max(1, ...told.labels.map((_label, at) => told.lines.reduce((sum, line) => sum + (line.values[at] ?? 0), 0)));
  const top = 20 + LEGEND * legendLines(told, width);
  const names = {
    type: "category",
    data: isNarrow ? told.labels.map((label) => label.replace("  ", "\n")) : told.labels,
    inverse: isLying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: token("--edge") } },
    axisLabel: { ...text, width: beside, overflow: isLying ? "truncate" : "none", hideOverlap: !isLying },
  };
  const numbers = {
    type: "value",
    minInterval: told.kind === "lines" ? 0 : 1,
    scale: told.kind === "lines",
    // A target that is still far off stands on the chart as well.
    ...(told.target === null ? {} : { min: (seen: Seen) => Math.floor(Math.min(seen.min, told.target!)), max: (seen: Seen) => Math.ceil(Math.max(seen.max, told.target!)) }),
    axisLabel: text,
    splitLine: { lineStyle: { color: token("--line") } },
  };
  return {
    animation: !isStill,
    animationDuration: 250,
    textStyle: text,
    // The words of a tooltip are drawn and not set into the page, since the page allows no styles of its own.
    tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: isLying || told.kind === "columns" ? "shadow" : "line" }, backgroundColor: token("--sheet"), borderColor: token("--line"), textStyle: text, confine: true },
    legend: { top: 0, left: 0, textStyle: text, itemWidth: MARK, itemHeight: 14, itemGap: GAP },
    grid: { top, left: 4, right: isNarrow ? 12 : 28, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: isLying ? numbers : names,
    yAxis: isLying ? names : numbers,
    series: told.lines.map((line, place) => (told.kind === "lines" ? curve(told, line, place, token, text) : bar(line, token, isLying, text, (longest / room) * DIGITS))),
  };
}

type Token = (name: string) => string;

function bar(line: Told["lines"][number], token: Token, isLying: boolean, text: object, least: number): object {
  const colour = token(TOKENS[line.tone] ?? "--muted");
  const isHollow = HOLLOW.has(line.tone);
  const decal = PATTERNS[line.tone] && { ...PATTERNS[line.tone], color: isHollow ? colour : token("--sheet") };
  return {
    name: line.name,
    type: "bar",
    stack: "all",
    data: line.values.map((value) => value || null),
    barMaxWidth: isLying ? 18 : 36,
    itemStyle: { color: isHollow ? token("--sheet") : colour, borderColor: colour, borderWidth: 1, borderType: BORDERS[line.tone] ?? "solid", ...(decal ? { decal } : {}) },
    // A number where there is room for it, on the ground of the page so that no pattern hides it.
    label: { show: true, formatter: (one: { value?: unknown }) => (Number(one.value) >= least ? String(one.value) : ""), ...text, fontSize: 12, backgroundColor: token("--sheet"), padding: [0, 3], borderRadius: 2 },
  };
}

const SYMBOLS = ["circle", "rect", "triangle"];
const DASHES = ["solid", "dashed", "dotted"];

function curve(told: Told, line: Told["lines"][number], place: number, token: Token, text: object): object {
  const colour = token(TOKENS[line.tone] ?? "--accent");
  const target = told.target !== null && place === 0;
  return {
    name: line.name,
    type: "line",
    data: line.values,
    connectNulls: true,
    symbol: SYMBOLS[place % SYMBOLS.length],
    symbolSize: 9,
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 2, type: DASHES[place % DASHES.length] },
    label: { show: told.labels.length <= 14, position: "top", ...text },
    ...(target
      ? {
          markLine: {
            silent: true,
            symbol: "none",
            data: [{ yAxis: told.target }],
            lineStyle: { color: token("--missed"), type: "dashed", width: 1 },
            label: { ...text, position: "insideEndTop", formatter: `${told.target_name} ${told.target}` },
          },
        }
      : {}),
  };
}

// How many lines the legend takes at that width.
function legendLines(told: Told, width: number): number {
  let lines = 1;
  let filled = 0;
  for (const line of told.lines) {
    const long = MARK + 5 + GAP + [...line.name].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 255 ? FONT : FONT * 0.6), 0);
    if (filled && filled + long > width) {
      lines += 1;
      filled = 0;
    }
    filled += long;
  }
  return lines;
}
