"""What a line of page residue says: the wordings by which each kind is known, as sites and their plugins write them.

Patterns match a whole line, decoration aside. `ANYWHERE` is safe inside an article; `HEAD` only before its first
paragraph, `TAIL` only after its last one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from nkreader.model import BoilerplateKind

# Nothing longer is a label, a button or a credit.
LONGEST_LINE = 320

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = r"(?:\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?:\s*\(?(?:[A-Z]{2,4}|gmt\s*[+-]\s*\d+(?::\d\d)?)\)?)?"
_DAY = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\s*,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
)
DATE = rf"(?:{_WEEKDAY},?\s+)?{_DAY}(?:\s*[,|·•–—T-]?\s*(?:at\s+)?{_CLOCK})?"
_DATED = (
    r"(?:(?:first\s+)?(?:published|posted|updated|modified|created|last\s+(?:updated|modified)|date|publication\s+date"
    r"|issued|released)(?:\s+(?:on|at))?\s*[:|]?\s*)"
)
_AGENCY = r"(?:reuters|afp|ap|getty\s*images|epa(?:-efe)?|xinhua|tass|kcna|yonhap|anadolu|pti|ani|shutterstock|istock|alamy|unsplash|pexels|pixabay|wikimedia(?:\s+commons)?|flickr|bloomberg|associated\s+press|agence\s+france-presse)"
_PICTURE = r"(?:photo(?:graph|graphy)?s?|images?|pictures?|pics?|video|graphics?|illustrations?|cover|artwork|infographic|map|file\s+photo)"

_ANYWHERE: tuple[tuple[BoilerplateKind, str], ...] = (
    (
        BoilerplateKind.SOURCE_LINK,
        r"""(?:(?:original\s+|article\s+|news\s+)?source(?:\s*[:\-]?\s*(?:link|url|article))|source\s*url\s*:?\s*\S*
        |(?:view|see|visit|go\s+to|link\s+to)\s+(?:the\s+)?(?:original|source)(?:\s+(?:article|post|story|source))?
        |original\s+(?:article|post|story|link)|source\s*[:\-–—]?\s*(?:https?://|www\.)\S+|(?:https?://|www\.)\S+
        |(?:the\s+)?post\s+.{3,250}\s+(?:appeared\s+first\s+on|first\s+appeared\s+(?:on|in|at))\s+.{2,80})""",
    ),
    (
        BoilerplateKind.CONTINUATION,
        r"""(?:(?:\[\s*)?(?:read|view|see)\s+(?:the\s+)?(?:rest|full|entire|complete|whole|original|remainder)
            (?:\s+(?:of\s+(?:the|this)\s+)?(?:story|article|text|piece|post|report|interview|version|analysis|original|essay
            |column|op-ed|editorial))?(?:\s*(?:here|now|»|→|…|\.\.\.|(?:here\s+)?(?:at|on|in|from|via|over\s+at)\s+.{2,80}))?(?:\s*\])?
        |(?:continue|keep)\s+reading(?:\s+(?:(?:at|on|in|the|here|below|this|about)\s*.{0,90}|["“'‘].{3,200}|→))?
        |read\s+more(?:\s+(?:at|on|from|in|here|about|of)\b.{0,90})?
        |(?:click|tap)\s+(?:here|through)\s+(?:to|for)\s+(?:read|continue|view|see|the|more|full).{0,90}
        |(?:to\s+)?(?:read|continue\s+reading|see)\s+(?:the\s+)?(?:full|rest|entire|complete)\b.{0,60},\s*(?:subscribe|sign|log|click|visit|go).{0,60}
        |(?:this|the)\s+(?:above\s+)?(?:article|story|post|piece|essay|commentary|op-ed|report|column|text|analysis|blog|content|interview)
            \s+(?:was\s+|is\s+|has\s+been\s+|had\s+)?(?:also\s+)?(?:(?:originally|first|previously)\s+)?
            (?:published|appeared|posted|written|featured|republished|reprinted|syndicated|produced)
            (?:\s+(?:originally|first))?(?:\s+\w+)?\s+(?:in|on|by|at|from|with|for|under|as)\b.{2,200}
        |(?:originally|first)\s+(?:published|appeared|posted)\s+(?:in|on|by|at)\b.{2,120}
        |(?:re-?published|reprinted|reproduced|reposted)\s+(?:with\s+(?:the\s+)?(?:kind\s+)?permission|from|by|under)\b.{0,160}
        |excerpted\s+(?:from|with)\b.{2,120}|(?:more|full\s+(?:story|article|text|report))\s*(?:here|at\b.{2,60}|»|→|…|\.\.\.|:)
        |\[?\(?(?:more|full\s+story|story\s+continues\s+below(?:\s+advertisement)?|article\s+continues\s+(?:after|below)\b.{0,40})\)?\]?
        |\[(?:…|\.\.\.)\]|(?:…|\.\.\.)?\s*\[?\+\s*\d+\s+chars\]?)""",
    ),
    (
        BoilerplateKind.COMMENTS,
        r"""(?:please\s+enter\s+your\s+(?:comment|name|e-?mail|correct).{0,60}|you\s+have\s+entered\s+an\s+incorrect\s+e-?mail.{0,40}
        |(?:leave|post|write|add|submit|join)\s+(?:a|an|your|the)\s+(?:comment|reply|response|discussion|conversation)s?(?:\s+below)?(?:\s+cancel\s+reply)?
        |cancel\s+reply|post\s+comment|submit\s+comment|(?:log|sign)\s+in\s+to\s+(?:leave|post|write|add|join)\b.{0,40}
        |your\s+(?:e-?mail|name|website|comment|message)(?:\s+address)?(?:\s+(?:will|is)\s+.{0,80})?\s*\*?|required\s+fields\s+are\s+marked.{0,10}
        |save\s+my\s+(?:name|details|e-?mail|info).{0,120}|notify\s+me\s+(?:of|when|by|about|via)\b.{0,80}
        |(?:view|show|see|hide|load|read|all|more)\s+(?:all\s+|more\s+|the\s+)?(?:\d+\s+)?comments?(?:\s*\(\d*\))?|\(?\d+\)?\s+comments?|comments?\s*(?:\(\d*\)|:|\d+)
        |no\s+comments?(?:\s+yet)?|0\s+comments?|comments?\s+(?:are\s+)?(?:closed|off|disabled)\.?(?:\s+on\b.{0,80})?
        |(?:recent|latest|top|newest|oldest|most\s+recent|featured)\s+(?:comments|replies|discussions?)|be\s+the\s+first\s+to\s+(?:comment|reply|share|like).{0,40}
        |start\s+the\s+(?:conversation|discussion)|(?:comment|name|e-?mail|website|message|your\s+name|your\s+e-?mail)\s*(?:\*|:|\(required\))+|you\s+must\s+be\s+logged\s+in.{0,60}
        |this\s+site\s+uses\s+akismet.{0,120}|(?:comment|comments)\s+(?:policy|guidelines|rules|section)|report\s+(?:this\s+)?comment|reply\s+to\s+this\s+comment)""",
    ),
    (
        BoilerplateKind.NAVIGATION,
        r"""(?:skip\s+to\s+(?:main\s+|the\s+)?(?:content|navigation|article|footer).{0,20}|jump\s+to\s+(?:content|navigation)
        |(?:most|more)\s+(?:popular|read|viewed|shared|commented|watched|emailed|discussed)(?:\s+(?:stories|articles|news|posts|today|now|this\s+week))?
        |(?:trending|popular|latest|recent|featured|related|similar|recommended|suggested|editor['’]?s['’]?|top|more|other|must\s+read)
            \s+(?:now|posts?|articles?|stories|news|topics|tags|reads?|reading|videos?|content|links|searches|picks?|headlines|coverage|products|pages|categories|entries)
        |trending|you\s+(?:may|might|could|will)\s+(?:also\s+)?(?:like|love|enjoy|be\s+interested(?:\s+in)?)(?:\s+to\s+read)?(?:\s+(?:this|these).{0,20})?|you\s+may\s+have\s+missed
        |recommended(?:\s+(?:for\s+you|by.{0,30}|reading|stories))?|people\s+(?:also\s+)?(?:read|searched).{0,20}|more\s+(?:from|on|in)\s+(?:this|the)\s+(?:author|topic|section|story|site|category)
        |(?:please\s+)?(?:share|tweet|pin|email|e-mail|print|like|follow)\s*(?:(?:this|the)\s+(?:article|story|post|page|news|via|on|with)\b.{0,40}|this|(?:on|via|with|to|by)\s+(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|e-?mail|social|friends|your|a\s+friend).{0,60}|us|:|\(opens.{0,20}\))?
        |click\s+to\s+(?:share|email|print|tweet|copy|subscribe|enlarge).{0,60}|copy\s+(?:link|url).{0,20}|link\s+copied.{0,20}
        |(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|email|e-mail|print|tumblr|vk|viber|line|messenger|copy\s+link|google\s+news|flipboard|pocket|mastodon|threads|bluesky|rss|share|tweet)
            (?:\s*[|,/·•\s]\s*(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|email|e-mail|print|tumblr|vk|viber|line|messenger|copy\s+link|google\s+news|flipboard|pocket|mastodon|threads|bluesky|rss|share|tweet))*
        |(?:subscribe|sign\s+up|register|join)(?:\s*(?:now|today|here|free|for\s+free|!))?
        |(?:subscribe|sign\s*-?\s*up|register|join)\s+(?:now\s+|here\s+|today\s+|free\s+)?(?:to|for|and)\s+(?:our|the|receive|get|a|daily|weekly|free|stay|updates).{0,160}
        |(?:get|receive)\s+(?:the\s+|our\s+|all\s+the\s+)?(?:latest|daily|weekly|top|breaking|best).{0,80}(?:inbox|newsletter|e-?mail|delivered|phone|updates?)\b.{0,60}
        |(?:log|sign)\s*-?\s*(?:in|out|up)(?:\s*[/|]\s*\w+(?:\s+\w+)?)?|my\s+account|create\s+(?:an\s+)?account|forgot\s+(?:your\s+)?password\??
        |(?:we|this\s+(?:web)?site|our\s+(?:web)?site)\s+use[sd]?\s+cookies.{0,240}|by\s+(?:continuing|using|clicking|signing)\b.{0,160}(?:cookies|terms|policy|agree|consent|use).{0,100}
        |accept(?:\s+(?:all|cookies|all\s+cookies|and\s+close|&\s+close))?|(?:cookie|privacy)\s+(?:policy|settings|notice|preferences|statement)|reject\s+all|manage\s+(?:cookies|preferences|options)
        |(?:privacy\s+policy|terms(?:\s+(?:of|and|&)\s+(?:use|service|conditions))?|contact(?:\s+us)?|about(?:\s+us)?|advertise(?:\s+with\s+us)?|disclaimer|sitemap|careers)(?:\s*[|·•/,-]?\s*(?:privacy\s+policy|terms(?:\s+(?:of|and|&)\s+(?:use|service|conditions))?|contact(?:\s+us)?|about(?:\s+us)?|advertise(?:\s+with\s+us)?|disclaimer|sitemap|careers))*
        |advertisements?|advertorial|sponsored(?:\s+(?:content|by.{0,40}|links?|post))?|ad|ads\s+by\s+\w+|promoted(?:\s+(?:content|links|stories))?|paid\s+(?:content|post)|remove\s+ads
        |(?:copyright\s*)?(?:©|\(c\))\s*.{0,200}|copyright\s+(?:\d{4}|by\b).{0,160}|.{0,100}\ball\s+rights\s+reserved\b.{0,140}
        |(?:previous|next)\s+(?:article|post|story|page)(?:\s*[:»«].{0,160})?|(?:prev|next|previous)|back\s+to\s+(?:top|home|homepage|news)|return\s+to\s+(?:top|homepage)
        |(?:tags?|tagged(?:\s+(?:as|with|in))?|topics?|filed\s+(?:under|in)|categor(?:y|ies)|posted\s+in|keywords|labels|more\s+about|related\s+tags?|in\s+this\s+article|explore\s+more)\s*:.{1,200}
        |(?:also\s+read|read\s+also|also\s+see|see\s+also|don['’]t\s+miss|must\s+read|read\s+more|related|watch|more|listen|related\s+(?:story|article|news)|in\s+pictures|recommended)\s*[:|>»]\s*\S.{3,200}
        |follow\s+(?:us|me|the\s+\w+)(?:\s+on)?\b.{0,120}|like\s+us\s+on\b.{0,60}|like\s+this\s*:|like\s+loading.{0,5}|loading\s*(?:\.\.\.|…)?|download\s+(?:our|the)\b.{0,40}\bapp\b.{0,60}
        |(?:listen|watch|play)\s*(?:to\s+(?:this\s+)?(?:article|story)|now|live|audio|video)?(?:\s*\d+\s*min(?:utes|s)?)?|(?:menu|search|close|open\s+menu|main\s+menu|toggle\s+\w+|site\s+search|save|saved|bookmark|gift\s+(?:this\s+)?article|print|font\s+size|text\s+size|a\s*-\s*a\s*\+?|newsletter|newsletters|show\s+more|load\s+more|see\s+more|view\s+more|view\s+all|see\s+all|expand|image\s+\d+\s+of\s+\d+|\d+\s*/\s*\d+|\d+\s+of\s+\d+|breaking\s+news\s*:?)
        |\d[\d,.]*\s*k?\s+(?:shares?|views?|likes?|reads?|retweets?|followers)|(?:views?|hits|reads|post\s+views|shares)\s*[:\-]\s*\d[\d,.]*k?
        |(?:est(?:imated|\.)?\s+)?(?:reading|read)\s+time\s*[:\-]?\s*\d+\s*(?:min(?:ute)?s?)?(?:\s+read)?|\d+\s*[-–]?\s*min(?:ute)?s?\s+read
        |(?:thank\s+you|thanks)\s+for\s+(?:reading|subscribing|signing\s+up|visiting)\b.{0,80}|support\s+(?:our|independent)\s+(?:journalism|work|reporting).{0,80}|(?:donate|become\s+a\s+(?:member|subscriber|patron|supporter))\b.{0,60}
        |check\s+your\s+(?:inbox|e-?mail)\b.{0,60}|an?\s+e-?mail\s+has\s+been\s+sent.{0,60}|enter\s+your\s+e-?mail.{0,60}|e-?mail\s+address|powered\s+by\s+\w+(?:\s\w+)?|theme\s+by\s+.{2,30}|designed\s+by\s+.{2,30}|share\s+this\s+entry|(?:opens|open)\s+in\s+(?:a\s+)?new\s+(?:window|tab)
        |javascript\s+(?:is|must|needs|seems)\b.{0,80}|please\s+enable\s+javascript.{0,80}|your\s+browser\s+does\s+not\s+support.{0,80}|(?:this\s+)?(?:video|content|browser)\s+(?:is\s+not|cannot|can\s+not|not)\s+(?:available|be\s+played|supported).{0,60})""",
    ),
    (
        BoilerplateKind.CREDIT,
        rf"""(?:{_PICTURE}\s*(?:credits?|by|courtesy(?:\s+of)?|via|sources?|copyright)\s*[:\-|]?\s*.{{2,120}}
        |{_PICTURE}\s*[:|]\s*.{{2,100}}|(?:featured|cover|header|lead|main|top|banner|hero)\s+{_PICTURE}(?:\s+(?:credit|by|via|courtesy\s+of))?\s*[:\-]?\s*.{{2,120}}
        |{_PICTURE}\s+(?:©|\(c\)).{{2,80}}|credits?\s*:\s*.{{2,80}}|courtesy\s*(?:of|:)\s*.{{2,80}}
        |{_AGENCY}(?:\s*/\s*[\w .'’-]{{2,40}})*|[\w .'’-]{{2,40}}(?:\s*/\s*{_AGENCY})+(?:\s+via\s+{_AGENCY})?|[\w .'’-]{{2,40}}\s+(?:via|for)\s+{_AGENCY}|via\s+{_AGENCY}(?:\s+images)?
        |(?:(?:additional\s+|further\s+)?(?:reporting|writing|editing|production|compiled|translated|edited|written|fact-check(?:ed|ing))\s+(?:by|in\s+\w+\s+by)\s+[A-Z].{{2,240}})
        |(?:with\s+(?:additional\s+)?(?:inputs?|reporting|files|agency\s+inputs|material)\s+(?:from|by)\s+.{{2,100}}))""",
    ),
)

_HEAD: tuple[tuple[BoilerplateKind, str], ...] = (
    (
        BoilerplateKind.PAGE_DATE,
        rf"""(?:{_DATED}?{DATE}(?:\s*[|·•,–—-]?\s*{_DATED}?\s*{DATE})?|{_DATED}{_CLOCK}|{_DATED}(?:\d+|an?|one|two|few|several)\s+\w+\s+ago
        |(?:\d+|an?|a\s+few)\s+(?:second|minute|min|hour|hr|day|week|month|year)s?\s+ago|{_WEEKDAY}|{_WEEKDAY},?\s+{_MONTH}\s+\d{{1,2}}|{_CLOCK}|just\s+now|yesterday|today)""",
    ),
    (
        BoilerplateKind.BREADCRUMB,
        r"""(?:(?:you\s+are\s+here\s*:?\s*)?(?:home|homepage|front\s+page|start|index|news|world|opinion|main)(?:\s*[>/»›→|·•\\]+\s*[^>/»›→|·•\\]{1,60})+[>/»›→|]?\s*|(?:you\s+are\s+here\s*:?\s*).{0,120}|[^>»›→]{2,30}(?:\s*[>»›→]\s*[^>»›→]{2,60}){2,})""",
    ),
    (
        BoilerplateKind.NAVIGATION,
        r"""(?:home|homepage|front\s+page|news|world|politics|opinion|business|sports?|culture|lifestyle|video|videos|photos|podcasts?|subscribe|live|today|sections|edition|(?:us|uk|international|asia)\s+edition|follow|share|by|author|staff|live\s+updates|exclusive|world\s+news|top\s+stories|in\s+depth|technology|tech|science|health|entertainment|economy|markets|weather|e-?paper)""",
    ),
    (
        BoilerplateKind.CREDIT,
        r"""(?:by|written\s+by|author\s*:|posted\s+by|story\s+by|text\s+by)\s*:?\s+(?-i:[A-Z]).{1,100}""",
    ),
)

_TAIL: tuple[tuple[BoilerplateKind, str], ...] = (
    (
        BoilerplateKind.SOURCE_LINK,
        r"""(?:(?:original\s+|news\s+|article\s+)?sources?(?:\s*[:\-–—|]\s*.{0,120})?|via(?:\s*[:\-–—|]?\s*.{2,60})?|references?\s*:?|h/t\s+.{2,60}|from\s*:\s*.{2,60}|link|external\s+links?)""",
    ),
    (BoilerplateKind.PAGE_DATE, rf"""(?:{_DATED}?{DATE}|{_DATED}.{{2,60}})"""),
    (
        BoilerplateKind.BIO,
        r"""(?:about\s+(?:the\s+)?(?:author|writer|contributor)s?\b.{0,60}|author(?:['’]s)?\s+(?:bio|biography|profile|information|details)\s*:?|(?:the\s+)?(?:author|writer|contributor|columnist)s?\s+(?:is|are|was|were|has|have|can|may|holds?|teach(?:es)?|works?|serves?)\b.{4,300}
        |.{0,40}\b(?:views?|opinions?)\s+(?:and\s+opinions\s+)?(?:expressed|stated|presented|represented|contained|reflected|are|is)\b.{0,280}|(?:views|opinions)\s+(?:are\s+)?(?:personal|his\s+own|her\s+own|their\s+own)\.?
        |follow\s+(?:him|her|them|me|@\w+)\b.{0,120}|(?:he|she|they)\s+(?:can\s+be\s+(?:reached|contacted|followed|found)|tweets?)\b.{0,120}|(?:e-?mail|contact|write\s+to|reach)\s*(?:him|her|them|the\s+author|us|me)?\s*(?:at|:)\s*\S+@\S+.{0,40}|\S+@\S+\.\w+|(?:twitter|x|e-?mail|instagram|linkedin)\s*:\s*\S+|@\w{2,30})""",
    ),
    (
        BoilerplateKind.CREDIT,
        r"""(?:[-–—]\s*(?:with\s+)?(?:agencies|reuters|afp|ap|pti|ani|ians|bloomberg|xinhua)|\(?(?:agencies|reuters|afp|ap|pti|ani|ians|xinhua|tass|yonhap)\)?|by\s+(?-i:[A-Z])[\w.'’-]+(?:\s+[\w.'’-]+){0,4})""",
    ),
    (
        BoilerplateKind.NAVIGATION,
        r"""(?:\d{1,6}|[#*_~=\-–—•·.|]{1,80}|(?:\#\w+[\s,]*)+|end(?:s)?|the\s+end|\(ends?\)|-\s*30\s*-|\#{2,}|more\s*:?|related|tags?|share|like|0|×|x|home|yes|no|submit|send|ok|cancel|search|up|top|published\s+by|author|posted\s+by|category|topics?)""",
    ),
)

_DECORATION = " \t\u00a0*_#>|•·»«→←▶►▸-–—:.!<[]()†‡✔✓©\u200b\ufeff"


class LineRule(NamedTuple):
    """A kind of residue and the lines that are it."""

    kind: BoilerplateKind
    pattern: re.Pattern[str]


@cache
def rules(zone: str) -> tuple[LineRule, ...]:
    """The rules of a zone (`anywhere`, `head`, `tail`), compiled when first asked for."""
    table = {"anywhere": _ANYWHERE, "head": _HEAD, "tail": _TAIL}[zone]
    return tuple(LineRule(kind, re.compile(pattern, re.IGNORECASE | re.VERBOSE)) for kind, pattern in table)


def line_kind(line: str, *zones: str) -> BoilerplateKind | None:
    """What kind of residue a whole line is, by its wording alone, or None."""
    if len(line) > LONGEST_LINE:
        return None
    candidates = (line.strip(), line.strip(_DECORATION))
    for zone in zones:
        for kind, pattern in rules(zone):
            if any(candidate and pattern.fullmatch(candidate) for candidate in candidates):
                return kind
    return None
