"""Agencies and outlets whose names are recognised in a page before an installation knows any.

Names and spellings only: what a contract allows is the installation's to say. The Voice of America
is a broadcaster like others, unless the imported page is its own: see ``known_sources``.
"""

from dataclasses import replace

from liveblog.credits import SourceKind, SourceName

_AGENCY, _BROADCASTER = SourceKind.WIRE_AGENCY, SourceKind.BROADCASTER
_NEWSPAPER, _THINK_TANK = SourceKind.NEWSPAPER, SourceKind.THINK_TANK

KNOWN_SOURCES = (
    SourceName("reuters", "Reuters", "Reuters", _AGENCY),
    SourceName("associated-press", "The Associated Press", "AP", _AGENCY),
    SourceName("agence-france-presse", "Agence France-Presse", "AFP", _AGENCY),
    SourceName("dpa", "Deutsche Presse-Agentur", "dpa", _AGENCY),
    SourceName("interfax", "Interfax", "Interfax", _AGENCY),
    SourceName("interfax-ukraine", "Interfax-Ukraine", "Interfax-Ukraine", _AGENCY),
    SourceName("tass", "TASS", "TASS", _AGENCY, ("Tass", "Itar-Tass", "ITAR-Tass"), "state-run"),
    SourceName("ria", "RIA Novosti", "RIA", _AGENCY, descriptor="state-run"),
    SourceName("ukrinform", "Ukrinform", "Ukrinform", _AGENCY),
    SourceName("unian", "UNIAN", "UNIAN", _AGENCY),
    SourceName("belta", "BelTA", "BelTA", _AGENCY, descriptor="state-run"),
    SourceName("kyodo", "Kyodo News", "Kyodo", _AGENCY),
    SourceName("xinhua", "Xinhua", "Xinhua", _AGENCY, ("Xinhua News Agency",), "state-run"),
    SourceName("yonhap", "Yonhap", "Yonhap", _AGENCY, ("Yonhap News Agency",)),
    SourceName("anadolu", "Anadolu Agency", "Anadolu", _AGENCY, descriptor="state-run"),
    SourceName("ansa", "ANSA", "ANSA", _AGENCY, ("Ansa",)),
    SourceName("efe", "EFE", "EFE", _AGENCY, ("Efe", "Agencia EFE")),
    SourceName("pap", "Polish Press Agency", "PAP", _AGENCY),
    SourceName("pa-media", "PA Media", "PA", _AGENCY, ("Press Association",)),
    SourceName("bloomberg", "Bloomberg", "Bloomberg", _AGENCY, ("Bloomberg News",)),
    SourceName("upi", "United Press International", "UPI", _AGENCY),
    SourceName("canadian-press", "The Canadian Press", "Canadian Press", _AGENCY),
    SourceName("aap", "Australian Associated Press", "AAP", _AGENCY),
    SourceName("apa", "Austria Press Agency", "APA", _AGENCY, ("Austria Presse Agentur",)),
    SourceName("keystone-sda", "Keystone-SDA", "Keystone-SDA", _AGENCY),
    SourceName("belga", "Belga", "Belga", _AGENCY),
    SourceName("anp", "ANP", "ANP", _AGENCY),
    SourceName("ritzau", "Ritzau", "Ritzau", _AGENCY),
    SourceName("ntb", "NTB", "NTB", _AGENCY),
    SourceName(
        "tt",
        "TT News Agency",
        "TT News Agency",
        _AGENCY,
        ("TT news agency", "news agency TT", "TT newswire", "TT agency"),
    ),
    SourceName("stt", "STT", "STT", _AGENCY),
    SourceName("lusa", "Lusa", "Lusa", _AGENCY),
    SourceName("ctk", "Czech News Agency", "CTK", _AGENCY, ("ČTK",)),
    SourceName("mti", "MTI", "MTI", _AGENCY),
    SourceName("agerpres", "Agerpres", "Agerpres", _AGENCY),
    SourceName("tanjug", "Tanjug", "Tanjug", _AGENCY),
    SourceName("pti", "Press Trust of India", "PTI", _AGENCY),
    SourceName("jiji", "Jiji Press", "Jiji", _AGENCY),
    SourceName("bernama", "Bernama", "Bernama", _AGENCY),
    SourceName("antara", "Antara", "Antara", _AGENCY),
    SourceName("irna", "IRNA", "IRNA", _AGENCY, descriptor="state-run"),
    SourceName("kcna", "KCNA", "KCNA", _AGENCY, ("Korean Central News Agency",), "state-run"),
    SourceName("sana", "SANA", "SANA", _AGENCY, descriptor="state-run"),
    SourceName("wafa", "WAFA", "WAFA", _AGENCY),
    SourceName("saudi-press-agency", "Saudi Press Agency", "SPA", _AGENCY, descriptor="state-run"),
    SourceName(
        "rfe-rl",
        "Radio Free Europe/Radio Liberty",
        "RFE/RL",
        _BROADCASTER,
        ("Radio Free Europe", "Radio Liberty", "RFERL"),
    ),
    SourceName("voa", "VOA", "VOA", _BROADCASTER, ("Voice of America", "VOA News")),
    SourceName("bbc", "BBC", "BBC", _BROADCASTER, ("British Broadcasting Corporation",)),
    SourceName("cnn", "CNN", "CNN", _BROADCASTER),
    SourceName("cbs", "CBS News", "CBS", _BROADCASTER),
    SourceName("nbc", "NBC News", "NBC", _BROADCASTER),
    SourceName("abc-news", "ABC News", "ABC", _BROADCASTER),
    SourceName(
        "abc-australia",
        "Australian Broadcasting Corporation",
        "ABC Australia",
        _BROADCASTER,
        (
            *(
                "Australia's ABC",
                "Australian broadcaster ABC",
                "Australia's public broadcaster ABC",
            ),
            *("Australia's national broadcaster ABC", "Australian public broadcaster ABC"),
            *("local broadcaster ABC", "public broadcaster ABC", "national broadcaster ABC"),
            *("state broadcaster ABC", "Australian Broadcasting Corp."),
            "Australian Broadcasting Corp",
            *("the ABC", "ABC Radio"),  # the American network has no article
        ),
    ),
    SourceName("npr", "NPR", "NPR", _BROADCASTER, ("National Public Radio",)),
    SourceName("sky-news", "Sky News", "Sky News", _BROADCASTER, ("Sky's",)),
    SourceName("al-jazeera", "Al Jazeera", "Al Jazeera", _BROADCASTER),
    SourceName("deutsche-welle", "Deutsche Welle", "DW", _BROADCASTER),
    SourceName("nhk", "NHK", "NHK", _BROADCASTER),
    SourceName("cctv", "CCTV", "CCTV", _BROADCASTER, descriptor="state-run"),
    SourceName("itv-news", "ITV News", "ITV News", _BROADCASTER, ("ITV",)),
    SourceName("fox-news", "Fox News", "Fox News", _BROADCASTER),
    SourceName("msnbc", "MSNBC", "MSNBC", _BROADCASTER),
    SourceName("cnbc", "CNBC", "CNBC", _BROADCASTER),
    SourceName("pbs", "PBS", "PBS", _BROADCASTER, ("PBS NewsHour", "PBS News")),
    SourceName("euronews", "Euronews", "Euronews", _BROADCASTER, ("euronews",)),
    SourceName("france-24", "France 24", "France 24", _BROADCASTER),
    SourceName("rfi", "Radio France Internationale", "RFI", _BROADCASTER),
    SourceName("al-arabiya", "Al Arabiya", "Al Arabiya", _BROADCASTER),
    SourceName("suspilne", "Suspilne", "Suspilne", _BROADCASTER),
    SourceName(
        *("new-york-times", "The New York Times", "New York Times", _NEWSPAPER),
        ("NY Times", "N.Y. Times", "NYTimes", "NYT"),
    ),
    SourceName("washington-post", "The Washington Post", "Washington Post", _NEWSPAPER),
    SourceName(
        "wall-street-journal", "The Wall Street Journal", "WSJ", _NEWSPAPER, ("Wall St Journal",)
    ),
    SourceName("guardian", "The Guardian", "Guardian", _NEWSPAPER),
    SourceName("financial-times", "Financial Times", "FT", _NEWSPAPER),
    SourceName("axios", "Axios", "Axios", _NEWSPAPER),
    SourceName("der-spiegel", "Der Spiegel", "Spiegel", _NEWSPAPER),
    SourceName("bild", "Bild", "Bild", _NEWSPAPER),
    SourceName("die-welt", "Die Welt", "Die Welt", _NEWSPAPER, ("Welt",)),
    SourceName("sueddeutsche", "Süddeutsche Zeitung", "Süddeutsche Zeitung", _NEWSPAPER),
    SourceName("le-monde", "Le Monde", "Le Monde", _NEWSPAPER),
    SourceName("le-figaro", "Le Figaro", "Le Figaro", _NEWSPAPER),
    SourceName("el-pais", "El País", "El País", _NEWSPAPER, ("El Pais",)),
    SourceName("corriere", "Corriere della Sera", "Corriere della Sera", _NEWSPAPER),
    SourceName("la-repubblica", "La Repubblica", "La Repubblica", _NEWSPAPER),
    SourceName("nikkei-asia", "Nikkei Asia", "Nikkei Asia", _NEWSPAPER),
    SourceName("scmp", "South China Morning Post", "SCMP", _NEWSPAPER),
    SourceName("haaretz", "Haaretz", "Haaretz", _NEWSPAPER),
    SourceName("times-of-israel", "The Times of Israel", "Times of Israel", _NEWSPAPER),
    SourceName(
        *("daily-telegraph", "The Daily Telegraph", "Daily Telegraph", _NEWSPAPER),
        ("The Telegraph",),
    ),
    SourceName("usa-today", "USA Today", "USA Today", _NEWSPAPER),
    SourceName("meduza", "Meduza", "Meduza", _NEWSPAPER),
    SourceName("politico", "Politico", "Politico", _NEWSPAPER, ("POLITICO",)),
    SourceName("kyiv-independent", "The Kyiv Independent", "Kyiv Independent", _NEWSPAPER),
    SourceName("ukrainska-pravda", "Ukrainska Pravda", "Ukrainska Pravda", _NEWSPAPER),
    SourceName("isw", "The Institute for the Study of War", "ISW", _THINK_TANK),
)

# Words of a page's byline that name one of the sources above.
_HOUSES = {"voa": "VOA", "voice of america": "VOA"}


def known_sources(byline: str = "") -> tuple[SourceName, ...]:
    """The table for a page with that byline: the house it names has its own staff in it.

    On a page by "VOA News", "VOA's Jane Doe reported" is an own report, not another outlet's.
    """
    line = f" {byline.casefold()} "
    own = {name for words, name in _HOUSES.items() if f" {words} " in line}
    return tuple(
        replace(source, kind=SourceKind.OWN_STAFF) if source.name in own else source
        for source in KNOWN_SOURCES
    )
