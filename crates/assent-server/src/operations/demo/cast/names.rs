//! The lists that names are made from.

use std::collections::BTreeSet;

use assent_domain::opportunity::BuyingRole;
use assent_domain::user::Language;
use rand::Rng;

use super::random_below;

/// Names and words of one language.
pub(super) struct Book {
    language: Language,
    /// What keys begin with.
    pub(super) prefix: &'static str,
    pub(super) team: &'static str,
    pub(super) manager: &'static str,
    pub(super) rep: &'static str,
    /// What telephone numbers begin with: none that is given to anybody.
    pub(super) phone: &'static str,
    /// What is put behind the name of a company for its branch.
    pub(super) branch: &'static str,
    /// Towns that do not exist.
    pub(super) places: [&'static str; 22],
    /// What companies make, and the trade that is.
    pub(super) trades: [(&'static str, &'static str); 15],
    /// What those do who buy from them.
    pub(super) shops: [&'static str; 4],
    pub(super) rivals: [&'static str; 2],
    given: [&'static str; 28],
    family: [&'static str; 28],
}

/// The book of a language.
pub(super) fn of(language: Language) -> Book {
    match language {
        Language::Chinese => CHINESE,
        Language::English => ENGLISH,
    }
}

impl Book {
    /// A company named after a place and what it makes there.
    pub(super) fn company(&self, place: &str, makes: &str) -> String {
        match self.language {
            Language::Chinese => format!("{place}{makes}"),
            Language::English => format!("{place} {makes}"),
        }
    }

    /// A name that nobody has yet.
    pub(super) fn person(&self, taken: &mut BTreeSet<String>, dice: &mut impl Rng) -> String {
        loop {
            let given = self.given[random_below(self.given.len(), dice)];
            let family = self.family[random_below(self.family.len(), dice)];
            let name = match self.language {
                Language::Chinese => format!("{family}{given}"),
                Language::English => format!("{given} {family}"),
            };
            if taken.insert(name.clone()) {
                return name;
            }
        }
    }

    /// What people with this part in a deal are.
    pub(super) fn titles(&self, role: BuyingRole) -> [&'static str; 3] {
        match (self.language, role) {
            (Language::Chinese, BuyingRole::DecisionMaker) => ["总经理", "厂长", "运营总监"],
            (Language::Chinese, BuyingRole::BudgetHolder) => ["财务总监", "财务经理", "总会计师"],
            (Language::Chinese, BuyingRole::Evaluator) => ["工艺工程师", "质量经理", "设备主管"],
            (Language::Chinese, BuyingRole::User) => ["班长", "化验员", "仪表工"],
            (Language::Chinese, BuyingRole::Gatekeeper) => ["总办主任", "采购员", "行政经理"],
            (Language::Chinese, _) => ["技术顾问", "维修主管", "生产副厂长"],
            (Language::English, BuyingRole::DecisionMaker) => {
                ["Managing director", "Works manager", "Head of operations"]
            }
            (Language::English, BuyingRole::BudgetHolder) => {
                ["Finance director", "Controller", "Head of finance"]
            }
            (Language::English, BuyingRole::Evaluator) => {
                ["Process engineer", "Quality manager", "Head of instruments"]
            }
            (Language::English, BuyingRole::User) => {
                ["Shift supervisor", "Laboratory technician", "Instrument fitter"]
            }
            (Language::English, BuyingRole::Gatekeeper) => {
                ["Office manager", "Buyer", "Executive assistant"]
            }
            (Language::English, _) => {
                ["Technical adviser", "Maintenance lead", "Deputy works manager"]
            }
        }
    }
}

const CHINESE: Book = Book {
    language: Language::Chinese,
    prefix: "zh",
    team: "灯鱼一组",
    manager: "销售经理",
    rep: "销售工程师",
    phone: "+86 000 0000 0",
    branch: "{place}分厂",
    places: [
        "云汀",
        "青榆",
        "鹿鸣湾",
        "石榴渡",
        "松塔",
        "雁回坪",
        "汀兰",
        "墨溪",
        "萤川",
        "芦花港",
        "桐月",
        "砚台山",
        "霜桥",
        "鹭影",
        "半夏",
        "白榆港",
        "苔石",
        "银杏浦",
        "渔火",
        "晴川坳",
        "麦穗岭",
        "竹影里",
    ],
    trades: [
        ("纸业", "造纸"),
        ("食品", "食品"),
        ("陶瓷", "陶瓷"),
        ("水务", "水务"),
        ("乳业", "乳品"),
        ("酿造", "酿造"),
        ("纺织", "纺织"),
        ("玻璃", "玻璃"),
        ("钢构", "钢铁"),
        ("化工", "化工"),
        ("木业", "木材"),
        ("冷链", "物流"),
        ("包装", "包装"),
        ("药辅", "医药"),
        ("轨交", "轨道交通"),
    ],
    shops: ["百货", "商超", "连锁", "批发"],
    rivals: ["青螺自控", "潮汐表计"],
    given: [
        "越", "未", "晓岚", "子川", "听雨", "知远", "若谷", "明溪", "望舒", "清和", "以宁", "怀瑾",
        "景行", "思齐", "云起", "亦然", "长庚", "归鸿", "南枝", "疏影", "牧野", "临风", "采薇",
        "沐阳", "执白", "见山", "观澜", "小满",
    ],
    family: [
        "林", "周", "许", "沈", "顾", "陆", "程", "苏", "叶", "江", "韩", "秦", "姜", "柳", "温",
        "纪", "闻", "简", "祝", "乔", "桑", "谷", "路", "商", "宁", "岳", "齐", "阮",
    ],
};

const ENGLISH: Book = Book {
    language: Language::English,
    prefix: "en",
    team: "Team Lanternfish",
    manager: "Sales manager",
    rep: "Sales engineer",
    phone: "+44 1632 960",
    branch: ", {place} works",
    places: [
        "Brindlemere",
        "Ostervale",
        "Fennwick Hollow",
        "Quenby",
        "Marrowmere",
        "Thistleford",
        "Larkhollow",
        "Gorsemoor",
        "Tallowby",
        "Hexley Sound",
        "Duskwater",
        "Pellridge",
        "Ambervane",
        "Crofthaven",
        "Sorrel Bay",
        "Umberfold",
        "Vellgate",
        "Mistlewick",
        "Cobblemarsh",
        "Ninefold",
        "Harrowbeck",
        "Sedgeholm",
    ],
    trades: [
        ("Paper", "Paper"),
        ("Foods", "Food"),
        ("Ceramics", "Ceramics"),
        ("Waterworks", "Water"),
        ("Dairy", "Dairy"),
        ("Brewing", "Brewing"),
        ("Textiles", "Textiles"),
        ("Glass", "Glass"),
        ("Steel", "Steel"),
        ("Chemicals", "Chemicals"),
        ("Timber", "Timber"),
        ("Cold Stores", "Logistics"),
        ("Packaging", "Packaging"),
        ("Pharmaceuticals", "Pharmaceuticals"),
        ("Rail Works", "Rail"),
    ],
    shops: ["Stores", "Markets", "Outfitters", "Wholesale"],
    rivals: ["Saltmarsh Controls", "Kelp & Anchor Meters"],
    given: [
        "Ada", "Barnaby", "Clemence", "Dorian", "Edda", "Fergus", "Greta", "Hollis", "Imogen",
        "Jasper", "Keziah", "Linus", "Maren", "Nell", "Osric", "Petra", "Quill", "Rowena", "Silas",
        "Tamsin", "Ulric", "Verity", "Wystan", "Yara", "Zelda", "Bram", "Cosima", "Edric",
    ],
    family: [
        "Brindle",
        "Calderwick",
        "Dunmarsh",
        "Eastwater",
        "Farrowby",
        "Garrick",
        "Hollowell",
        "Inkpen",
        "Jessamy",
        "Kestrelby",
        "Lornewood",
        "Marlowby",
        "Northgate",
        "Oakenfold",
        "Penhallow",
        "Quillfeather",
        "Radlock",
        "Sedgewick",
        "Thornaby",
        "Underhill",
        "Vanewood",
        "Wexcombe",
        "Yardarm",
        "Tidewell",
        "Pondsworth",
        "Merriwick",
        "Larkspur",
        "Fothergale",
    ],
};
