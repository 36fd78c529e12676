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

const FONT = 13;
const NARROW = 560; // pixels
const BOLD_PATTERN = { symbol: "rect", dashArrayX: [1, 0] };
const PATTERNS: Record<string, object> = {
  late: { ...BOLD_PATTERN, dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  missed: { ...BOLD_PATTERN, dashArrayY: [1, 3], rotation: Math.PI / 4 },
  due_soon: { symbol: "circle", dashArrayX: [[4, 4], [0, 4, 4, 0]], dashArrayY: [4, 0], symbolSize: 0.7 },
  disputed: { ...BOLD_PATTERN, dashArrayY: [3, 3], rotation: 0 },
};
const TOKENS: Record<string, string> = {
  met: "--met", late: "--late", missed: "--missed", due_soon: "--due", open: "--open", disputed: "--accent", main: "--accent", other: "--late",
};
const HOLLOW = new Set(["open", "not_due", "exempt"]);

export function optionOf(told: Told, style: CSSStyleDeclaration, width: number, isStill: boolean): EChartsCoreOption {
  const token = (name: string) => style.getPropertyValue(name).trim();
  const text = { color: token("--ink"), fontFamily: token("--sans"), fontSize: FONT };
  const isLying = told.kind === "rows";
  const isNarrow = width < NARROW;
  const names = {
    type: "category",
    data: told.labels,
    inverse: isLying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: token("--edge") } },
    axisLabel: { ...text, width: isLying ? Math.min(240, width * (isNarrow ? 0.36 : 0.3)) : 0, overflow: isLying ? "truncate" : "none", hideOverlap: !isLying },
  };
  const numbers = {
    type: "value",
    minInterval: told.kind === "lines" ? 0 : 1,
    scale: told.kind === "lines",
    axisLabel: text,
    splitLine: { lineStyle: { color: token("--line") } },
  };
  return {
    animation: !isStill,
    animationDuration: 250,
    textStyle: text,
    // The words of a tooltip are drawn and not set into the page, since the page allows no styles of its own.
    tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: isLying || told.kind === "columns" ? "shadow" : "line" }, backgroundColor: token("--sheet"), borderColor: token("--line"), textStyle: text, confine: true },
    legend: { top: 0, left: 0, type: "scroll", textStyle: text, itemWidth: 22, itemHeight: 14, pageIconColor: token("--accent"), pageTextStyle: text },
    grid: { top: 48, left: 4, right: isNarrow ? 12 : 28, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: isLying ? numbers : names,
    yAxis: isLying ? names : numbers,
    series: told.lines.map((line, place) => (told.kind === "lines" ? curve(told, line, place, token, text) : bar(line, token, isLying, text))),
  };
}

type Token = (name: string) => string;

function bar(line: Told["lines"][number], token: Token, isLying: boolean, text: object): object {
  const colour = token(TOKENS[line.tone] ?? "--muted");
  const isHollow = HOLLOW.has(line.tone);
  const decal = PATTERNS[line.tone] && { ...PATTERNS[line.tone], color: token("--sheet") };
  return {
    name: line.name,
    type: "bar",
    stack: "all",
    data: line.values.map((value) => value || null),
    barMaxWidth: isLying ? 18 : 36,
    itemStyle: { color: isHollow ? token("--sheet") : colour, borderColor: colour, borderWidth: 1, ...(decal ? { decal } : {}) },
    // A number where there is room for it, on the ground of the page so that no pattern hides it.
    label: { show: true, ...text, fontSize: 12, backgroundColor: token("--sheet"), padding: [0, 3], borderRadius: 2 },
    labelLayout: { hideOverlap: true },
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
