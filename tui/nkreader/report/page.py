"""What every HTML page shares: the head, the colours, text made harmless. No scripts, nothing loaded from elsewhere."""

from __future__ import annotations

from dataclasses import asdict
from html import escape

from nkreader.articles.own import GENERATOR
from nkreader.report.colours import DARK, LIGHT, Palette
from nkreader.text.drawn import drawable


def _variables(palette: Palette) -> str:
    return "; ".join(f"--{name}: {colour}" for name, colour in asdict(palette).items())


STYLE = f"""
:root {{ color-scheme: light dark; {_variables(LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK)} }} }}
""" + """
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; scroll-padding-top: 5rem }
body { margin: 0 auto; padding: 2.2rem 1.6rem 5rem; max-width: 84rem; background: var(--back); color: var(--ink);
  font: 1.03rem/1.58 Charter, "Bitstream Charter", "Source Serif 4", Georgia, "DejaVu Serif", serif;
  text-rendering: optimizeLegibility; overflow-wrap: break-word }
h1 { font-size: 1.65rem; line-height: 1.25; margin: 0 0 .3rem } h2 { font-size: 1.15rem; margin: 2.4rem 0 .6rem }
h3 { font-size: 1rem; margin: 2rem 0 .4rem } p { margin: .3rem 0 }
a { color: var(--left) } li { margin: .2rem 0 }
.soft, caption, th { color: var(--muted); font: .85rem/1.5 system-ui, sans-serif }
table { border-collapse: collapse; width: 100% }
td, th { padding: .35rem .8rem .35rem 0; vertical-align: top; text-align: left }
.tree { font-family: inherit; line-height: 1.4 }

.witnesses { display: grid; grid-template-columns: 1fr 1fr; margin-top: 1.6rem; position: sticky; top: 0; z-index: 1;
  background: var(--back); font: .82rem/1.45 system-ui, sans-serif; color: var(--muted) }
.witnesses > div { padding: .55rem 1rem .5rem 1.9rem; border-bottom: 2px solid var(--left); min-width: 0 }
.witnesses > .right { border-color: var(--right) }
.witnesses b { display: block; font-size: .98rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
.witnesses .left b { color: var(--left) } .witnesses .right b { color: var(--right) }
.figures { display: flex; flex-wrap: wrap; gap: .4rem 1.8rem; list-style: none; margin: .6rem 0 1.6rem; padding: 0;
  font: .9rem/1.5 system-ui, sans-serif; color: var(--muted) }
.figures li { margin: 0 } .figures b { color: var(--ink); font-size: 1.1rem; margin-right: .15em }

.facts { list-style: none; padding: 0; margin: .4rem 0; columns: 2 26rem; column-gap: 2.4rem }
.facts li { break-inside: avoid; margin: 0; padding: .22rem 0 .22rem 1.9rem; position: relative }
.facts a { color: inherit; text-decoration: none } .facts a:hover { background: var(--raised) }
.facts .left { color: var(--left) } .facts .right { color: var(--right) }
.facts small, .legend { font: .8rem/1.5 system-ui, sans-serif; color: var(--muted) }
.facts .arrow { color: var(--muted); padding: 0 .25em }
.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: 1rem 0 0; padding: 0; list-style: none }
.legend .sign { position: static; display: inline-block; min-width: 1.1em }

.sign { font: bold .86rem/1.6 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; color: var(--muted) }
.number { color: var(--number) } .date { color: var(--date) } .name { color: var(--name) }
.negation { color: var(--negation) } .hedge { color: var(--hedge) }
.facts .sign, .signs { position: absolute; left: .2rem; width: 1.5rem; text-align: center }
.signs .sign { display: block; line-height: 1.25 }

.row { display: grid; grid-template-columns: 1fr 1fr }
.cell { position: relative; padding: .12rem 1.1rem .12rem 1.9rem; min-width: 0 }
.cell.right { border-left: 1px solid var(--rule) } .row.gap > .cell { padding-top: .95rem }
.row.gap > .cell .signs { top: .95rem }
.row.heading .cell { font-weight: bold; font-size: 1.06rem }
.row:target > .cell { background: var(--raised) }
.row.left-only .left { color: var(--left) } .row.right-only .right { color: var(--right) }
.row.boilerplate .cell { color: var(--muted); font-size: .9rem; font-style: italic }
.note { font: italic .84rem/1.5 system-ui, sans-serif; color: var(--muted) } .note a { color: inherit }
.mark { text-decoration-thickness: 1px; text-underline-offset: .18em; border-radius: .15em }
.left .mark { color: var(--left) } .right .mark { color: var(--right) }
.mark.quotation { font-style: italic; text-decoration: underline }
.mark.grammar, .mark.form-only { font-style: italic } .mark.added, .mark.dropped { text-decoration: underline }
.mark.fact { font-weight: bold; text-decoration: underline; padding: 0 .12em;
  -webkit-print-color-adjust: exact; print-color-adjust: exact }
.left .mark.fact { background: color-mix(in srgb, var(--left) 15%, transparent) }
.right .mark.fact { background: color-mix(in srgb, var(--right) 15%, transparent) }
.left .mark.fact.number, .right .mark.fact.number { color: var(--number) }
.left .mark.fact.date, .right .mark.fact.date { color: var(--date) }
.left .mark.fact.name, .right .mark.fact.name { color: var(--name) }
.left .mark.fact.negation, .right .mark.fact.negation { color: var(--negation) }
.left .mark.fact.hedge, .right .mark.fact.hedge { color: var(--hedge) }
.mark.tortured { text-decoration: underline wavy 1px } .mark.caret { padding: 0; background: none; font-weight: bold }
.mark:target { outline: 2px solid currentColor; outline-offset: 1px }

details.fold { display: block } details.fold > summary { list-style: none; cursor: pointer; display: grid;
  grid-template-columns: 1fr 1fr }
details.fold > summary::-webkit-details-marker { display: none }
details.fold > summary > span { padding: .35rem 1.1rem .35rem 1.9rem; font: italic .86rem/1.5 system-ui, sans-serif;
  position: relative }
details.fold > summary > span + span { border-left: 1px solid var(--rule) }
details.fold .says::before { content: "▸"; position: absolute; left: .55rem; font-style: normal }
details.fold[open] .says::before { content: "▾" }
.fold .left.says { color: var(--left) } .fold .right.says { color: var(--right) }
.fold .says.residue { color: var(--muted) }
details.fold > summary:hover .says { background: var(--raised) }
details.fold > summary:focus-visible { outline: 2px solid var(--left) }

@media (max-width: 46rem) {
  body { padding: 1.2rem .8rem 3rem }
  .row, details.fold > summary, .witnesses { grid-template-columns: 1fr }
  .witnesses { position: static }
  .cell.right, details.fold > summary > span + span { border-left: 0 }
  .cell { border-left: 3px solid var(--left) !important } .cell.right { border-color: var(--right) !important }
  .row.same .right, .cell:empty, details.fold > summary > span:not(.says) { display: none }
  .row.same .cell { border-color: transparent !important }
  .row { padding: .3rem 0 }
}
@media print {
  @page { margin: 16mm 14mm }
  :root { color-scheme: light; PRINT; --back: #fff }
  body { max-width: none; padding: 0; font-size: 9.6pt; line-height: 1.45 }
  .witnesses { position: static } .row, .facts li { break-inside: avoid } h2 { break-after: avoid }
  .facts { columns: 2 } .fold .row { display: block } .fold .cell:empty { display: none } .fold .cell { border: 0 }
  details.fold::details-content { content-visibility: visible; block-size: auto }
  details.fold .says::before { content: "▾" } a { color: inherit }
}
""".replace("PRINT", _variables(LIGHT))


def page(title: str, body: str) -> str:
    """One self-contained HTML document."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f"{GENERATOR}"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{safe(title)}</title><style>{STYLE}</style></head><body>\n{body}\n</body></html>\n"
    )


def safe(text: str) -> str:
    """Text from a file as HTML: control characters made harmless, markup escaped."""
    return escape(drawable(text))
