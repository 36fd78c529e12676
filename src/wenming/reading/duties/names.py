"""What is the name of a unit: by its ending, by the place it belongs to, by what no name holds."""

import re

# What the name of an organisation, or of a class of them, ends in.
_PLAIN_ENDINGS = (
    "人民政府|政府|办公厅|办公室|委员会|管委会|党工委|党委|工委|党组|党支部|党总支|支部|团委|纪委|监委|政法委|编委|"
    "领导小组|工作组|专班|指挥部|联席会议|工会|妇联|科协|残联|文联|侨联|社科联|工商联|红十字会|关工委|老龄委|"
    "居委会|村委会|委会|协会|学会|商会|联合会|理事会|联合社|供销社|总社|协调办|办事处|"
    "书店|共青团|剧团|歌舞团|艺术团|文工团|演艺团|集团|公司|企业|银行|支行|分行|总行|医院|卫生院|学校|大学|学院|党校|中学|小学|一小|二小|三小|四小|五小|六小|实小|一中|二中|三中|四中|五中|六中|职中|职高|幼儿园|中小学|行业|高校|院校|"
    "律协|作协|音协|美协|书协|摄协|舞协|剧协|影协|消协|足协|侨协|记协|老体协|运营商|班级|年级|各班|支队|大队|公安机关|司法机关|税务机关|中队|总队|部队|消防队|服务队|志愿队|演出队|放映队|队|"
    "中心|总站|站|所|厂|馆|园区|景区|开发区|高新区|示范区|管理区|新区|园|场|社区|街道|乡镇|镇街|镇|乡|村|县市区|县区|区县|市县|旗县|"
    "省|市|县|区|州|盟|旗|部门|单位|机构|机关|团体|党组织|团组织|社会组织|"
    "检察院|法院|军分区|人武部|武装部|海关|总局|分局|支局|总署|审计署|厅|局|委|办|部|院|会|处|科|室|组|社|台|网|校|行|段|联盟|联|人大|政协|地区|出资人|署|司|团中央|法院|检察院"
)
ENDING = _PLAIN_ENDINGS + "|(?<![控参])股"
# What ends in 总局 ends in 局: the short ones are enough to know an end by.
_SHORT_ENDINGS = tuple(each for each in _PLAIN_ENDINGS.split("|") if not re.search(f".(?:{_PLAIN_ENDINGS})$", each))
LAST_SIGNS = "".join(sorted({ending[-1] for ending in _PLAIN_ENDINGS.split("|")} | {"股"}))
LONGEST = 45  # characters; a longer stretch is a sentence, not a name
_BARE = 9  # characters: a longer name says where it belongs (省…, 各…) or what organ it is
_KINDS = re.compile(
    r"[（(〔](?:自治[州县旗]|[省市县区州盟旗乡镇村街道办园校经开发高新场社地管委会局站所、，,\s]){1,14}[）)〕]$"
)  # 各乡镇（街道）, 高新区（经开区）
_SECOND_NAME = re.compile("(?<=[局委办部室会心队站])[（(〔][一-鿿]{2,12}[局委办部室处会心队站院校组][）)〕]$")
_NOT_IN_NAME = re.compile(
    r"[的了是被把为将：:]|每[年月日周天季次]|带队|自行(?!车)|(?<=[^安])全部|建成(?!区)|达到|实现|完成|确保|举办|召开|开展|评选|(?<=.)以(?!色列|上市)|(?<=.)要(?!闻)|(?<!自)由|(?<=[^省市])会同|对(?![外台口])|在(?!线)|(?<![青少老])年(?!级)|我们|他们|如何|[0-9０-９]\s?[月日]|月[底份初]|[政常]委$|(?:布|格|结|大)局$"
)
_COUNTED = re.compile(r"[0-9０-９]+[部家个场所队]$")  # 10部: a sum, whatever stands before it
_PLACE = r"(?:\*{2,}|[×XxＸ○]{2,}|[省市县区州盟旗镇乡村]|国家|中央|国务院|自治区|驻)"
_OF_PLACE = re.compile(
    r"(?:社区|街道)(?!居民|群众|干部|党员|文化|治理)(?=.{3})|[一-鿿]{2,8}(?:大学|学院|中学|小学)(?=.{2})|"
    rf"(?:我|全)?{_PLACE}|局(?![部面限长域促])|[一-鿿]{{2,6}}(?:省|市|县|区|州|盟|旗|镇|乡|街道|村)(?=.)|中国|人民银行|人行|农行|工行|团[省市县区]委"
)
_OF_CLASS = re.compile(r"各|试点|县直|市直|区直|省直|州直|全体|驻|.{1,8}各(?=.)|全部|所有")
_ORGAN = re.compile(
    r"(?:协调|工作)机制(?=办公室)|领导小组|指挥部|专班|委员会|组委会|联席会议|专项组|工作组|银行|公司|集团"
)
_SHORT = re.compile(
    r"[省市县区州旗镇乡团村商教建农经科计体][委府]|[编台侨外]办|团委|妇联|科协|残联|文联|侨联|人大|政协|工会|法院|党委|各[市县区镇乡村校班]"
)
_LOOSE = re.compile(
    r"结合部$|小区$|片区$|城中村$|(?<!办事)(?<!管理)(?<!政教)(?<!德育)(?<!教务)(?<!总务)(?<!教导)(?<!学生)(?<!保卫)(?<!后勤)(?<!人事)(?<!财务)处$|(?<![银支分总商])行$|[网段场]$|(?<![党中小学院各])校$"
)
# Endings that hardly anything but an organisation has.
_STRONG = re.compile(
    r"(?:[局厅]|(?<![筹承举主协开创兴督交经申联合自代领包一])办|委|(?<![全内外干局总细东西南北中支下上])部|办公室|党工委|党组|党支部|党总支|支部|监委|领导小组|"
    r"工作组|专项组|督导组|督查组|小组|专班|指挥部|联席会议|工会|妇联|科协|残联|文联|侨联|社科联|工商联|关工委|居委会|村委会|爱卫会|安委会|委员会|管委会|贸促会|"
    r"银保监会|证监会|红十字会|协会|学会|商会|联合会|理事会|基金会|供销社|总社|协调办|办事处|管理处|党校|检察院|法院|军分区|人武部|海关|"
    r"支队|大队|公安机关|司法机关|税务机关|(?<!有关)(?<!相关)(?<!职能)(?<!责任)(?<!主管)(?<!成员)(?<!牵头)(?<!地方)(?<!业务)(?<!行政)(?<!执法)(?<!各级)(?<!配合)(?<!考核)(?<!政府)(?<!各)(?<!直)部门|税务所|司法所|派出所|人大|政协|研究院|卫生院|社科院|[省市县区州盟旗镇乡城方](?:人民)?政府|街道|开发区|高新区|保税区|示范区|管理区|专班|分行|支行|"
    r"(?:剧|歌舞|艺术|文工|演艺|共青)团|(?:电视|广播电)台|(?<!通)报社|营管部|分公司|(?:执法|城管|城监|巡逻|监察)队|(?:政教|德育|教务|总务|教导|学生|学生工作|学工|保卫|后勤|人事|财务|宣传|组织|科研|审计|招生|就业|基建|资产|纪检|监察|信访|法规|综合|外事)处|(?:网管|新闻|融媒体?|信息化?|数据|疾控|疾病预防控制|指挥|监测|推广|事务|电教|教研|调度|政务服务|行政服务|便民服务|文化活动|公共服务|社会服务|卫生服务|志愿服务|救助|就业服务|人才服务|会计核算|后勤服务|督查|环卫|养护|监控|应急|采购|交易|接待|老干部?活动|青少年活动)中心|文明实践(?:中心|所|站)|校医室|"
    r"(?:药剂|医务|质控|设备|护理|院感|公卫|医保|信息|总务|后勤|采购|基建|人事|财务|宣传|宣教|保卫|组织|纪检)科|"
    r"(?:文化|农技|兽医|水利|林业|广播|交管|国土|村建|环卫|计生|畜牧|城建|防疫|水管|环保|消防救援)站|"
    r"(?:财政|国土|土地|供电|税务|工商|司法|房管|规划|交通|运管|农机|林业|水利|园林|环卫|市政|城管)所|"
    r"(?:移动|联通|电信|铁塔|供电|电力|自来水|水务|燃气|热力|公交|城投|环卫|保洁|广电|广电网络|客运|出租车?)公司|"
    r"物业(?:服务)?(?:企业|公司)|消防(?:救援)?机构|(?:业主?委员?会|[医保]院|保健院|卫生院|信用联?社|(?:新闻|窗口|帮扶|包联|包村|共建|结对|帮包|文明)单位|群团组织|群众团体)|[科股](?<=(?:财务|人事|业务|教育|规划|管理|监管|监督|督导|督查|法规|审批|综合|基建|安全|宣传|组织|保卫|信访|审计|科技|信息|统计|党建|后勤)[科股])|督查机构|成员单位|牵头单位|[属级层各]团组织)$"
)
_VERB_BEFORE = re.compile(
    r"(?:鼓励|支持|引导|推动|督促|督查|督导|指导|加强|加快|要求|发动|协调|配合|对|向|为|以|从|经(?![济信贸开])|按|将|把|使|让|及|并|通过|依托|围绕|建设|打造|培育|开展|组织|强化|"
    r"完善|健全|深化|提升|提高|优化|创建|促进|推进|实施|落实|做好|加大|构建|探索|利用|发挥|建立|成立|设立|结合|根据|依据|充分|积极|争取|有条件|符合|参与|联合|会同|"
    r"进一步|全面|大力|扩大|拓展|整合|统筹|明确|报(?![社刊纸业])|送|给|当|如|若|凡|成为|作为|包括|比如|例如|实现|确保|不断|继续|切实|认真|广泛|严格|集中|重点|采取|适时|保证|"
    r"各年(?!级)|每年|同时|其中|此外|另外|由于|因|至|到|达到|进入|走进|面向|服务|在|要|应(?!急)|须|扶持|允许|促使|吸引|倡导|抓好|形成|用于|规范|紧盯|带动|争创|开创|坚持|努力|扎实|纵深|直到|等待|协助|遴选|选择|新增|"
    r"严厉|监督|协同|探索|加速|完成|负责|压实|夯实|教育引导|帮助|保障|维护|改善|改革|推广|推行|激发|邀请|带领|动员|号召|方便|便于|有利|用好|管好|办好|建好|搞好|参考|参照|对照|纳入|接受|听取|征求|报请|提请|通报|启动|组成|担任|兼任|涉及|联系|突出|营造|下设|设在|上报|提交|呈报|抄送|征得|取得|履行|承担|聘请|制定|制订|召开|举办|编制|调整|更新|修订|拟定|出台|印发|发布|新建|改建|扩建|改造|修建|搭建|布置|部署|"
    r"选派|共同推|评选|表彰|奖励|走访|慰问|检查|巡查|清理|整治|取缔|打击|查处|治理)"
)
_NAMING_VERB = re.compile(
    "建设|督查|督导|组织|推进|协调|监督|指导|服务|创建|统筹|落实|促进|保障|改革|联合|审核|推广|检查|整治|治理|改造"
)
_SUFFIX_ALONE = re.compile(
    r"(?:局|厅|办|委|组|部|室|处|科|院|站|队|中心|办公室|委员会|领导小组|小组|专班|指挥部|集团|公司|银行|支队|大队|协会|部门|管理局|改革委|改革局|管理处|"
    r"服务中心|管理中心|指导中心|投资集团|监督局|监管局|保障局|事务局)"
)


def ends_like_unit(name: str) -> bool:
    """Whether the name ends as organisations do."""
    bare = _without_bracket(name)
    if bare.endswith("股"):
        return not bare.endswith(("控股", "参股"))
    return bare.endswith(_SHORT_ENDINGS)


def _without_bracket(name: str) -> str:
    """The name without the kinds or the second name in a bracket: 各乡镇（街道）, 县农业农村局（县委农办）."""
    if not name.endswith(("）", ")", "〕")):
        return name
    return _SECOND_NAME.sub("", _KINDS.sub("", name))


def is_name(name: str) -> bool:
    """Whether the string can be the name of a unit, and not a phrase that merely ends like one (以社区为单位)."""
    return ends_like_unit(name) and len(name) <= LONGEST and not _COUNTED.search(name) and not _NOT_IN_NAME.search(name)


def is_sure_name(name: str) -> bool:
    """Whether running text can only mean a unit by it: by its place, as a class of units, or by an ending of its own.

    >>> [is_sure_name(name) for name in ("市教育局", "各社区", "文明办", "园区内企业", "省会")]
    [True, True, True, False, False]
    """
    name = _SECOND_NAME.sub("", name)
    if not is_name(name) or (len(name) < 3 and not _SHORT.fullmatch(name)):
        return False
    if _LOOSE.search(name) or begins_with_verb(name):
        return False
    if len(name) > _BARE and not (_OF_PLACE.match(name) or _OF_CLASS.match(name) or _ORGAN.search(name)):
        return False
    return bool(_STRONG.search(name) or (len(name) > 3 and _OF_PLACE.match(name)) or _OF_CLASS.match(name))


def ends_surely(name: str) -> bool:
    """Whether the name ends as hardly anything but an organisation does (…局, …办公室; not …台)."""
    return bool(_STRONG.search(name))


def belongs_to_place(name: str) -> bool:
    """Whether the name begins with the place or level that the unit belongs to (县…, 省…, **镇…)."""
    return bool(_OF_PLACE.match(name))


def begins_with_verb(name: str) -> bool:
    """Whether the string begins with what is done, not with who does it (建设社区, but not 建设局)."""
    verb = _VERB_BEFORE.match(name)
    if not verb:
        return False
    return not (_NAMING_VERB.match(name) and _SUFFIX_ALONE.fullmatch(name, verb.end()))
