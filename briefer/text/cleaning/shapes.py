"""What single lines of page furniture look like, in any newspaper.

Each function answers for one line by its words alone; where it stands is weighed in `kinds`.
"""

import re
import unicodedata

from briefer.text.dates import find_dates
from briefer.text.times import PAST

_I = re.IGNORECASE

_DISCLAIMER = re.compile(
    r"^\W*(?:disclaimer|отказ от ответственности)\b|"
    r"\b(?:views?|opinions?)\b.{0,90}\b(?:own|do(?:es)? not (?:necessarily )?(?:reflect|represent|coincide)|"
    r"(?:are|is) (?:solely |exclusively )?(?:those|that) of|may not (?:reflect|represent|coincide))\b|"
    r"\b(?:мнени[ея]|точка зрения)\b.{0,60}\b(?:не совпада|совпадать|не отража)",
    _I,
)
_NO_POSITION = re.compile(
    r"^\W*(?-i:[A-Z])[^.!?]{1,80}\b(?:does not|do not|doesn['’]t) (?:hold|take|adopt|have) (?:any )?"
    r"(?:(?:institutional|corporate|official|specific|collective|editorial|policy) )+(?:positions?|views?)"
    r"(?=\W*$|[.;]| on (?:matters|issues|policy|public))|"
    r"^\W*responsibility for the (?:views|opinions|content|contents)\b.{0,60}\bwith the authors?\b",
    _I,
)
"""What institutes print below their papers."""
_DISCLAIMER_OPENING = re.compile(
    r"^\W*(?:disclaimer|note\b|editor.s note|(?:the |any |all |these )?(?:views|opinions)(?: and \w+)? "
    r"(?:expressed|presented|stated|contained|herein|in this|here|of the (?:author|writer|contributor))|"
    r"(?:this|these) (?:article|piece|column|commentary|op-ed|essay|paper|views|opinions)|"
    r"the (?:author|writer)|мнени|отказ|редакция)",
    _I,
)
_NOTICE = re.compile(
    r"\b(?:uses?|using|accept|about|of) (?:\w+ ){0,2}cookies\b|\bcookies? (?:policy|settings|"
    r"preferences|notice)\b|"
    r"\bthis (?:article|content|story) is (?:for|available to|reserved for) (?:our )?(?:subscribers|members)|"
    r"^\W*(?:to )?(?:continue|keep) reading\b.{0,60}\b(?:subscri|regist|sign|log|account)|"
    r"^\W*subscribe (?:now |today )?(?:to|for)\b|^\W*already (?:a )?(?:subscri|member|regist|"
    r"have an account)|"
    r"\b(?:free|remaining) articles? (?:left|remaining|this month|per month)\b|"
    r"\bthis content is (?:locked|premium)|"
    r"\bnewsletters?\b.{0,60}\binbox\b|\binbox\b.{0,60}\bnewsletter|"
    r"^\W*(?:sign up|join|get|receive)\b.{0,60}\bnewsletter|\b(?:meet|to|in|into) your inbox\b|"
    r"\ball rights reserved\b|^\W*(?:©|copyright\b|\(c\)\s)|\bmay not be (?:reproduced|republished|"
    r"redistributed)\b|"
    r"\bearn (?:an? )?(?:\w+ ){0,2}commission\b|\baffiliate links?\b|"
    r"\benable javascript\b|\bproduced with permission\b|^\W*(?:republished|reprinted|"
    r"reproduced) (?:with|by|from|under)\b|"
    r"\b(?:small|quick) favou?r to ask\b|^\W*since you.re here\b|\bour (?:independent |"
    r"quality )?journalism\b|"
    r"\b(?:the|this) ad(?:vert)? to you\b|\bencounter any technical issues\b|\bcancel any ?time\b|"
    r"\brange of subscriptions\b|\bnewsletters?\?|\breceive (?:our |the )?(?:\w+ ){0,3}newsletters?\b|"
    r"\bforward-looking statements?\b|\bcreate (?:a|your) (?:free )?account\b|\breading list\.?$|"
    r"\b(?:page|content) you requested\b|\bupgrad\w+ to a (?:web )?browser\b|"
    r"\bthis (?:video|content) (?:is not|cannot be|can.t be)\b|\bemail address will not be published\b|"
    r"^[^.!?]{0,60}©\s?(?:19|20)\d\d\b|^\W*our standards\s*:|"
    r"^\W*(?:do you have|got|have) (?:an? |any )?(?:opinion|view|story|stories|tip|news tip)s?\b.{0,140}"
    r"(?:\b(?:letters?|publication|click|e-?mail|send|contact us|get in touch)\b|\w@\w)|"
    r"^\W*(?:follow (?-i:[A-Z])|(?:follow|like|join|find) (?:us|our)\b).{0,50}\bon (?:facebook|twitter|x|"
    r"instagram|telegram|whatsapp|youtube|linkedin|google news)\b|"
    r"^\W*(?:join|subscribe to|follow) .{1,50}\b(?:telegram|whatsapp|youtube|viber) "
    r"(?:channel|group|community)\b|"
    r"^\W*(?:do you have|have|got) (?:an? |any )?(?:question|comment|correction|complaint|feedback)s?\b"
    r".{0,60}\?\W*(?:contact|e-?mail|write|tell|let|ask|send)\b|"
    r"^\W*this (?:paper|report|study|brief|policy brief|research|publication|essay) (?:was|is) "
    r"(?:(?:generously|partly|made) )*(?:possible|supported|funded|financed) "
    r"(?:in part )?(?:by|through|with)\b|"
    r"^\W*this (?:story|article|investigation|piece) was (?:edited|fact-checked|(?:co-?)?produced|supported|"
    r"funded|translated) (?:by|with)\b|"
    r"^(?:that['’]s|that is|we['’]re|we are) (?:all|it|where we|closing|pausing|wrapping up)\b.{0,60}"
    r"\b(?:coverage|live ?blog)\b|"
    r"^\W*this (?:story|article|post|page) (?:has been|is being|was) (?:last )?updated\W*$|"
    r"^\W*(?:this|the) (?:interview|conversation) (?:was|has been) (?:\w+ ){0,6}"
    r"(?:edited|shortened|condensed)\b|"
    r"[.!?]\s(?:the|all|any) (?:views|opinions) expressed\b|\bboundaries and (?:the )?names shown\b|"
    r"\bbuy me a coffee\b|^\W*(?:inside|in) this (?:edition|issue)\s?:|"
    r"\b(?:when|if) (?:using|quoting|reprinting) (?:(?:our|these|the|any) )?materials\b|"
    r"\bпри (?:использовании|перепечатке|цитировании) материалов|"
    r"\b(?:under|licen[cs]ed?)\b.{0,20}\b(?:CC BY|creative commons)\b|"
    r"^(?:\W*|.{1,50}[?:]\s)(?:write|e-?mail|send (?:it|them)) (?:to|us at)?\s?\S+@\w",
    _I,
)
_APPEAL = re.compile(
    r"(?:^\W*|[.!?,:—–-]\s)(?:please )?(?:consider )?(?:subscrib(?:e|ing)|donat(?:e|ing)|contribut(?:e|ing)|"
    r"becom(?:e|ing) an? (?:\w+ )?(?:member|supporter|subscriber|patron)|"
    r"(?:consider|make|making) an? (?:\w+ )?(?:donation|contribution|gift)|support(?:ing)? (?:us|our work)|"
    r"take out a subscription)\b",
    _I,
)
_APPEAL_GROUND = re.compile(
    r"\b(?:journalism|newsroom|articles?|subscription|newspaper|this (?:kind of )?reporting|our reporting)\b|"
    r"[$£€]\s?\d|\b\d[\d.,]* (?:a|per) (?:week|month|year)\b",
    _I,
)
_APPEAL_WORDS = ("subscri", "donat", "contribut", "becom", "support")
_LONGEST_APPEAL = 45
# One of these words stands in every notice; looking for them is faster than matching.
_NOTICE_WORDS = (
    "cookie", "subscri", "all rights", "©", "copyright", "(c)", "reproduced", "republished", "reprinted",
    "commission", "affiliate", "javascript", "permission", "reading", "already", "articles", "article is",
    "content is", "story is", "newsletter", "inbox", "favour", "favor", "journalism", "since you", "to you",
    "technical issues", "cancel any", "subscriptions", "forward-looking", "account", "reading list",
    "requested", "browser", "this video", "this content", "email address", "our standards", "opinion", "view",
    "story", "stories", " tip", "this investigation", "this piece", "coverage", "live blog", "liveblog",
    "updated", "interview", "conversation", "names shown", "coffee", "this edition", "this issue",
    "materials", "материалов", "cc by", "creative commons", "@", "facebook", "twitter", " on x", "instagram",
    "telegram", "whatsapp", "youtube", "linkedin", "google news", "viber", "question", "comment",
    "correction", "complaint", "feedback", "this paper", "this report", "this study", "brief",
    "this research", "this publication", "this essay",
)  # fmt: skip
_IMPRINT = re.compile(
    r"^\W*(?-i:[A-Z])[^.!?]{1,50} is (?:(?:owned and )?(?:published|produced|printed) by .{0,60}\b"
    r"(?:ltd|limited|llc|inc|bv|gmbh|plc|s\.?a|media|publish(?:ing|ers)|publications|newspapers|group)\b\W*"
    r"(?:$|(?<=\.)\s)|(?:a member of|regulated by) (?:the )?(?:independent press standards|ipso\b|impress\b|"
    r"press council))",
    _I,
)
"""Who publishes a newspaper and to whom it answers, at the foot of a page."""
_FIRST_PUBLISHED = re.compile(
    r"^\W*(?:this (?:\w+ ){1,2})?(?:was |is |has been )?(?:(?:first|originally|previously) )"
    r"(?:published|appeared|posted|printed|aired|ran)\b|^\W*(?:впервые опубликовано|источник\s*:)|"
    r"^\W*this (?:article|piece|essay|op-ed|commentary|story|post) (?:was )?(?:published|appeared|comes)\b",
    _I,
)
_TAGS = re.compile(
    r"^\W*(?:tags?|topics?|key ?words?|labels|filed (?:under|in)|categor(?:y|ies)|posted in|теги|метки|"
    r"ключевые слова|темы|schlag(?:wörter|worte)|mots[- ]cl[ée]s|etiquetas|palabras clave|"
    r"argomenti)\b\s*(?P<colon>:)?",
    _I,
)
_HASHTAGS = re.compile(r"#\w[^#.!?]{0,40}(?:#\w[^#.!?]{0,40})+$")
_CONTROL = re.compile(
    r"^\W*(?:loading\b.{0,20}|please wait\W*|"
    r"share(?: (?:this\b.{0,45}|(?:on|via|with|article|story|post)\b.{0,30}))?|"
    r"rate (?:this|the)\b.{0,20}|print(?: (?:this|article|page)\b.{0,15})?|e-?mail(?: this\b.{0,15})?|"
    r"tweet|pin it|"
    r"follow(?: (?:us|@\w+|on)\b.{0,40})?|subscribe(?: (?:now|here))?|sign (?:in|up)\b.{0,30}|"
    r"log ?(?:in|out)|"
    r"click here\b.{0,40}|read (?:more|mode|in app|aloud|later)|more|"
    r"continue(?: reading(?: the main story)?)?|"
    r"advert(?:isement)?s?|"
    r"sponsored(?: content)?|back to (?:top|home\w*)|skip to .{0,30}|menu|search|home|"
    r"comments?(?: \(?\d+\)?)?|"
    r"\d+ (?:comments?|shares?|views|likes|votes?)|leave a (?:comment|reply)|post a comment|reply|"
    r"(?:view|show|see|load) (?:all|more|less)\b.{0,30}|next(?: (?:article|post|story|page))?|prev(?:ious)?"
    r"(?: (?:article|post|story|page))?|listen(?: to (?:this )?(?:article|story))?|play|"
    r"watch(?: (?:now|live|video))?|"
    r"(?:\d+% )?(?:font|text) size\b.{0,10}|\(?\d+ votes?\)?|\(?votes?: ?\d+.{0,25}|rating: ?\d.{0,15}|"
    r"\d+ ?(?:-| )?min(?:ute)?s?(?: to)? read|reading time\b.{0,20}|estimated (?:reading|read) time\b.{0,20}|"
    r"\d{1,2}:\d\d(?::\d\d)?(?: ?[-–/|] ?.{0,40})?|end|-?30-?|\S+@\S+\.\w+|https?://\S+|"
    r"home(?: \w+)* (?:about|contact|archives?|search|login|sport)(?: \w+)*|"
    r"view (?:this|in|online)\b.{0,40}(?:browser|online)|cite this\b.{0,20}|support (?:us|our journalism)|"
    r"contribute|ad feedback|copy ?link|keep reading|\d+ of \d+|list (?:\d+ )?of \d+(?: items)?|"
    r"end of list|jump\b.{0,20} to .{0,30}|zurück zur .{0,30}|you are here.{0,60}|link copied|"
    r"(?:(?:published|posted|updated?)[: ]*)?(?:\d+|an?) (?:min(?:ute)?|hour|hr|day|week|month)s? ago|"
    r"top content\b.{0,20}|trending(?: now)?|most (?:read|popular|viewed|shared)|copy link|save|"
    r"bookmark|download(?: (?:pdf|the .{0,20}))?(?: ?\([^)]*\))?|"
    r"facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|"
    r"поделиться.{0,20}|комментари[ия].{0,10}|оцените.{0,20}|печать|подписаться.{0,20}|читать .{0,25})\W*$",
    _I,
)
_RELATED_HEADING = re.compile(
    r"^\W*(?:related(?: (?:articles?|stories|content|posts?|news|topics|links|reading|coverage|items))?|"
    r"keep reading|(?:read|see|you (?:may|might)) also(?: (?:like|be interested in))?|more (?:from|on|in|"
    r"stories|"
    r"news|like this)\b.{0,40}|"
    r"recommended(?: (?:for you|articles|reading|stories))?|you (?:may|might) (?:like|enjoy|"
    r"be interested in)\b.{0,20}|"
    r"latest (?:news|articles|stories|posts)|top stories|further reading|don.t miss|up next|also read|"
    r"read next|"
    r"(?:most|recent) (?:read|popular|viewed|articles|posts|stories)|editor.?s.? picks?|what to read next|"
    r"читайте также|по теме|материалы по теме|похожие (?:статьи|материалы)|другие материалы)\W*$",
    _I,
)
_RELATED_LINE = re.compile(
    r"^\W*(?:read (?:more|also|next|now)|see also|also read|also see|must read|related(?: \w+)?|"
    r"recommended|more|watch|also by (?:this|the same) author|"
    r"listen|dig deeper|go deeper|читайте также|подробнее|"
    r"(?:[aà] )?lire (?:aussi|également)|lees ook|läs också|czytaj także|"
    r"leia também|leggi anche|lesen sie auch|"
    r"mehr zum thema|ver también)\s*(?::|\||>|»|→|›)\s*\S",
    _I,
)
_ABOUT = re.compile(r"^\W*about (?:the )?(?:authors?|writers?|contributors?)\W*$|^\W*об авторе\W*$", _I)
_CREDIT = re.compile(
    r"^\W*(?:photo(?:graph)?|image|picture|video|file photo|illustration|graphic|map|caption|credit|"
    r"фото|foto)s?\b"
    r"(?:\s+(?:by|credit|courtesy|via|caption)\b|\s*[:/|©(]|\s+\d+ of \d+)|^\W*(?:©|above:|pictured)|"
    r"^\W*(?:play|watch) (?:the )?(?:video|clip)\s?:|"
    r"\((?:photo|image|picture|ap photo|file|reuters|afp|epa|getty)\b[^)]{0,80}\)\W*$|"
    r"\([^()]{1,60}/[^()]{1,60}\)\W*$|^\W*(?:\w+ ){0,4}getty images\b.{0,30}$|(?:getty images|"
    r"ap photo|epa-efe|/ ?afp|afp via \w+|"
    r"shutterstock|istock|alamy|file photo)\W*$|"
    r"^reuters/\w+|"
    r"\breuters/[A-Z]\w+ [A-Z]\w+\W*$",
    _I,
)
_PICTURED = re.compile(
    r"^\W*(?:[A-Z\d .,:]+ )?(?-i:FILE)\s[-–—]|^\W*file\s[-–—]|^\W*view (?:images?|photos?|gallery) [A-Z]|"
    r"^\W*an? artist['’]?s? (?:impression|depiction|rendering|illustration|reconstruction|"
    r"product shot) of\b|"
    r"\bin (?:this|an?) (?:[\w.,/]+ ){0,6}?(?:photo(?:graph)?|image|picture|handout|"
    r"frame ?grab|"
    r"screen ?grab|(?:frame|still|grab|video) (?:taken )?from)\b.{0,60}\b(?:released|provided|taken|made|"
    r"shot|"
    r"shows?|by|from)\b|\[(?:file|photo|image|courtesy|reuters|afp|ap\b|epa|getty)[^\]]*\]\W*$|"
    r"\[[^\[\]]{2,60}/[^\[\]]{2,60}\]\W*$|[.)]\s(?:photo|image|picture|foto)(?:graph)?s?\s?(?:by|:|"
    r"©)\s?[^.!?]{2,60}$",
    _I,
)
"""A picture that says it is one: "FILE - ...", "... in this photo released by ...", "[File: ...]"."""
_WEEKDAY_DATE_END = re.compile(r",\s(?:mon|tues|wednes|thurs|fri|satur|sun)day,\s$", _I)
_EXHIBIT = re.compile(
    r"^\W*(?:figure|fig\.|table|chart|graph|map|exhibit|box)\s(?:\d{1,3}|[A-Z])(?:\.\d+)?\s?(?:[.:|–—-]|$)",
    _I,
)
_SOURCE = re.compile(r"^\W*sources?\s?:\s*\S", _I)
_NOTES_HEADING = re.compile(
    r"^\W*(?:\d+\.?\s)?(?:(?:end|foot)?notes?(?: and references)?|references?|bibliography|works cited|"
    r"sources|literature|примечания|литература)\W*$",
    _I,
)
_RELEASE_END = re.compile(r"^\W*(?:notes? (?:to|for) (?:the )?(?:news )?(?:editors?|media)|ends)\W*$", _I)
_PAYWALL = re.compile(
    r"^\W*(?:(?:subscribe|sign up|register|log in|join)\b.{0,20}\bto (?:unlock|read|continue|keep reading|"
    r"access)\b|"
    r"(?:to )?(?:continue|keep) reading\b.{0,60}\bsubscri|unlock this\b|this (?:article|story|"
    r"content) is (?:for|"
    r"only for|reserved for|available to)\b.{0,30}\b(?:subscribers|members)\b)",
    _I,
)
_CREDIT_WORDS = (
    "photo", "image", "picture", "video", "illustration", "graphic", "map", "caption", "credit", "фото",
    "foto", "©", "above:", "reuters", "afp", "epa", "getty", "file", "shutterstock", "istock", "alamy",
)  # fmt: skip
_LEADING_CREDIT = re.compile(
    r"^(?:reuters|afp|ap|epa|getty images|associated press|tass|sputnik|xinhua|anadolu)\b\W*(?=[A-Z])", _I
)
_SEEN = re.compile(
    r"^(?:\S+ ){0,14}?(?:flies|shakes?|shaking|walks?|stands?|attends?|speaks?|meets?|arrives?|"
    r"looks? on|waves?|sits?|"
    r"poses?|holds?|gestures?|delivers|addresses|greets?|welcomes?|carr(?:y|ies)|passes|pass|rises?|"
    r"burns?|inspects?|"
    r"watch(?:es)?|listens?|is seen|are seen|is pictured|are pictured|can be seen|takes? part|fires?|"
    r"rides?|drives?|patrols?|"
    r"gather|gathers|march|marches|protest|react|reacts|leaves?|talks?|applauds?|chants?|smiles?|lies?|"
    r"prays?|display|displays)\b"
)
_FULL_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
    r"(?:[A-Z][a-z]{2,8}\.?,? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?),? \d{4}\b"
)
_IS_SHOWN = re.compile(r"\b(?:is|are) (?:pictured|seen|shown)\b(?! (?:by|as)\b)")
_REPORTS = re.compile(rf"{PAST.pattern}|\b(?:did|will|would)\b")
"""What a scene does not say; "is pictured" says that it is one all the same."""
_SAID = re.compile(r"\b(?:said|says|told|announced|added|reported|warned)\b")
_DATE_PREPOSITION = re.compile(
    r"\b(?:on|since|until|till|from|of|after|before|by|to|dated|for|and|the|between|around|as|in|during)\W*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$",
    _I,
)
_BIOGRAPHY = re.compile(
    r"^\W*(?:the (?:writer|author)|The (?:writer|author)|(?:(?:Dr|Prof|Professor|Amb|Ambassador|Gen)\.?\s)?"
    r"[^\W\d_a-zа-яё][\w.’'-]*(?:\s(?:(?:al|el|bin|ibn|van|von|de|da|der)[\s-]?)*"
    r"[^\W\d_a-zа-яё][\w.’'-]*){0,4})"
    r"(?:\s\([^)]{1,60}\))?(?:,\s.{1,80}?,)?\s"
    r"(?:is|was|has been|serves as|works (?:as|at|for)|writes|teaches|covers|reports|lives|leads|heads)\b"
)
_BIO_ROLE = re.compile(
    r"\b(?:writer|journalist|fellow|analyst|professor|scholar|researcher|editor|columnist|author|"
    r"correspondent|"
    r"lecturer|contributor|expert|reporter|candidate|co-?founder|founder|director|commentator|consultant|"
    r"specialist|"
    r"academic|blogger|president|novelist|head of|last book|latest book|books? |chair(?:man|woman)?|ceo|"
    r"diplomat|adviser|advisor|scientist|teaches|"
    r"writes (?:for|about|on|every|weekly)|covers|student at|staff)\b",
    _I,
)
_OPENS_WITH_PERSON = re.compile(
    r"^(?:(?:Dr|Prof|Professor|Amb|Ambassador|Gen)\.?\s)?[^\W\d_a-zа-яё][\w.’'-]*"
    r"(?:\s(?:al|el|bin|ibn|van|von|de|da|der))*(?:\s[^\W\d_a-zа-яё][\w.’'-]*){1,4},?\s[a-z(]|"
    r"^(?:He|She|They|His|Her|Their)\s"
)
_BIO_MORE = re.compile(
    r"^\W*(?:(?:s?he|they|his|her|their) .{0,90}\b(?:research|book|books|author|work|works|writing|"
    r"writes|articles|"
    r"degree|graduate|holds|tweets|focuses|twitter|served|former|publications?|phd|ph\.d|ma\b|appeared|"
    r"published|expertise|interests?)"
    r"|follow (?:him|her|them)\b|(?:tweets? (?:at )?)?@\w+|twitter\s*:|e-?mail\s*:)",
    _I,
)
_AFFILIATION = re.compile(
    r"\b(?:ph\.?d|professor|fellow|researcher|director|adviser|advisor|institute|university|centre|center|"
    r"council|academy|"
    r"analyst|editor|correspondent|head of|expert|lecturer|scholar|department|политолог|эксперт|к\.\w\.н)\b",
    _I,
)
_WIRE_TAIL = re.compile(
    r"^\W*(?:(?:additional )?(?:reporting|writing|editing|compiled|translated|translation|"
    r"additional reporting)\b.{0,8}\bby\b|additional (?:reporting|research)\s?(?::|from\b|by\b)|"
    r".{1,80}\bcontributed (?:reporting|to this (?:report|story|article))\b|"
    r"(?:редактор|перевод|подготовил\w*)\b)",
    _I,
)
_LONGEST_CAPTION, _LONGEST_CHARACTERS = 45, 700
_SENTENCE_END = re.compile(r"[.!?…؟۔।։።။。！？]['\"”’»)\]」』]*$")
_LETTER = re.compile(r"[^\W\d_]")


def word_count(text: str) -> int:
    return len(text.split())


def ends_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text))


def is_ornament(text: str) -> bool:
    return not _LETTER.search(text)


def is_disclaimer(text: str) -> bool:
    """Whether the publisher, and not the article, speaks of whose views these are."""
    if word_count(text) > 90:
        return False
    is_general = bool(_DISCLAIMER.search(text)) and bool(_DISCLAIMER_OPENING.match(text))
    return is_general or bool(_NO_POSITION.match(text))


def is_notice(text: str) -> bool:
    if len(text) > 700 or word_count(text) > 80:
        return False
    lower = text.lower()
    found = (
        (any(word in lower for word in _NOTICE_WORDS) and bool(_NOTICE.search(text)))
        or (" is " in lower and bool(_IMPRINT.match(text)))
        or (any(word in lower for word in _APPEAL_WORDS) and is_appeal(text))
    )
    return found and not is_biography(text)  # which may say whose the views are


def is_appeal(text: str) -> bool:
    """Whether a newspaper asks its readers for money: "If you value our work, become a member from £4"."""
    if word_count(text) > _LONGEST_APPEAL or _SAID.search(text):
        return False
    return bool(_APPEAL.search(text)) and bool(_APPEAL_GROUND.search(text))


def is_first_published(text: str) -> bool:
    return word_count(text) <= 40 and bool(_FIRST_PUBLISHED.match(text))


def is_tag_list(text: str) -> bool:
    if _HASHTAGS.match(text):
        return True
    match = _TAGS.match(text)
    return (
        bool(match) and word_count(text) <= 30 and (bool(match and match["colon"]) or word_count(text) == 1)
    )


def is_control(text: str) -> bool:
    """Whether a line, or its part before a bar, is a button: "Log in | Subscribe from 4.90 a week"."""
    return len(text) <= 80 and any(_CONTROL.match(part.strip()) for part in (text, *text.split("|")[:1]))


def is_menu_row(line: str) -> bool:
    """Whether a raw line sets entries apart by white space: three that are short, or buttons."""
    entries = re.split(r"\s{2,}|\t", line.strip())
    if len(entries) > 1 and all(map(is_control, entries)):
        return True
    return len(entries) > 2 and all(0 < len(entry) <= 30 for entry in entries) and not ends_sentence(line)


def is_related_heading(text: str) -> bool:
    return len(text) <= 60 and bool(_RELATED_HEADING.match(text))


def is_related_line(text: str) -> bool:
    return word_count(text) <= 30 and bool(_RELATED_LINE.match(text))


def is_about_heading(text: str) -> bool:
    return bool(_ABOUT.match(text))


def is_wire_tail(text: str) -> bool:
    return word_count(text) <= 50 and bool(_WIRE_TAIL.match(text))


def is_caption(text: str) -> bool:
    """A picture's credit, or a scene in the present tense that ends in a date: "... in Rome, 1 May 2015."""
    if len(text) > _LONGEST_CHARACTERS or word_count(text) > 70:
        return False
    lower = text.lower()
    if (any(word in lower for word in _CREDIT_WORDS) or text.endswith((")", ")."))) and _CREDIT.search(text):
        return True
    if word_count(text) <= _LONGEST_CAPTION and _EXHIBIT.match(text):
        return True
    if shows_picture(text):
        return True
    scene = _LEADING_CREDIT.sub("", text)
    if not (scene != text or _ends_in_date(scene)):
        return False
    return (bool(_SEEN.match(scene)) or _ends_in_weekday(scene)) and not _SAID.search(scene[:120])


def shows_picture(text: str) -> bool:
    """Whether one sentence says that it is a picture's, or tells a scene of a day in the present tense.

    "FILE - ...", "A man passes the gate, Saturday, May 3, 2014": a report would be in the past tense.
    """
    if len(text) > _LONGEST_CHARACTERS:
        return False
    if word_count(text) <= _LONGEST_CAPTION and _PICTURED.search(text):
        return True
    if not _FULL_DAY.search(text):
        return False
    if _IS_SHOWN.search(text):
        return True
    return bool(_SEEN.match(text)) and not (_SAID.search(text) or _REPORTS.search(text))


def _ends_in_weekday(text: str) -> bool:
    """ "..., in Valley City, Saturday, Feb. 19, 2011.": only captions set the day apart so."""
    return any(_WEEKDAY_DATE_END.search(text[: mention.span.start]) for mention in find_dates(text))


def is_exhibit(text: str) -> bool:
    """The title of a table or figure: "Table 1. Deliveries by year"."""
    return word_count(text) <= _LONGEST_CAPTION and bool(_EXHIBIT.match(text))


def is_source_line(text: str) -> bool:
    """ "Source: ..." below a table, a figure or an article."""
    return word_count(text) <= 30 and bool(_SOURCE.match(text))


def is_copyright(text: str) -> bool:
    """Whose rights a page reserves, where the name of the site stands."""
    return word_count(text) <= 30 and ("©" in text or "copyright" in text.casefold())


def is_notes_heading(text: str) -> bool:
    return len(text) <= 60 and bool(_NOTES_HEADING.match(text))


def is_release_end(text: str) -> bool:
    """Where the text of a press release is over."""
    return len(text) <= 40 and bool(_RELEASE_END.match(text))


def is_paywall(text: str) -> bool:
    """Where a page breaks off for readers who have not paid."""
    return word_count(text) <= 20 and bool(_PAYWALL.match(text))


def _ends_in_date(text: str) -> bool:
    """Whether a sentence of the text ends in a date that no preposition ties to the verb."""
    for mention in find_dates(text):
        rest = text[mention.span.end :]
        before = text[: mention.span.start]
        if re.match(r"\.?\s*(?:$|\(|[A-Z\"“])", rest) and not _DATE_PREPOSITION.search(before):
            return True
    return False


def is_biography(text: str) -> bool:
    """Whether a line opens with a name or "The writer" and goes on with what this person does."""
    return bool(_BIOGRAPHY.match(text)) and bool(_BIO_ROLE.search(text[:260])) and not _SAID.search(text)


def tells_of_someone(text: str) -> bool:
    """Whether a short paragraph opens with a full name or a pronoun, as those in a list of authors do."""
    return word_count(text) <= 80 and bool(_OPENS_WITH_PERSON.match(text))


def continues_biography(text: str) -> bool:
    return word_count(text) <= 80 and bool(_BIO_MORE.match(text))


def is_affiliation(text: str) -> bool:
    """Titles and institutions in a row, without a sentence."""
    return word_count(text) <= 50 and not ends_sentence(text) and bool(_AFFILIATION.search(text))


def script_of(text: str) -> str | None:
    """The script most letters are in, such as "LATIN"; None without letters."""
    if text.isascii():
        return "LATIN" if _LETTER.search(text) else None
    letters = _LETTER.findall(text[:100])
    if not letters:
        return None
    names = [unicodedata.name(letter, "").partition(" ")[0] for letter in letters]
    return max(sorted(set(names)), key=names.count)
