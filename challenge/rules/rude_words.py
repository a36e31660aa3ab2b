# ruff: noqa: RUF001
"""Words that no team name or first name may hold, and innocent words that only look as if they held one.

Offensive by nature: profanity, slurs, sexual and hateful terms, common British insults, and some from other languages
heard in British colleges. `decency` undoes spacing, repeats and look-alikes, so words stand here in plain letters.
Mild words, and words that are somebody's name (Randy, Fanny, Phuc, Lund, Butt), are left out on purpose: a host can
rename a team.
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ANYWHERE = _words("fuck nigger nigga faggot wanker motherfuck")
"""Part of nothing innocent, so found even across the ends of words."""

INSIDE = _words(
    """
    shit shyt cunt cvnt fvck fcuk phuck wank piss jizz pussy bitch biatch bastard bollock whore slut dildo penis vagina
    clitor blowjob handjob rimjob gangbang deepthroat arsehole arsewipe asshole asswipe dickhead dickwad knobhead
    knobend cockhead cocksuck bellend dickpic bumhole bumder butthole buttplug ballsack nutsack scrotum testicle
    masturbat ejaculat orgasm jackoff jerkoff twatface fucktard retard spastic golliwog raghead towelhead sandnigg
    shemale ladyboy poofter battyboy battyman paedo pedophil rapist molest bestiality necrophil incest hitler holocaust
    auschwitz gaschamber siegheil heilhitler neonazi whitepower killyourself schoolshoot childporn pornhub onlyfans
    xvideos xhamster jimmysavile jeffreyepstein suckmy suckadick suckdick eatmyass eatmyarse eatshit deeznut sugondese
    bukkake hentai pissflap clunge chutiya bhenchod benchod behenchod madarchod sharmuta putain vaffanculo stronzo
    hurensohn arschloch scheisse kurwa pierdol blyat pendejo maricon gilipollas bloodclaat bumbaclaat bumboclaat
    bombaclat rassclaat ligmab sugmad mikehunt bendover hughjass hughjanus dixienormous mikeoxlong mikeoxmaul moelester
    wilmadick jennytalia пизд блять бляд хуесос
    """
)
"""Rude wherever in a word it stands, but for the innocent words below."""

WHOLE = _words(
    """
    ass arse arsed azz tit titty titties cum cumshot cock dick fag fagot anal anus rape raped raper raping knob
    prick crap crappy porn porno orgy boob booby boobies twat twatted minge minger hoe hoes thot slag slapper poof dyke
    homo tranny trannies spic gook wog coon chink chinky paki pakis kike beaner wetback gypo gyppo pikey chav tard
    libtard mong spaz spack moron idiot cripple nonce pedo kkk nazi nazism heil meth kys fck fcks fcking fckin fckn fuc
    fuk fuks fuker fukin fuking fukn fuq fuqing fux fuxk phuk phuking phuq fvk kunt sht shtty shiz cnt wnk wnkr btch nig
    negro nibba niqqa cuck milf dilf gilf tosspot pillock bint bimbo skank skanky gimp spunk pusy clit phallus phallic
    boner nudes stripper hooker prostitute lesbo lezzer bugger buggery shag shagger shagged shagging quim bdsm fetish
    dominatrix nympho threesome fap fapping sex sexy sexx sexting sucks merde puta puto cabron mierda cazzo pizda muie
    chuj kutas gandu сука хуй жопа мудак suicide genocide terrorist incel pervert perv perverts
    """
)
"""Rude as a word of its own, also with an s or z after it."""

INNOCENT = _words(
    """
    scunthorpe penistone peniston therapist retardant slutsk wankel wankhede swank pissarro pissaladiere pussycat
    pussyfoot pussywillow shiitake shitake shital shitara shitole shittu ashita eshita ishita oshita ushita oshito
    ishito ishitani akshit ikshit kshiti kshita arshit ashitha rishit nishit ishitha yashit sushit kushit ashit
    snigger niggle niggling niggardly kuntz rapped rapper rapping annal annus bonner pennisi shitomi
    cushitic
    """
)
"""Words, and parts of names from everywhere, that hold a rude word by chance."""
