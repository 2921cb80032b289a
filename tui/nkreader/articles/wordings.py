"""The wordings of page residue, kind by kind, as sites and their plugins write them. `residue_lines` reads the tables.

Each line holds alternatives of a regular expression for a whole line of text, case ignored; a blank stands for any
white space, and a line that begins with a bar carries on the one above.
"""

from __future__ import annotations

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_ZONE = r"(?: \(?(?:[A-Z]{2,4}|gmt\s*[+-]\s*\d+(?::\d\d)?)\)?)?"
_CLOCK = rf"(?:\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?m\.?)?|\d{{1,2}}\s*[ap]\.?m\.?){_ZONE}"
_DAY = (
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\s*,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{MONTH},?[\s-]+\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
)
DATE = rf"(?:{_WEEKDAY},? )?{_DAY}(?:\s*[,|·•–—T-]?\s*(?:at )?{_CLOCK})?"
"""A full date, perhaps with weekday and time of day."""
DATED = (
    "(?:(?:first |originally )?(?:published|posted|updated|modified|created|issued|released|publication date|date"
    "|last updated|last modified)"
    r"(?: on| at)?\s*[:|–—-]?\s*)"
)
AGENCY = (
    r"(?:reuters|afp|ap|getty\s*images|epa(?:-efe)?|xinhua|tass|kcna|yonhap|anadolu|pti|ani|ians|shutterstock"
    r"|istock|alamy"
    "|unsplash|pexels|pixabay|wikimedia(?: commons)?|flickr|bloomberg|associated press|agence france-presse|sputnik)"
)
PICTURE = (
    "(?:photo(?:graph|graphy)?s?|images?|pictures?|pics?|video|graphics?|illustrations?|artwork|infographic"
    "|file photo|video grab"
    "|screengrab|screenshot)"
)
_NETWORK = (
    "(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|tiktok|e-?mail|print"
    "|tumblr|vk|viber"
    "|line|messenger|copy link|google news|flipboard|pocket|mastodon|threads|bluesky|rss|share|tweet|weibo|wechat"
    "|xing|sms)"
)
_FOOTER = (
    r"(?:privacy(?: policy)?|terms(?: (?:of|and|&) (?:use|service|conditions))?|contact(?: us)?|about(?: us)?"
    r"|advertise(?: with us)?"
    "|disclaimer|site ?map|careers|cookies?(?: policy)?|accessibility|help|faq|legal|imprint|impressum|ethics"
    "|corrections|newsletters?)"
)
_NAMED = r"(?-i:[A-Z])"
_TEXT = (
    "(?:article|story|post|piece|essay|commentary|op-ed|report|column|text|analysis|blog|blog post|content"
    "|interview|item|extract"
    "|excerpt|translation)"
)

ANYWHERE = {
    "source-link": rf"""
        (?:original |article |news )?source(?:\s*[:-]?\s*(?:hyper)?(?:link|url|article))
        (?:supply|unique|authentic|origin) (?:hyper)?(?:link|article)
        source url\s*:?\s*\S*
        (?:view|see|visit|go to|link to|read) (?:the )?(?:original|source)(?: {_TEXT}| source)?
        original {_TEXT}|original (?:link|source)|source[_-]link
        (?:source|via|link|url|read more)\s*[:–—-]?\s*(?:https?://|www\.)\S+
        (?:https?://|www\.)\S+
        (?:the )?post .{{3,250}} (?:appeared first on|first appeared (?:on|in|at)) .{{2,80}}
    """,
    "continuation": rf"""
        \[?\s*(?:read|view|see) (?:the )?(?:rest|full|entire|complete|whole|original|remainder)(?: of (?:the
        |this))?(?: {_TEXT}| version)?\s*\]?
        (?:read|view|see) (?:the )?(?:rest|full|entire|complete|whole|original|remainder)(?: of (?:the
        |this))?(?: {_TEXT}| version)? (?:here|now|»|→|…|\.\.\.)
        (?:read|view|see) (?:the )?(?:rest|full|entire|complete|whole|original|remainder)(?: of (?:the
        |this))?(?: {_TEXT}| version)? (?:here )?(?:at|on|in|from|via|over at) .{{2,80}}
        (?:continue|keep) reading(?: (?:at|on|in|the|here|below|this|about)\b.{{0,90}}| ["“'‘].{{3,200}}| ?→)?
        read (?:more|on)(?: (?:at|on|from|in|here|about|of|via)\b.{{0,90}})?
        (?:click|tap) (?:here|through) (?:to|for) (?:read|continue|view|see|the|more|full).{{0,90}}
        (?:to )?(?:read|continue reading|see) (?:the )?(?:full|rest|entire
        |complete)\b.{{0,60}},\s*(?:please )?(?:subscribe|sign|log|click|visit|go).{{0,60}}
        (?:this|the) (?:above )?{_TEXT} (?:(?:was|is|has been|had been|has) )?(?:also )?(?:originally|first
        |previously) (?:published|appeared|posted|written|produced|ran)\b.{{2,200}}
        (?:this|the) (?:above )?{_TEXT} (?:(?:was|is|has been|had been) )?(?:also )?(?:re-?published|reprinted
        |syndicated|reproduced|cross-?posted|adapted|excerpted|produced|published)(?: here)? (?:in|on|by|at|from|with
        |for|under|as|courtesy)\b.{{2,200}}
        (?:this|the) {_TEXT} (?:appeared|appears) (?:originally |first )?(?:in|on|at) .{{2,200}}
        (?:originally|first) (?:published|appeared|posted) (?:in|on|by|at)\b.{{2,120}}
        (?:except for the headline, )?(?:this|the) {_TEXT} has not been (?:edited|created|verified) by .{{2,200}}
        for (?:more|the full|the rest of)\b.{{0,60}} (?:visit|see|go to|click|subscribe)\b.{{2,80}}
        (?:re-?published|reprinted|reproduced|reposted|cross-?posted) (?:with (?:the )?(?:kind )?permission|from|by
        |under)\b.{{0,160}}
        (?:excerpted|adapted) from\b.{{2,120}}
        (?:more|full (?:story|article|text|report))(?: here| at {_NAMED}.{{2,60}}|\s*(?:»|→|…|\.\.\.))
        [\[(](?:more|full story|continued|cont['’]?d|(?:story|article) continues (?:below|after)\b.{{0,40}})[\])]
        (?:story|article) continues (?:below|after)\b.{{0,40}}
        \[(?:…|\.\.\.|&hellip;)\]
        (?:…|\.\.\.)?\s*\[?\+\s*\d+ chars\]?
    """,
    "comments": r"""
        please enter your (?:comment|name|e-?mail|correct).{0,60}
        you have entered an incorrect e-?mail.{0,40}
        (?:leave|post|write|add|submit|join) (?:a|an|your|the) (?:comment|reply|response|discussion
        |conversation)s?(?: below)?(?: cancel reply)?
        cancel reply|post comment|submit comment|(?:log|sign) in to (?:leave|post|write|add|join|comment|reply)\b.{0,40}
        your (?:e-?mail|name|website|comment|message)(?: address)?(?: (?:will
        |is) (?:not )?(?:be )?(?:never )?(?:published|shared|required)\b.{0,60})?\s*\*?
        required fields are marked.{0,10}
        save my (?:name|details|e-?mail|info).{0,120}
        notify me (?:of|when|by|about|via)\b.{0,80}
        (?:view|show|see|hide|load|read|all|more) (?:all |more |the )?(?:\d+ )?comments?(?:\s*\(\d*\))?
        \(?\d+\)? comments?|comments?\s*(?:\(\d*\)|:|\d+)
        no comments?(?: yet)?|comments? (?:are )?(?:closed|off|disabled)\.?(?: on\b.{0,80})?
        (?:recent|latest|top|newest|oldest|most recent|featured|reader) (?:comments|replies|discussions?|responses)
        be the first to (?:comment|reply|share|like|know|review).{0,40}
        start the (?:conversation|discussion)
        (?:comment|name|e-?mail|website|message|your name|your e-?mail)\s*(?:\*|:|\(required\))+
        you must be (?:logged|signed) in.{0,60}
        this site uses akismet.{0,120}|learn how your comment data is processed\.?
        comments? (?:policy|guidelines|rules|section)|(?:and )?what do you think\?|have your say
        (?:share|tell us|let us know) (?:your|what you)\b.{0,40}(?:comments?|below).{0,20}
        report (?:this )?comment|reply to this comment
        \d+ (?:thoughts?|responses?|replies) (?:on|to) .{3,160}
    """,
    "navigation": rf"""
        skip to (?:main |the )?(?:content|navigation|article|footer).{{0,20}}|jump to (?:content|navigation)
        (?:most|more) (?:popular|read|viewed|shared|commented|watched|emailed|discussed)(?: (?:stories|articles|news
        |posts|today|now|this week))?
        (?:trending|popular|latest|recent|featured|related|similar|recommended|suggested|top|more|other
        |must read) (?:now|posts?|articles?|stories|news|topics|tags|reads?|reading|videos?|content|links|searches
        |picks?|headlines|coverage|pages|categories|entries)
        editor['’]?s['’]? (?:picks?|choice)|don['’]t miss|in case you missed it|you (?:may|might) have missed
        trending
        you (?:may|might|could|will) (?:also )?(?:like|love|enjoy|be interested(?: in)?
        |want(?: to read)?)(?: to read)?(?: (?:this|these).{{0,20}})?\s*!?
        recommended(?: (?:for you|by.{{0,30}}|reading|stories))?|people (?:also )?(?:read|searched).{{0,20}}
        more (?:from|on|in) (?:this|the) (?:author|topic|section|story|site|category)
        more from {_NAMED}\S+(?: \S+){{0,4}}
        (?:please )?(?:share|tweet|pin|e-?mail|print|like|follow) (?:this|the) (?:article|story|post|page
        |news)\b.{{0,40}}
        share|tweet|share (?:this|via|on|with)(?: (?:{_NETWORK}|friends|social).{{0,40}})?:?|share:
        (?:share|tweet|pin|e-?mail|follow)(?: this)? (?:on|via|with|to|by) (?:{_NETWORK}|social|friends|your
        |a friend).{{0,60}}
        click to (?:share|e-?mail|print|tweet|copy|subscribe|enlarge).{{0,60}}|copy (?:link|url).{{0,20}}
        link copied.{{0,20}}
        (?:{_NETWORK}[\s|,/·•\d]*)+|shares|post navigation|read later|remove|see all remove|type your e-?mail.{{0,20}}
        (?:previous|next|older|newer)(?: (?:post|article|story))?s?\s*[:»→]\s*.{{3,160}}
        (?:older|newer) (?:posts?|entries)|δ
        (?:view|see|read) (?:all |more |author['’]s )*(?:posts|articles|stories)(?: (?:by|from|of) .{{2,60}})?
        (?:all|more) (?:posts|articles) by .{{2,60}}
        .{{2,60}} is a reader-supported (?:publication|newsletter).{{0,160}}|sorry, there are no recent results.{{0,60}}
        (?:subscribe|sign up|register|join)(?: (?:now|today|here|free|for free))?\s*!?
        (?:subscribe|sign\s*-?\s*up|register|join) (?:now |here |today |free |below )?(?:to|for|and|in) (?:our|the
        |receive|get|a|daily|weekly|free|stay|updates)\b.{{0,160}}
        (?:get|receive) (?:the |our |all the )?(?:latest|daily|weekly|top|breaking|best).{{0,80}}(?:inbox|newsletter
        |e-?mail|delivered|phone|updates?)\b.{{0,60}}
        (?:log|sign)\s*-?\s*(?:in|out|up)(?:\s*[/|]\s*\w+(?: \w+)?)?|my account|create (?:an )?account
        forgot (?:your )?password\??
        (?:we|this (?:web)?site|our (?:web)?site)(?: and our partners)? use[sd]? cookies.{{0,240}}
        by (?:continuing|using|clicking|signing|subscribing)\b.{{0,160}}(?:cookies|terms|policy|agree|consent
        |use).{{0,100}}
        accept(?: (?:all|cookies|all cookies|and close|& close))?|reject all|manage (?:cookies|preferences|options)
        (?:cookie|privacy) (?:settings|notice|preferences|statement)
        {_FOOTER}(?:\s*[|·•/,\s-]\s*{_FOOTER})*
        advertisements?|advertorial|sponsored(?: (?:content|by.{{0,40}}|links?|post))?|ad|ads by \w+
        promoted(?: (?:content|links|stories))?|paid (?:content|post)|remove ads
        (?:advertisement|ad)\s*[-–—:]\s*(?:scroll|story|article|continue).{{0,60}}|advertisement\. scroll\b.{{0,40}}
        scroll (?:down )?(?:to|for) (?:continue|more).{{0,40}}
        (?:copyright\s*)?(?:©|\(c\))\s*.{{0,200}}|copyright (?:\d{{4}}|by\b).{{0,160}}
        .{{0,100}}\ball rights reserved\b.{{0,140}}
        (?:previous|next) (?:article|post|story|page)(?:\s*[:»«].{{0,160}})?|prev|next|previous
        back to (?:top|home|homepage|news)|return to (?:top|homepage)
        (?:tags?|tagged(?: (?:as|with|in))?|topics?|filed (?:under|in)|categor(?:y|ies)|posted in|keywords|labels
        |more about|related tags?|explore more)\s*:.{{1,200}}
        (?:also read|read also|also see|see also|don['’]t miss|must read|read more|related|watch|more|listen
        |in pictures|recommended|related (?:story|article|news|stories|articles))\s*[:|>»]\s*\S.{{3,200}}
        (?:tagged|filed under|posted in) {_NAMED}.{{2,120}}
        follow us(?: on)?\b.{{0,120}}|follow {_NAMED}\S+(?: \S+){{0,3}} on (?:{_NETWORK}).{{0,80}}
        like us on\b.{{0,60}}|like this\s*:|like loading.{{0,5}}|loading\s*(?:\.\.\.|…)?
        (?:find|join|connect with) us on\b.{{0,60}}
        (?:join|follow|subscribe to) our (?:whatsapp|telegram|youtube|facebook|newsletter|channel|page)\b.{{0,80}}
        print(?:er)? ?-?friendly\b.{{0,30}}|text size\s*:?\s*[a+\s-]*|add (?:us )?as (?:a )?preferred source.{{0,30}}
        (?:please |kindly |do )?share this\b.{{0,40}}|(?:please )?(?:donate|consider (?:donating|supporting))\b.{{0,80}}
        (?:did you (?:enjoy|like)|if you (?:enjoyed|liked)) this\b.{{0,200}}
        download (?:our|the)\b.{{0,40}}\bapp\b.{{0,60}}
        listen(?: (?:to (?:this )?(?:article|story)|now|live))?(?: \d+ min(?:utes|s)?)?
        (?:watch|play)(?: (?:now|live|audio|video|the video))?
        menu|search|close|open menu|main menu|toggle \w+|site search|saved?|bookmark|gift (?:this )?article|font size
        text size|newsletters?
        show (?:more|less|all)|load more|see (?:more|all)|view (?:more|all)|expand|image \d+ of \d+|\d+\s*/\s*\d+
        \d+ of \d+|breaking news\s*:?
        \d[\d,.]*\s*k? (?:shares?|views?|likes?|reads?|retweets?|followers)
        (?:views?|hits|reads|post views|shares)\s*[:-]\s*\d[\d,.]*k?
        (?:est(?:imated|\.)? )?(?:reading|read) time\s*[:-]?\s*\d+\s*(?:min(?:ute)?s?)?(?: read)?
        \d+\s*[-–]?\s*min(?:ute)?s? read
        (?:thank you|thanks) for (?:reading|subscribing|signing up|visiting)\b.{{0,160}}
        support (?:our|independent) (?:journalism|work|reporting).{{0,80}}|donate|donate (?:now|today|here)
        become a (?:member|subscriber|patron|supporter)\b.{{0,60}}
        check your (?:inbox|e-?mail)\b.{{0,60}}|an? e-?mail has been sent.{{0,60}}|enter your e-?mail.{{0,60}}
        e-?mail address\s*\*?
        powered by \w+(?: \w+)?|theme by .{{2,30}}|designed by .{{2,30}}|(?:opens|open) in (?:a )?new (?:window|tab)
        javascript (?:is|must|needs|seems)\b.{{0,80}}|please enable javascript.{{0,80}}
        your browser does not support.{{0,80}}
        (?:this )?(?:video|content|browser) (?:is not|cannot|can not|not) (?:available|be played|supported).{{0,60}}
        (?:this is )?a (?:subscriber|premium|members)[ -]only (?:article|story).{{0,60}}
        already a (?:subscriber|member)\?.{{0,60}}|(?:to continue|continue) reading,? .{{0,80}}subscribe.{{0,60}}
    """,
    "credit": rf"""
        {PICTURE}\s*(?:credits?|by|courtesy(?: of)?|via|sources?|copyright)\s*[:|-]?\s*.{{2,120}}
        {PICTURE}\s*[:|]\s*.{{2,100}}
        (?:featured|cover|header|lead|main|top|banner|hero) {PICTURE}(?: (?:credit|by|via
        |courtesy of))?\s*[:-]?\s*.{{0,120}}
        {PICTURE} (?:©|\(c\)).{{2,80}}|credits?\s*:\s*.{{2,80}}|(?:photo |image )?courtesy\s*(?:of|:)\s*.{{2,80}}
        {AGENCY} (?:file )?(?:photo|image|picture)s?
        {AGENCY}(?:\s*/\s*[\w .'’-]{{2,40}})*|[\w .'’-]{{2,40}}(?:\s*/\s*{AGENCY})+(?: via {AGENCY})?
        [\w .'’-]{{2,40}} (?:via|for) {AGENCY}(?: images)?|via {AGENCY}(?: images)?
        (?:(?:additional |further )?(?:reporting|writing|editing|production|compiled|translated|edited|written
        |fact-check(?:ed|ing)) (?:by|in \w+ by) {_NAMED}.{{2,240}})
        (?:edited|written|reported|curated|translated) by\s*:\s*{_NAMED}.{{2,100}}|with (?:agency|agencies) inputs?
        (?:representational|representative|file|archive|stock) (?:image|photo|picture
        |photograph)s?(?:\s*[.|:/-].{{0,60}})?
        (?:with (?:additional )?(?:inputs?|reporting|files|agency inputs|material) (?:from|by) .{{2,100}})
    """,
}

_PLACE = r"(?:\s*[|·•–—-]\s*(?-i:[A-Z][A-Z. ]{2,30}))?"

HEAD = {
    "page-date": rf"""
        {DATED}?{DATE}(?:\s*[|·•,–—-]?\s*{DATED}?\s*{DATE})?{_PLACE}(?:\s*[|·•,–—-]\s*\d+ min(?:ute)?s?(?: read)?)?
        {DATED}{_CLOCK}|{DATED}(?:\d+|an?|one|two|few|several) \w+ ago
        (?:\d+|an?|a few) (?:second|minute|min|hour|hr|day|week|month|year)s? ago
        [\w .&'’-]{{2,40}}\s*[|·•]\s*{DATED}?{DATE}
        {_WEEKDAY}|{_WEEKDAY},? {MONTH} \d{{1,2}}|{_CLOCK}|just now|yesterday|today
    """,
    "breadcrumb": r"""
        (?:you are here\s*:?\s*)?(?:home|homepage|front page|start|index|news|world|opinion
        |main)(?:\s*[>/»›→|·•\\]+\s*[^>/»›→|·•\\]{1,60})+[>/»›→|]?\s*
        you are here\s*:?.{0,120}
        [^<>»›→&,.;]{2,30}(?:[>»›→][^<>»›→&,.;]{2,60}){2,}
    """,
    "navigation": r"""
        home|homepage|front page|news|world|politics|opinion|business|sports?|culture|lifestyle|video|videos|photos
        podcasts?|live
        today|sections|edition|(?:us|uk|international|asia) edition|follow|share|by|author|staff|live updates
        exclusive|world news|top stories
        in depth|technology|tech|science|health|entertainment|economy|markets|weather|e-?paper
        (?:home|news|world|politics|opinion|business|sports?|culture|lifestyle|videos?|photos|tech(?:nology)?|science
        |health|entertainment|economy|more)(?:\s*[|·•/,\s]\s*(?:home|news|world|politics|opinion|business|sports?
        |culture|lifestyle|videos?|photos|tech(?:nology)?|science|health|entertainment|economy|more)){2,}
    """,
    "credit": rf"""
        (?:by|written by|author\s*:|posted by|story by|text by|reported by)\s*:?\s+{_NAMED}.{{1,100}}
    """,
}

TAIL = {
    "source-link": r"""
        (?:original |news |article )?sources?(?:\s*[:–—|-]\s*.{0,120})?
        via(?:\s*[:–—|-]?\s*.{2,60})?|references?\s*:?|h/t .{2,60}|from\s*:\s*.{2,60}|link|external links?
        (?-i:Source(?=[A-Z])).{2,40}
    """,
    "page-date": rf"""
        {DATED}?{DATE}|{DATED}.{{2,60}}
    """,
    "bio": r"""
        about (?:the )?(?:author|writer|contributor)s?\b.{0,60}
        author(?:['’]s)? (?:bio|biography|profile|information|details)\s*:?
        (?:the )?(?:author|writer|contributor|columnist)s? (?:is|are|was|were|has|have|can|may|holds?|teach(?:es)?
        |works?|serves?)\b.{4,300}
        .{0,40}\b(?:views?|opinions?) (?:and opinions )?(?:expressed|stated|presented|represented|contained|reflected
        |are|is)\b.{0,280}
        (?:all )?(?:views|opinions) (?:are )?(?:personal|his own|her own|their own|my own)\.?
        follow (?:him|her|them|me|@\w+)\b.{0,120}
        (?:he|she|they) (?:can be (?:reached|contacted|followed|found)|tweets?)\b.{0,120}
        (?:e-?mail|contact|write to|reach)\s*(?:him|her|them|the author|us|me)?\s*(?:at|:)\s*\S+@\S+.{0,40}
        \S+@\S+\.\w+|(?:twitter|x|e-?mail|instagram|linkedin)\s*:\s*\S+|@\w{2,30}
    """,
    "credit": rf"""
        [–—-]\s*(?:with )?(?:agencies|reuters|afp|ap|pti|ani|ians|bloomberg|xinhua)
        \(?(?:agencies|reuters|afp|ap|pti|ani|ians|xinhua|tass|yonhap)\)?
        by {_NAMED}[\w.'’-]+(?: [\w.'’-]+){{0,4}}
    """,
    "navigation": r"""
        comments?\s*:?|\d{1,6}|[#*_~=–—•·.|-]{1,80}|(?:#\w+[\s,]*)+|ends?|the end|\(ends?\)|-\s*30\s*-|more\s*:?
        related|tags?|share|like|×|x|home|yes|no
        submit|send|ok|cancel|search|up|top|published by|author|posted by|category|topics?
    """,
}
