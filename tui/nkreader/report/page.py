"""What every HTML page shares: the head, the colours, text made harmless. No scripts, nothing loaded from elsewhere."""

from __future__ import annotations

from html import escape

from nkreader.text.drawn import drawable

STYLE = """
:root { color-scheme: light dark; --ink: #1d1f23; --page: #fdfcf9; --soft: #6d7078; --rule: #dcd9d1; --left: #1f5fa8;
  --right: #b45c00; --fact: #f6e2b5; --word: #eef0f4; --quote: #e8ddf3 }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e2dc; --page: #17181b; --soft: #9a9ca4; --rule: #34363c;
  --left: #7fb4f0; --right: #f0a860; --fact: #4d3d12; --word: #272a31; --quote: #3a2c4a } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 82rem; background: var(--page); color: var(--ink);
  font: 1rem/1.55 Georgia, "Times New Roman", serif }
h1 { font-size: 1.6rem; margin: 0 0 .3rem } h2 { font-size: 1.2rem; margin: 2.2rem 0 .5rem } h3 { font-size: 1rem }
p { margin: .3rem 0 } .soft, caption, th { color: var(--soft); font: .85rem/1.5 system-ui, sans-serif }
table { border-collapse: collapse; width: 100% }
td, th { padding: .35rem .8rem .35rem 0; vertical-align: top; text-align: left }
table.side { table-layout: fixed }
.side td { width: 50%; padding: .3rem 1.2rem .3rem .6rem; border-left: 3px solid transparent }
.side td.left { border-color: var(--left) } .side td.right { border-color: var(--right) }
.side tr.same td { color: var(--soft) } .side tr.gap td { padding-top: 1.1rem }
.residue { color: var(--soft); font-style: italic; font-size: .85rem }
mark { color: inherit; background: var(--word); border-radius: .15em; padding: 0 .08em }
mark.fact { background: var(--fact); font-weight: bold; text-decoration: underline }
mark.quote { background: var(--quote); text-decoration: underline dotted }
mark.grammar, mark.same-value { background: none; border-bottom: 1px dashed var(--soft) }
mark.empty { padding: 0 .2em; color: var(--soft) }
mark sup { font: .65em system-ui, sans-serif; color: var(--soft); margin-left: .2em }
u { text-decoration-style: wavy; text-underline-offset: .2em }
li { margin: .2rem 0 } .tree { font-family: inherit; line-height: 1.4 }
details { margin: .4rem 0 } a { color: var(--left) }
@media print { body { max-width: none; padding: 0; font-size: 10pt } tr { break-inside: avoid } }
"""


def page(title: str, body: str) -> str:
    """One self-contained HTML document."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{safe(title)}</title><style>{STYLE}</style></head><body>\n{body}\n</body></html>\n"
    )


def safe(text: str) -> str:
    """Text from a file as HTML: control characters made harmless, markup escaped."""
    return escape(drawable(text))
